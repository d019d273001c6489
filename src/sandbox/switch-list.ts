import { bulkChoices, type BulkSwitches } from './bulk/bulk-switches.ts';
import type { Switches } from './control.ts';
import { categories } from './enterprise/categories.ts';
import { enterpriseChoices, type EnterpriseSwitches } from './enterprise/enterprise-switches.ts';
import { earlierChoices, type EarlierSwitches } from './fhir/earlier/earlier-switches.ts';

/** What a switch may be set to. */
export type SwitchKind =
  | { readonly kind: 'boolean' }
  | { readonly kind: 'number'; readonly unit: string; readonly most: number }
  | { readonly kind: 'choice'; readonly choices: readonly string[] };

export interface SwitchEntry {
  readonly name: keyof Switches;
  readonly words: string;
  readonly takes: SwitchKind;
}

const boolean = { kind: 'boolean' } as const;
const choice = (...choices: readonly string[]) => ({ kind: 'choice', choices }) as const;
const number = (unit: string, most: number) => ({ kind: 'number', unit, most }) as const;

type Entry = readonly [words: string, takes: SwitchKind];

const ofEarlierVersions = Object.fromEntries(
  Object.entries(earlierChoices).map(([name, [words, choices]]) => [name, [words, choice(...choices)]]),
) as unknown as Readonly<Record<keyof EarlierSwitches, Entry>>;

type Takes = readonly string[] | { readonly unit: string; readonly most: number };
const entriesOf = (choices: Readonly<Record<string, readonly [string, Takes]>>) =>
  Object.fromEntries(
    Object.entries(choices).map(([name, [words, takes]]) => [
      name,
      [words, 'unit' in takes ? number(takes.unit, takes.most) : choice(...takes)],
    ]),
  );

const ofEnterprise = entriesOf(enterpriseChoices) as unknown as Readonly<
  Record<keyof EnterpriseSwitches, Entry>
>;

const ofBulk = entriesOf(bulkChoices) as unknown as Readonly<Record<keyof BulkSwitches, Entry>>;

/** Every switch, in words for the developer who turns it. Keyed by name, so that none can be forgotten. */
const entries: Readonly<Record<keyof Switches, Entry>> = {
  sendIss: ['The launch URL carries iss', boolean],
  callbackIss: ["The callback carries iss (NextGen's Keycloak sends none)", boolean],
  encounter: ['The launch names the chosen visit, or none', choice('chosen', 'none')],
  banner: [
    'need_patient_banner in the token response, as written in JSON',
    choice('"false"', '"true"', 'false', 'true', 'absent'),
  ],
  style: [
    "The style file the token response names: the EHR's, the portal's, none, or one that fails in this way",
    choice('ehr', 'portal', 'absent', 'malformed', 'unreadable', 'slow', 'not-found'),
  ],
  omitPatient: ['The token response leaves patient out', boolean],
  launch: ['What the identity server thinks of a launch', choice('fresh', 'expired', 'not-subscribed')],
  consentRefused: ['The person refuses at the consent page', boolean],
  codeReused: ['The code has been used before the app sends it', boolean],
  identityDown: ['The identity server closes every connection', boolean],
  idToken: [
    'The id_token of a token response: as it should be, or with this fault',
    choice('good', 'other-issuer', 'other-audience', 'expired'),
  ],
  requestsPerMinute: [
    'FHIR requests a minute for each client address; 0 = no limit',
    number('a minute', 100_000),
  ],
  preflightsCounted: ['Preflights count towards the limit', boolean],
  retryAfter: ['Retry-After with a 429', choice('sent-and-exposed', 'sent', 'none')],
  corsOn429: ['A 429 carries CORS headers', boolean],
  corsMaxAge: ['Access-Control-Max-Age; 0 = not sent', number('seconds', 86_400)],
  pageSize: ['Entries on a page of search results; 0 = everything in one bundle', number('entries', 10_000)],
  strictCompartment: ["A patient's own token is refused Device and Location", boolean],
  officeCors: [
    "Whose pages may read NextGen Office's records: those of registered origins, or of any",
    choice('registered', 'any'),
  ],
  latencyMs: ['Delay before every answer', number('ms', 60_000)],
  accessTokenSeconds: ['Lifetime of access tokens', number('seconds', 86_400)],
  enterpriseParameters: [
    "Where Enterprise's patient-oauth looks for token parameters and the secret: the query string of the POST, a form, a form with Basic, or any of them",
    choice('query', 'form', 'basic', 'any'),
  ],
  enterprisePkce: ['PKCE at patient-oauth', choice('optional', 'required', 'refused', 'overlooked')],
  enterpriseIssuer: [
    "Issuer of patient-oauth's id_token: the one of smart-configuration or of openid-configuration",
    choice('patient-oauth', 'fhir-base'),
  ],
  enterpriseAud: [
    'aud at patient-oauth: another base is refused, or overlooked, or any aud is refused',
    choice('checked', 'overlooked', 'refused'),
  ],
  enterpriseRotation: [
    'A refresh token of Enterprise: good once, with another in the answer, or kept until it is too old',
    choice('once', 'kept'),
  ],
  enterpriseScope: ["scope in patient-oauth's token response", choice('absent', 'granted')],
  enterpriseRefreshHours: [
    'A refresh token of patient-oauth must be exchanged within this time of its issue; 0 = it is always too late',
    number('hours', 2400),
  ],
  enterpriseRefreshRefused: ["Enterprise's authorization servers refuse every refresh token", boolean],
  enterpriseDenied: [
    'A category of records that is denied at Enterprise whatever the consent page says',
    choice('none', ...categories.map(({ id }) => id)),
  ],
  enterprisePatient: [
    "GET {base}/Patient at Enterprise: a Bundle of everyone the account may open, or the account's own Patient",
    choice('bundle', 'patient'),
  ],
  enterprisePageSize: ['Entries on a page of Enterprise', number('entries', 10_000)],
  enterpriseMost: [
    'The most that one search of Enterprise gives on all of its pages, while total names all of it; 0 = all',
    number('entries', 10_000),
  ],
  enterpriseUnlisted: [
    "A search parameter that Enterprise's statement does not list",
    choice('refused', 'ignored'),
  ],
  ...ofEnterprise,
  enterpriseClaims: [
    'ExplanationOfBenefit at Enterprise R4, which its statement does not list: denied as recorded of such types, or served and listed',
    choice('denied', 'served'),
  ],
  ...ofEarlierVersions,
  ...ofBulk,
  autoConsent: ['Sign in, choose and consent without showing the pages', boolean],
};

export const switchList: readonly SwitchEntry[] = (Object.entries(entries) as [keyof Switches, Entry][]).map(
  ([name, [words, takes]]) => ({ name, words, takes }),
);
