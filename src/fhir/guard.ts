/** Where the access token may go: the FHIR base of the open system and its listed document addresses, nowhere else. */

export interface TokenBounds {
  /** FHIR base without a trailing slash. */
  readonly fhirBase: string;
  /** Further URL prefixes of the same system that may carry the token. */
  readonly documents: readonly string[];
  /** Other systems' bases below this one: an address there is theirs, unless a longer document prefix says otherwise. */
  readonly innerBases?: readonly string[];
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

/** Path of a prefix without its last slash, where `url` has the prefix's origin. */
function pathOn(url: URL, prefix: string): string | undefined {
  const bound = parseUrl(prefix);
  if (bound === undefined || url.origin === 'null' || url.origin !== bound.origin) return undefined;
  return bound.pathname.replace(/\/+$/, '');
}

function isBelow(pathname: string, path: string): boolean {
  return pathname === path || pathname.startsWith(`${path}/`);
}

/**
 * Puts the base's path in `url` into the base's own letters, where nothing but letter case tells the two apart: NextGen
 * Enterprise is asked at `/fhir/r4` and writes its links with `/fhir/R4`. A path is ASCII once it is parsed.
 */
function putInLettersOfBase(url: URL, fhirBase: string): boolean {
  const path = pathOn(url, fhirBase);
  if (path === undefined || !isBelow(url.pathname.toLowerCase(), path.toLowerCase())) return false;
  url.pathname = path + url.pathname.slice(path.length);
  return true;
}

/** Spellings that a lax server routes elsewhere than they read: escaped letters, path parameters, doubled slashes. */
const laxPath = /%[\da-f]{2}|;|\/\//i;

/** Whether another system's base lies nearer to `url` than any prefix of this one: the longest that fits is meant. */
function isAnothers(url: URL, { documents, innerBases = [] }: TokenBounds): boolean {
  const depth = (prefixes: readonly string[]): number =>
    Math.max(
      0,
      ...prefixes.map((prefix) => {
        const path = pathOn(url, prefix)?.toLowerCase();
        return path !== undefined && isBelow(url.pathname.toLowerCase(), path) ? path.length : 0;
      }),
    );
  if (innerBases.length === 0) return false;
  return laxPath.test(url.pathname) || depth(innerBases) > depth(documents);
}

/**
 * The one spelling of `url` that may be requested with the token, or undefined where it may not be: another origin
 * (scheme, host or port), a path outside base and document prefixes at a segment's boundary, a user name in the
 * address, or a spelling meant to look like something else. Paths are compared in their letter case, but for the
 * base's own path, which is put into the base's letters (docs/decisions/015-letter-case-of-the-base.md). What is
 * returned, not what was given, is to be requested, so that what was checked is what is sent.
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
  if (isAnothers(parsed, bounds)) return undefined;
  const isInside = [bounds.fhirBase, ...bounds.documents].some((prefix) => {
    const path = pathOn(parsed, prefix);
    return path !== undefined && isBelow(parsed.pathname, path);
  });
  return isInside || putInLettersOfBase(parsed, bounds.fhirBase) ? parsed.href : undefined;
}

/** Whether a request to `url` may carry the token. See `guardedUrl`. */
export function mayCarryToken(url: string, bounds: TokenBounds): boolean {
  return guardedUrl(url, bounds) !== undefined;
}
