/**
 * The EHR's look (`smart_style_url`): fetched beside the chart, never before it. Whatever goes wrong here, the chart
 * keeps our own look.
 */
import { contrast, hex } from './color.ts';
import { type Scheme, type Schemes, colorRoles, withColors } from './scheme.ts';
import { type StyleFile, readStyleFile } from './style-file.ts';

export interface StyleOverrides {
  /** Custom properties of `tokens.css` and their new values. */
  readonly properties: Readonly<Record<string, string>>;
  /** The theme the file is drawn in; undefined where it names no background. */
  readonly theme: 'light' | 'dark' | undefined;
}

const mostBytes = 64 * 1024;
const longestWait = 5000;

/**
 * Fetches a style file. Returns undefined on any fault: a host that is not listed, no answer in five seconds, a
 * redirect, a body that is too large or no JSON.
 * @param hosts `host` or `host:port` as the registry lists them.
 */
export async function fetchStyle(
  url: string,
  hosts: readonly string[],
  ask: typeof fetch = fetch,
): Promise<StyleFile | undefined> {
  if (!isAllowed(url, hosts)) return undefined;
  try {
    const answer = await ask(url, {
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(longestWait),
    });
    if (!answer.ok) return undefined;
    const text = await boundedText(answer);
    return text === undefined ? undefined : readStyleFile(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function isAllowed(url: string, hosts: readonly string[]): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, host, username, password } = new URL(url);
  const loopback = hostname === 'localhost' || hostname === '127.0.0.1';
  const scheme = protocol === 'https:' || (protocol === 'http:' && loopback);
  return scheme && username === '' && password === '' && hosts.includes(host);
}

async function boundedText(answer: Response): Promise<string | undefined> {
  const reader = answer.body?.getReader();
  if (!reader) return undefined;
  const decoder = new TextDecoder();
  let text = '';
  for (let size = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > mostBytes) {
      await reader.cancel();
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
}

/**
 * What a style file changes. Its background and text hold for the theme they are drawn in; the other theme takes only
 * its accent, so that the reader's light and dark switch still does what it says.
 * @param base our own schemes, `parseSchemes` of `tokens.css`.
 */
export function overridesOf(file: StyleFile, base: Schemes): StyleOverrides {
  const { background, text, highlight, error, success } = file;
  const darkFile = background
    ? contrast(background, [255, 255, 255]) > contrast(background, [0, 0, 0])
    : text !== undefined && contrast(text, [0, 0, 0]) > contrast(text, [255, 255, 255]);
  const whole = { background, text, highlight, error, success };
  const light = withColors(base.light, darkFile ? { highlight } : whole);
  const dark = withColors(base.dark, darkFile ? whole : { highlight });
  return {
    properties: { ...colors(light, dark), ...measures(file) },
    theme: background === undefined ? undefined : darkFile ? 'dark' : 'light',
  };
}

function colors(light: Scheme, dark: Scheme): Record<string, string> {
  return Object.fromEntries(
    colorRoles.map((role) => [`--${role}`, `light-dark(${hex(light[role])}, ${hex(dark[role])})`]),
  );
}

function measures(file: StyleFile): Record<string, string> {
  const rem = (size: number): string => `${size / 16}rem`;
  return {
    ...(file.backdrop && { '--backdrop': `${hex(file.backdrop)}99` }),
    ...(file.radius !== undefined && { '--radius': `${file.radius}px` }),
    ...(file.spacing !== undefined && { '--gap': `${file.spacing}px` }),
    ...(file.fontSize !== undefined && {
      '--size-small': rem(Math.max(12, file.fontSize - 2)),
      '--size': rem(file.fontSize),
      '--size-title': rem(file.fontSize + 2),
    }),
    ...(file.bodyFont !== undefined && { '--font': file.bodyFont }),
    ...(file.headingFont !== undefined && { '--font-heading': file.headingFont }),
  };
}

/**
 * Writes the overrides on the page's root; the answer takes them off again. The file's theme has an attribute of its
 * own, `data-ehr-theme`: the reader's choice wins over it (`tokens.css`), and their menu says what there is to go back to.
 */
export function applyStyle(overrides: StyleOverrides, root: HTMLElement): () => void {
  // A browser that cannot choose between two colours keeps ours: half a style would be unreadable.
  const fit = (value: string): boolean => !value.startsWith('light-dark') || CSS.supports('color', value);
  for (const [name, value] of Object.entries(overrides.properties)) {
    if (fit(value)) root.style.setProperty(name, value);
  }
  if (overrides.theme !== undefined) root.dataset['ehrTheme'] = overrides.theme;
  return () => {
    delete root.dataset['ehrTheme'];
    for (const name of Object.keys(overrides.properties)) root.style.removeProperty(name);
  };
}
