/**
 * Headers of every HTML page of the sandbox. Nothing but its own style and script, and the app's icon; forms may lead
 * to the app, because consent and launch end in a redirect there.
 */
export function pageHeaders(appOrigin: string): Readonly<Record<string, string>> {
  return {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    // Not `no-referrer`: with it, browsers send `Origin: null` with the page's own forms.
    'Referrer-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': `default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' ${appOrigin}; form-action 'self' ${appOrigin}; base-uri 'none'; frame-ancestors 'none'`,
  };
}
