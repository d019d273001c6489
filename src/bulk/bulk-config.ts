/** The bulk servers this command may talk to, from `bulk-config.json`. Never a secret: keys are files of their own. */
import * as v from 'valibot';
import { BulkError } from './failure.ts';

export interface BulkServer {
  readonly id: string;
  readonly label: string;
  /** `https://…/bulkfhir/r4`, without a trailing slash. */
  readonly base: string;
  /** Other spellings of the base that answers may name (NextGen's guide prints a plain http one): never contacted. */
  readonly aliases: readonly string[];
  readonly tokenEndpoint: string;
  readonly clientId: string;
  /** Space-separated, as sent. */
  readonly scope: string;
  /** Hosts (`host` or `host:port`) beside the base's own whose files may be asked for with the token. */
  readonly fileHosts: readonly string[];
  /** Days that must lie between two exports (NextGen: a week); 0 = none. */
  readonly daysBetweenExports: number;
}

/** https, or plain http on this machine alone. */
export function isSafeAddress(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || url.username !== '' || url.password !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
}

export function isLoopback(hostname: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}

const text = v.pipe(v.string(), v.nonEmpty());
const base = v.pipe(
  text,
  v.check((value) => isSafeAddress(value) && !/[?#\s]|\/$/.test(value)),
);
const alias = v.pipe(
  text,
  v.check((value) => /^https?:$/.test(URL.parse(value)?.protocol ?? '') && !/[?#\s]|\/$/.test(value)),
);
const host = v.pipe(text, v.regex(/^[a-z\d]([a-z\d.-]*[a-z\d])?(:\d{1,5})?$/));

const schema = v.object({
  servers: v.array(
    v.strictObject({
      id: v.pipe(text, v.regex(/^[a-z\d][a-z\d-]*$/)),
      label: text,
      base,
      aliases: v.optional(v.array(alias), []),
      tokenEndpoint: v.pipe(text, v.check(isSafeAddress)),
      clientId: text,
      scope: text,
      fileHosts: v.optional(v.array(host), []),
      daysBetweenExports: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 7),
    }),
  ),
});

/**
 * The server `id` of a configuration's text. Throws `BulkError` (`setup`) with a sentence that names the faulty member,
 * the id that is not there, or the placeholder that still stands where the client id belongs.
 */
export function readBulkServer(config: string, id: string, file = 'bulk-config.json'): BulkServer {
  const setup = (say: string): never => {
    throw new BulkError({ kind: 'setup', say });
  };
  let json: unknown;
  try {
    json = JSON.parse(config);
  } catch {
    return setup(`${file} is no JSON.`);
  }
  const read = v.safeParse(schema, json);
  if (!read.success) {
    const at = read.issues.map((issue) => v.getDotPath(issue) ?? 'servers');
    return setup(`${file} has faults: ${[...new Set(at)].join(', ')}.`);
  }
  const { servers } = read.output;
  const server = servers.find((one) => one.id === id);
  if (server === undefined) {
    return setup(`${file} has no server "${id}". It has: ${servers.map((one) => one.id).join(', ')}.`);
  }
  if (server.clientId.startsWith('REPLACE-')) {
    return setup(`"${server.label}" has no client id yet: put the one NextGen gave you into ${file}.`);
  }
  return server;
}

/**
 * An address that the server named for itself (`Content-Location`), as it may be asked for with the token: below the
 * base, or below a listed alias, which is rewritten to the base with path and query kept. Undefined for any other.
 */
export function ownAddress(server: BulkServer, address: string): string | undefined {
  const url = URL.parse(address, `${server.base}/`);
  if (url === null || url.username !== '' || url.password !== '') return undefined;
  url.hash = '';
  // `%2e%2e` and the like: what a server makes of them is not what was checked.
  if (/%(?:2e|2f|5c|00|25)/i.test(url.pathname)) return undefined;
  for (const prefix of [server.base, ...server.aliases]) {
    const bound = new URL(prefix);
    const isBelow = url.pathname === bound.pathname || url.pathname.startsWith(`${bound.pathname}/`);
    if (url.origin === bound.origin && isBelow) {
      return server.base + url.pathname.slice(bound.pathname.length) + url.search;
    }
  }
  return undefined;
}

export type FileAddress =
  | { readonly url: string; readonly withToken: boolean }
  | { readonly refused: 'foreign-address' | 'plain-http' };

/**
 * How a file of the manifest may be fetched (Bulk Data Access 1.0.1 "File Request"): with the token only where the
 * manifest requires it *and* the file lies on the server's own or a listed host; without it on any https host.
 */
/** A practice's server has no business with this machine; one that is on it may name it. */
function isReachable(server: BulkServer, url: URL): boolean {
  return isSafeAddress(url.href) && (!isLoopback(url.hostname) || isLoopback(new URL(server.base).hostname));
}

export function fileAddress(server: BulkServer, address: string, requiresAccessToken: boolean): FileAddress {
  const own = ownAddress(server, address);
  const url = URL.parse(own ?? address);
  if (url === null || url.username !== '' || url.password !== '') return { refused: 'foreign-address' };
  if (!isSafeAddress(url.href)) return { refused: 'plain-http' };
  if (!isReachable(server, url)) return { refused: 'foreign-address' };
  if (!requiresAccessToken) return { url: url.href, withToken: false };
  const hosts = [new URL(server.base).host, ...server.fileHosts];
  return hosts.includes(url.host) ? { url: url.href, withToken: true } : { refused: 'foreign-address' };
}
