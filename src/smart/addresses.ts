/** Rules for addresses that come from a file or from another server. Nothing here is lenient. */

/** Hosts of this machine: the only ones that may be spoken to without TLS (the sandbox, a local Keycloak). */
export function isLoopback(hostname: string): boolean {
  return /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}

/** An absolute https address (or http on loopback) without user, password or fragment; undefined for all else. */
export function safeUrl(text: string, base?: string): URL | undefined {
  if (!URL.canParse(text, base)) return undefined;
  const url = new URL(text, base);
  const secure = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
  return secure && url.username === '' && url.password === '' && url.hash === '' ? url : undefined;
}

/** The text without one trailing slash: the only freedom in comparing bases. */
export function withoutSlash(text: string): string {
  return text.endsWith('/') ? text.slice(0, -1) : text;
}
