/**
 * Reads the files of a static export back and answers a GET as their hosts would: as much of each host's rules as the
 * export uses. For the test; real nginx and Caddy were asked the same (docs/run-for-a-practice.md).
 */

/** An answer, as far as it is compared. Names of headers are in lower case. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The file that is sent, by its address; undefined where the answer is no file. */
  readonly file: string | undefined;
}

/** Whether the export has a file at an address. */
export type Has = (path: string) => boolean;

interface Directive {
  readonly name: string;
  readonly args: readonly string[];
  readonly block: readonly Directive[];
}

/** Words, quoted words, braces that stand alone, and what ends a directive: `;` in nginx, the line's end in Caddy. */
function parse(text: string, end: ';' | '\n'): readonly Directive[] {
  const tokens = text.match(/"[^"]*"|#[^\n]*|\n|;(?=\s)|[^\s"]*[^\s";]/g) ?? [];
  let at = 0;
  const directives = (): Directive[] => {
    const found: Directive[] = [];
    let words: string[] = [];
    const close = (block: readonly Directive[] = []): void => {
      const [name, ...args] = words;
      if (name !== undefined) found.push({ name, args, block });
      words = [];
    };
    while (at < tokens.length) {
      const token = tokens[at++]!;
      if (token === '{') close(directives());
      else if (token === '}') break;
      else if (token === end) close();
      else if (token !== '\n' && !token.startsWith('#')) words.push(token.replace(/^"([^]*)"$/, '$1'));
    }
    close();
    return found;
  };
  return directives();
}

function named(directives: readonly Directive[], name: string): readonly Directive[] {
  return directives.filter((directive) => directive.name === name);
}

function lower(pairs: readonly (readonly [string, string])[]): Record<string, string> {
  return Object.fromEntries(pairs.map(([name, value]) => [name.toLowerCase(), value]));
}

/** nginx: an exact location, else a prefix that comes before regular expressions, else the first of these that fits, else the prefix `/`. */
export function askNginx(text: string, has: Has, path: string): Answer {
  const locations = named(parse(text, ';'), 'location');
  const where = (...args: readonly string[]): Directive | undefined =>
    locations.find((location) => location.args.join(' ') === args.join(' '));
  const missing = where('@missing')!;
  const begins = ({ args: [kind, prefix = ''] }: Directive): boolean =>
    kind === '^~' && path.startsWith(prefix);
  const fits = ({ args: [kind, pattern = ''] }: Directive): boolean =>
    kind === '~' && new RegExp(pattern).test(path);
  const chosen = where('=', path) ?? locations.find(begins) ?? locations.find(fits) ?? where('/')!;
  const wanted = named(chosen.block, 'try_files')[0]?.args[0]?.replace('$uri', path);
  const found = wanted !== undefined && has(wanted);
  return {
    status: found ? 200 : Number(named(missing.block, 'return')[0]?.args[0]),
    headers: lower(
      named((found ? chosen : missing).block, 'add_header').map(({ args }) => [args[0] ?? '', args[1] ?? '']),
    ),
    file: found ? wanted : undefined,
  };
}

function glob(pattern: string, path: string): boolean {
  if (pattern.startsWith('*')) return path.endsWith(pattern.slice(1));
  if (pattern.endsWith('*') && pattern.length > 2) return path.startsWith(pattern.slice(0, -1));
  return pattern === '*/' ? path.endsWith('/') : pattern === path;
}

/** Caddy: the site's headers, and the first `handle` of its `route` whose matcher fits. */
export function askCaddy(text: string, has: Has, path: string): Answer {
  const site = parse(text, '\n').find(({ name }) => name.startsWith('{$CHARTSIDE_ADDRESS'))!.block;
  const holds = ({ name, args }: Directive): boolean => {
    switch (name) {
      case 'path':
        return args.some((pattern) => glob(pattern, path));
      case 'path_regexp':
        return new RegExp(args[0] ?? '').test(path);
      case 'file':
        return has(path);
      case 'not':
        return args[0] === 'method' ? false : !holds({ name: args[0] ?? '', args: args.slice(1), block: [] });
      default:
        throw new Error(`The Caddyfile has a matcher this test does not know: ${name}`);
    }
  };
  const matches = ({ args: [matcher] }: Directive): boolean => {
    if (matcher === undefined) return true;
    if (!matcher.startsWith('@')) return glob(matcher, path);
    const { args, block } = named(site, matcher)[0]!;
    return [...block, ...(args.length > 0 ? [{ name: args[0]!, args: args.slice(1), block: [] }] : [])].every(
      holds,
    );
  };
  const chosen = named(named(site, 'route')[0]!.block, 'handle').find(matches)!.block;
  const headers = [...named(site, 'header'), ...named(chosen, 'header')].flatMap(({ block }) => block);
  const respond = named(chosen, 'respond')[0];
  return {
    status: respond === undefined ? 200 : Number(respond.args.at(-1)),
    headers: lower(headers.map(({ name, args }) => [name, args[0] ?? ''])),
    file: respond === undefined ? (named(chosen, 'rewrite')[0]?.args[1] ?? path) : undefined,
  };
}

/** `_headers` and `_redirects`: a file that is there wins; headers of every rule that fits, joined where one is named twice. */
export function askHeadersFile(headers: string, redirects: string, has: Has, path: string): Answer {
  const fits = (pattern: string): boolean =>
    pattern.endsWith('/*') ? path.startsWith(pattern.slice(0, -1)) : pattern === path;
  const sent: Record<string, string> = {};
  let applies = false;
  for (const line of headers.split('\n')) {
    if (line.startsWith('/')) applies = fits(line);
    const [, name, value = ''] = /^ {2}([\w-]+): (.*)$/.exec(line) ?? [];
    if (name === undefined || !applies) continue;
    const key = name.toLowerCase();
    sent[key] = key in sent ? `${sent[key]}, ${value}` : value;
  }
  const rule = redirects
    .split('\n')
    .map((line) => line.split(' '))
    .find(([from = '']) => fits(from));
  const file = path === '/' ? '/index.html' : has(path) ? path : rule?.[1];
  return { status: file === undefined ? 404 : 200, headers: sent, file };
}
