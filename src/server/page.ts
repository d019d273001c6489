import type { CheckedRegistry } from '#smart/registry.ts';

/**
 * The `Link` header (RFC 8288; HTML §4.6.7) with which every page but `/launch`, which leaves at once, asks for the files
 * that finish a sign-in and read the record while the page itself is still being read. The second are not compiled yet:
 * that would stand before the first's work. Undefined where the build named none.
 */
export function linkHeader(page: string): string | undefined {
  const block = /<script type="application\/json" id="chart-files">([^<]*)<\/script>/.exec(page)?.[1];
  const { signIn = [], record = [] } = JSON.parse(block || '{}') as Readonly<
    Record<string, readonly string[]>
  >;
  const links = [
    ...signIn.map((path) => `<${path}>; rel=modulepreload`),
    ...record.map((path) => `<${path}>; rel=preload; as=script; crossorigin`),
  ];
  return links.length === 0 ? undefined : links.join(', ');
}

/**
 * The page with the configuration inside it, checked: a JSON block with the registry or with what is wrong in it, so
 * that a change of `smart-config.json` needs a restart and no rebuild, the front door needs no request and no checking
 * for it, and a secret that stands in a faulty file by mistake never leaves the server.
 */
export function pageWithConfig(template: string, config: CheckedRegistry): string {
  const block = /(<script type="application\/json" id="smart-config">)[\s\S]*?(<\/script>)/;
  if (!block.test(template)) throw new Error('index.html has no smart-config block.');
  // `<` cannot end the script element early (HTML §4.12.1.3); U+2028 and U+2029 are legal in JSON.
  const safe = JSON.stringify(config).replaceAll('<', '\\u003c');
  return template.replace(block, (_all, open: string, close: string) => `${open}${safe}${close}`);
}
