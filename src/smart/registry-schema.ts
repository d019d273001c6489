/** The shape of one entry of `smart-config.json`. Rules between members stand in `registry-rules.ts`. */
import * as v from 'valibot';
import { safeUrl } from './addresses.ts';

const text = v.pipe(v.string(), v.regex(/^\S(.*\S)?$/, 'must not be empty, nor begin or end with a space'));
const url = v.pipe(
  v.string(),
  v.check(
    (value) => safeUrl(value) !== undefined && !/\s/.test(value),
    'must be an https address (http only on this machine), without user, password or #',
  ),
);
const base = v.pipe(
  url,
  v.check((value) => !/[?#]/.test(value), 'must have no query'),
);
const host = v.pipe(
  v.string(),
  v.regex(/^([a-z\d]([a-z\d-]*[a-z\d])?\.)*[a-z\d-]+(:\d{1,5})?$/, 'must be a host, or host:port'),
);
const scope = v.pipe(
  v.string(),
  v.regex(/^[!#-[\]-~]+$/, 'must be one scope, without spaces (RFC 6749 §3.3)'),
);
const kind = v.picklist(['ehr-launch', 'standalone']);
const scopes = v.pipe(v.array(scope), v.minLength(1, 'must name at least one scope'));
const whole = (most: number) =>
  v.pipe(
    v.number(),
    v.integer('must be a whole number'),
    v.minValue(1, 'must be at least 1'),
    v.maxValue(most),
  );

export const systemSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z\d][a-z\d-]*$/, 'must be lower-case letters, digits and hyphens')),
  label: text,
  kinds: v.pipe(v.array(kind), v.minLength(1, 'must name at least one kind of launch')),
  fhirBase: v.pipe(
    base,
    v.check((value) => !value.endsWith('/'), 'must not end with a slash'),
  ),
  aliases: v.optional(v.array(base), []),
  fhirVersion: v.picklist(['R4']),
  searchRules: v.picklist(['office', 'us-core']),
  aud: url,
  documents: v.optional(v.array(base), []),
  clientId: v.pipe(text, v.regex(/^[\x20-\x7e]+$/, 'must be printable ASCII (RFC 6749, appendix A.1)')),
  clientAuthentication: v.picklist(['public', 'broker']),
  redirectPath: v.pipe(v.string(), v.regex(/^(\/[\w-]+)+$/, 'must be a path on our own origin')),
  scopes: v.strictObject({ 'ehr-launch': v.optional(scopes), standalone: v.optional(scopes) }),
  patientFrom: v.picklist(['token', 'search']),
  pkce: v.picklist(['S256']),
  endpoints: v.optional(
    v.strictObject({
      issuer: url,
      authorization: url,
      token: url,
      revocation: v.optional(url),
      jwks: v.optional(url),
      issInCallback: v.optional(v.boolean(), false),
    }),
  ),
  identityHosts: v.optional(v.array(host), []),
  styleHosts: v.optional(v.array(host), []),
  banner: v.picklist(['follow', 'always']),
  rateLimit: v.optional(v.strictObject({ requestsPerMinute: whole(6000), preflightsCount: v.boolean() })),
  idleMinutes: whole(480),
  sandbox: v.optional(v.boolean(), false),
});

export const registrySchema = v.strictObject({
  systems: v.pipe(v.array(v.unknown()), v.minLength(1, 'must hold at least one system')),
  defaultLaunch: v.optional(v.string()),
});
