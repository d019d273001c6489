/** Where the access token may go: the FHIR base of the open system and its listed document addresses, nowhere else. */

export interface TokenBounds {
  /** FHIR base without a trailing slash. */
  readonly fhirBase: string;
  /** Further URL prefixes of the same system that may carry the token. */
  readonly documents: readonly string[];
}

/** Blank, control and backslash characters: a URL parser drops or turns them, a reader of the URL does not see it. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const disguised = /[\u0000-\u0020\u007f\\]/;

/** A dot, slash, backslash, NUL or percent sign in escaped form: servers differ in whether they unescape before they route. */
const escapedPath = /%(?:2e|2f|5c|00|25)/i;

/** `/..;/`: a parent step to servers that cut path parameters first. */
const parameterStep = /\/\.{1,2};/;

function parseUrl(url: string): URL | undefined {
  return URL.canParse(url) ? new URL(url) : undefined;
}

function isWithin(url: URL, prefix: string): boolean {
  const bound = parseUrl(prefix);
  if (bound === undefined || url.origin === 'null' || url.origin !== bound.origin) return false;
  const path = bound.pathname.replace(/\/+$/, '');
  return url.pathname === path || url.pathname.startsWith(`${path}/`);
}

/**
 * The one spelling of `url` that may be requested with the token, or undefined where it may not be: another origin
 * (scheme, host or port), a path outside base and document prefixes at a segment's boundary, a user name in the
 * address, or a spelling meant to look like something else. Paths are compared in their letter case. What is returned,
 * not what was given, is to be requested, so that what was checked is what is sent.
 */
export function guardedUrl(url: string, bounds: TokenBounds): string | undefined {
  const beforeQuery = url.split(/[?#]/, 1)[0] ?? '';
  if (disguised.test(beforeQuery)) return undefined;
  const parsed = parseUrl(url);
  if (parsed === undefined || !/^https?:$/.test(parsed.protocol)) return undefined;
  if (/^[^/]*\/\/[^/]*@/.test(beforeQuery) || parsed.username !== '' || parsed.password !== '')
    return undefined;
  if (escapedPath.test(parsed.pathname) || parameterStep.test(parsed.pathname)) return undefined;
  parsed.hash = '';
  const inside = [bounds.fhirBase, ...bounds.documents].some((prefix) => isWithin(parsed, prefix));
  return inside ? parsed.href : undefined;
}

/** Whether a request to `url` may carry the token. See `guardedUrl`. */
export function mayCarryToken(url: string, bounds: TokenBounds): boolean {
  return guardedUrl(url, bounds) !== undefined;
}
