/** Asks the addresses that a registration names, as NextGen or a browser would, and says what is wrong with the answers. */
import { securityHeaders } from '#server/headers.ts';
import type { Registry } from '#smart/registry.ts';

export interface Checked {
  readonly url: string;
  /** What was asked for: "launch URL". */
  readonly what: string;
  /** Empty where it answers as required. */
  readonly faults: readonly string[];
}

/** "Below 128 kB", read strictly. */
const iconLimit = 128_000;
const iconLeast = 24;
const patience = 10_000;
/** No page or icon of ours is anywhere near. */
const mostBytes = 2_000_000;

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Buffer;
}

/** One GET, without following anything: a registered address has to answer itself. A sentence where nothing came. */
async function get(url: string): Promise<Answer | string> {
  try {
    const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(patience) });
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of response.body ?? []) {
      size += part.length;
      if (size > mostBytes) return `sends more than ${mostBytes / 1_000_000} MB.`;
      parts.push(part);
    }
    return { status: response.status, headers: response.headers, body: Buffer.concat(parts) };
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError') {
      return `did not answer within ${patience / 1000} seconds.`;
    }
    const cause = error instanceof Error ? (error.cause as NodeJS.ErrnoException | undefined) : undefined;
    return `cannot be reached (${cause?.code ?? cause?.message ?? String(error)}): is the app running there, and is its certificate valid?`;
  }
}

function statusFaults({ status, headers }: Answer): readonly string[] {
  if (status === 200) return [];
  return status >= 300 && status < 400
    ? [`leads on to ${headers.get('location') ?? 'elsewhere'} (${status}): it must answer itself, with 200.`]
    : [`answers ${status} instead of 200.`];
}

function typeFaults({ headers }: Answer, wanted: string): readonly string[] {
  const type = headers.get('content-type')?.split(';')[0]?.trim();
  return type === wanted ? [] : [`comes as ${type ?? 'nothing named'} instead of ${wanted}.`];
}

/** Page headers that differ from those of this configuration: an old configuration there, or a proxy that changes them. */
function headerFaults({ headers }: Answer, registry: Registry): readonly string[] {
  return Object.entries({ ...securityHeaders(registry), 'Cache-Control': 'no-store' }).flatMap(
    ([name, wanted]) => {
      const sent = headers.get(name);
      if (sent === wanted) return [];
      return sent === null
        ? [`comes without the header ${name}: a proxy took it away, or something else answers.`]
        : [
            `has another ${name} than this configuration gives. It is there: ${sent}. It should be: ${wanted}. ` +
              'Is the app there running with this configuration, and does the proxy leave its headers alone?',
          ];
    },
  );
}

async function page(what: string, url: string, registry: Registry): Promise<Checked> {
  const answer = await get(url);
  if (typeof answer === 'string') return { what, url, faults: [answer] };
  const faults = [
    ...statusFaults(answer),
    ...typeFaults(answer, 'text/html'),
    ...headerFaults(answer, registry),
  ];
  if (!answer.body.includes('id="smart-config"')) faults.push('is not a page of this app.');
  return { what, url, faults };
}

/** Faults of an icon by NextGen's limits: PNG, square, at least 24 pixels, below 128 kB. */
export function iconFaults(body: Buffer): readonly string[] {
  const png = body.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex')) && body.length >= 24;
  if (!png) return ['is not a PNG.'];
  const [width, height] = [body.readUInt32BE(16), body.readUInt32BE(20)];
  return [
    ...(width === height ? [] : [`is ${width} × ${height} pixels: it must be square.`]),
    ...(Math.min(width, height) >= iconLeast
      ? []
      : [`is ${width} × ${height} pixels: it must have at least ${iconLeast} × ${iconLeast}.`]),
    ...(body.length < iconLimit ? [] : [`has ${body.length} bytes: it must stay below 128 kB.`]),
  ];
}

async function icon(url: string): Promise<Checked> {
  const answer = await get(url);
  const what = 'icon';
  if (typeof answer === 'string') return { what, url, faults: [answer] };
  const refused = statusFaults(answer);
  if (refused.length > 0) return { what, url, faults: refused };
  return { what, url, faults: [...typeFaults(answer, 'image/png'), ...iconFaults(answer.body)] };
}

async function json(
  what: string,
  url: string,
  fault: (body: unknown) => string | undefined,
): Promise<Checked> {
  const answer = await get(url);
  if (typeof answer === 'string') return { what, url, faults: [answer] };
  const faults = [...statusFaults(answer), ...typeFaults(answer, 'application/json')];
  if (faults.length > 0) return { what, url, faults };
  let body: unknown;
  try {
    body = JSON.parse(answer.body.toString('utf8'));
  } catch {
    return { what, url, faults: ['is not JSON.'] };
  }
  const wrong = fault(body);
  return { what, url, faults: wrong === undefined ? [] : [wrong] };
}

function keySetFault(body: unknown): string | undefined {
  const keys = (body as { keys?: unknown } | null)?.keys;
  if (!Array.isArray(keys) || keys.length === 0)
    return 'names no key: is CHARTSIDE_<SYSTEM_ID>_PRIVATE_KEYS set there?';
  const secret = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k'];
  return keys.some((key: object) => secret.some((member) => member in key))
    ? 'shows a private key. Take the app off the net and make new keys.'
    : undefined;
}

/** Asks everything that the registrations name. The configuration is the one that the app there should be running with. */
export async function checkAddresses(registry: Registry, origin: string): Promise<readonly Checked[]> {
  const callbacks = [...new Set(registry.systems.map(({ redirectPath }) => redirectPath))];
  const brokered = registry.systems.filter(({ clientAuthentication }) => clientAuthentication === 'broker');
  const signing = brokered.some(({ broker }) => broker?.authentication === 'private_key_jwt');
  return Promise.all([
    page('launch URL', `${origin}/launch`, registry),
    ...callbacks.map((path) => page('callback URL', origin + path, registry)),
    page('privacy page', `${origin}/privacy`, registry),
    icon(`${origin}/icon.png`),
    ...(brokered.length === 0
      ? []
      : [
          json('server', `${origin}/healthz`, (body) =>
            (body as { status?: unknown } | null)?.status === 'ok'
              ? undefined
              : 'does not say that it is well.',
          ),
        ]),
    ...(signing ? [json('public keys', `${origin}/.well-known/jwks.json`, keySetFault)] : []),
  ]);
}
