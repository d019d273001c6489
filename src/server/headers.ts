import type { Registry } from '#smart/registry.ts';

/** MUI's emotion inserts one empty `<style>` and fills it by insertRule: the hash of the empty string allows just that. */
const emptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/**
 * Every origin the page may connect to: each system's FHIR base and aliases, identity endpoints and hosts, document
 * prefixes and style hosts. Nothing else in the registry can widen it.
 */
export function connectOrigins(registry: Registry): readonly string[] {
  const origins = new Set<string>();
  for (const system of registry.systems) {
    const base = new URL(system.fhirBase);
    for (const url of [system.fhirBase, ...system.documents]) origins.add(new URL(url).origin);
    for (const host of system.styleHosts) origins.add(`${base.protocol}//${host}`);
    // The broker asks these for the page.
    if (system.clientAuthentication === 'broker') continue;
    for (const url of [system.endpoints?.token, system.endpoints?.revocation]) {
      if (url !== undefined) origins.add(new URL(url).origin);
    }
    for (const host of system.identityHosts) origins.add(`${base.protocol}//${host}`);
  }
  return [...origins].toSorted();
}

/** The Content-Security-Policy of every page. `development` adds what Vite's dev server cannot do without. */
export function contentSecurityPolicy(registry: Registry, development = false): string {
  const directives: Record<string, readonly string[]> = {
    'default-src': ["'none'"],
    'script-src': ["'self'", ...(development ? ["'unsafe-inline'"] : [])],
    'worker-src': ["'self'"],
    'style-src': ["'self'", ...(development ? ["'unsafe-inline'"] : [emptyStyle])],
    'style-src-attr': ["'none'"],
    'img-src': ["'self'", 'blob:', ...(development ? ['data:'] : [])],
    'font-src': ["'self'"],
    'connect-src': ["'self'", ...connectOrigins(registry), ...(development ? ['ws:'] : [])],
    'frame-src': ['blob:', "'self'"],
    'form-action': ["'none'"],
    'base-uri': ["'none'"],
    'frame-ancestors': ["'none'"],
    ...(development ? {} : { 'require-trusted-types-for': ["'script'"] }),
    'trusted-types': ['dompurify', 'chartside', ...(development ? ['*', "'allow-duplicates'"] : [])],
  };
  return Object.entries(directives)
    .map(([name, values]) => `${name} ${values.join(' ')}`)
    .join('; ');
}

/**
 * The headers of every answer of the app's own origin, in production, `npm start` and tests alike (OWASP ASVS 5.0
 * chapter 3). HSTS is ignored by browsers over plain http, so loopback may carry it.
 */
export function securityHeaders(registry: Registry, development = false): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(registry, development),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Permissions-Policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
    'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  };
}
