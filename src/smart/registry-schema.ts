/**
 * The shape of `smart-config.json`. Rules between members stand in `registry-rules.ts`.
 * Only valibot's smallest parts are used: all of this is on `/launch`, which has five kilobytes.
 */
import * as v from 'valibot';
import { safeUrl } from './addresses.ts';
import type { Rule } from './registry-check.ts';

const text = (rule: Rule, pattern: RegExp) =>
  v.custom<string>((value) => typeof value === 'string' && pattern.test(value), rule);
const oneOf = <const T extends string>(...words: readonly T[]) =>
  v.custom<T>((value) => words.includes(value as T), 'word' satisfies Rule);
const flag = v.custom<boolean>((value) => typeof value === 'boolean', 'flag' satisfies Rule);
const whole = (most: number) =>
  v.custom<number>(
    (value) => Number.isInteger(value) && Number(value) > 0 && Number(value) <= most,
    'number' satisfies Rule,
  );
const address = (rule: Rule, never: RegExp) =>
  v.custom<string>(
    (value) => typeof value === 'string' && !never.test(value) && safeUrl(value) !== undefined,
    rule,
  );
const url = address('url', /\s/);
const base = address('base', /[\s?]|\/$/);
const host = text('host', /^[a-z\d]([a-z\d.-]*[a-z\d])?(:\d{1,5})?$/);
const id = text('id', /^[a-z\d][a-z\d-]*$/);
const scopes = v.optional(v.array(text('scope', /^[!#-[\]-~]+$/)));

export const systemSchema = v.object({
  id,
  label: text('name', /^\S(.*\S)?$/),
  kinds: v.array(oneOf('ehr-launch', 'standalone')),
  fhirBase: base,
  aliases: v.optional(v.array(base), []),
  fhirVersion: oneOf('R4', 'STU3', 'DSTU2'),
  searchRules: oneOf('office', 'enterprise', 'us-core'),
  aud: v.optional(url),
  documents: v.optional(v.array(base), []),
  clientId: text('client', /^[!-~]([ -~]*[!-~])?$/),
  clientAuthentication: oneOf('public', 'broker'),
  broker: v.optional(
    v.object({
      authentication: oneOf('basic', 'body', 'query', 'private_key_jwt'),
      algorithm: v.optional(oneOf('RS384', 'ES384')),
      relay: v.optional(flag),
    }),
  ),
  redirectPath: text('path', /^(\/[\w-]+)+$/),
  scopes: v.object({ 'ehr-launch': scopes, standalone: scopes }),
  patientFrom: oneOf('token', 'search'),
  pkce: oneOf('S256', 'off'),
  endpoints: v.optional(
    v.object({
      issuer: url,
      issuers: v.optional(v.array(url)),
      authorization: url,
      token: url,
      revocation: v.optional(url),
      endSession: v.optional(url),
      issInCallback: v.optional(flag, false),
    }),
  ),
  identityHosts: v.optional(v.array(host), []),
  styleHosts: v.optional(v.array(host), []),
  banner: oneOf('follow', 'always'),
  rateLimit: v.optional(v.object({ requestsPerMinute: whole(6000), preflightsCount: flag })),
  idleMinutes: whole(480),
  sessionHours: v.optional(whole(8760), 12),
  refreshWithinHours: v.optional(whole(8760)),
  door: v.optional(
    oneOf(
      'office-patient',
      'office-patient-r3',
      'enterprise-patient',
      'enterprise-patient-dstu2',
      'ehr',
      'own-records',
    ),
  ),
  practiceSearch: v.optional(url),
  retiring: v.optional(flag, false),
  sandbox: v.optional(flag, false),
});

export const registrySchema = v.object({
  systems: v.array(systemSchema),
  defaultLaunch: v.optional(id),
  openFile: v.optional(flag, true),
});
