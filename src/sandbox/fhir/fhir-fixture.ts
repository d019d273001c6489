import { Control } from '#sandbox/control.ts';
import type { TokenInfo } from '#sandbox/token-check.ts';
import { type FhirSiteOptions, createFhirSite, fhirPaths } from './create-fhir-site.ts';
import type { FhirResource } from './resource.ts';
import { keycloakEndpoints } from './smart-configuration.ts';
import { createStore } from './store.ts';

/** For the tests of this folder: a few records of two people, tokens by name, and a site to ask. */
export const origin = 'http://localhost:4202';
export const office = origin + fhirPaths.office;
export const app = 'http://127.0.0.1:4200';

const of = (patient: string): { readonly reference: string } => ({ reference: `Patient/${patient}` });
const coded = (code: string, system = 'http://example.org/codes'): object => ({ coding: [{ system, code }] });
const laboratory = [coded('laboratory', 'http://terminology.hl7.org/CodeSystem/observation-category')];

export const records: readonly FhirResource[] = [
  {
    resourceType: 'Patient',
    id: '85',
    name: [{ family: 'PÉREZ', given: ['ANA'] }],
    gender: 'female',
    birthDate: '1980-05-01',
    identifier: [{ system: 'urn:x', value: 'HF85' }],
  },
  {
    resourceType: 'Patient',
    id: '86',
    name: [{ family: 'OTHER', given: ['BO'] }],
    gender: 'male',
    birthDate: '1990',
  },
  {
    resourceType: 'AllergyIntolerance',
    id: '1',
    patient: of('85'),
    recordedDate: '2020-03-04',
    code: coded('7980'),
  },
  {
    resourceType: 'Condition',
    id: 'PL-1',
    subject: of('85'),
    category: [coded('problem-list-item')],
    onsetDateTime: '2019',
    meta: { versionId: '3', lastUpdated: '2026-01-02T03:04:05Z' },
  },
  { resourceType: 'Condition', id: 'ED-2', subject: of('85'), category: [coded('encounter-diagnosis')] },
  { resourceType: 'Condition', id: 'PL-9', subject: of('86'), category: [coded('problem-list-item')] },
  ...[1, 2, 3, 4, 5].map((n) => ({
    resourceType: 'Observation',
    id: `LR-${n}`,
    status: 'final',
    subject: of('85'),
    category: laboratory,
    effectiveDateTime: `2026-0${n}-10T08:00:00-07:00`,
    valueQuantity: { value: n },
  })),
  {
    resourceType: 'Observation',
    id: 'HX-6',
    status: 'final',
    subject: of('85'),
    category: [coded('social-history')],
    code: coded('72166-2', 'http://loinc.org'),
    performer: [of('86')],
  },
  { resourceType: 'Observation', id: 'LR-9', status: 'final', subject: of('86'), category: laboratory },
  {
    resourceType: 'Encounter',
    id: 'PT-1',
    subject: of('85'),
    period: { start: '2026-05-05T10:00:00Z', end: '2026-05-05T10:30:00Z' },
  },
  { resourceType: 'Encounter', id: 'PT-9', subject: of('86') },
  { resourceType: 'CarePlan', id: 'c1', subject: of('85'), category: [coded('assess-plan')] },
  { resourceType: 'CareTeam', id: 't1', status: 'active', subject: of('85') },
  {
    resourceType: 'DocumentReference',
    id: 'd1',
    subject: of('85'),
    category: [coded('clinical-note')],
    type: coded('11506-3'),
  },
  {
    resourceType: 'MedicationRequest',
    id: 'm1',
    status: 'active',
    intent: 'order',
    subject: of('85'),
    medicationReference: { reference: 'Medication/x1' },
  },
  { resourceType: 'Medication', id: 'x1', code: coded('1') },
  { resourceType: 'Device', id: 'dev1', patient: of('85') },
  { resourceType: 'Coverage', id: 'cov1', beneficiary: of('85'), payor: [of('86')] },
  { resourceType: 'Specimen', id: 's1', subject: of('85') },
  { resourceType: 'ServiceRequest', id: 'o1', subject: of('85'), authoredOn: '2026-02-02' },
  { resourceType: 'RelatedPerson', id: 'r1', patient: of('85') },
  { resourceType: 'Practitioner', id: 'p1', name: [{ family: 'DOE' }] },
  { resourceType: 'PractitionerRole', id: 'pr1', practitioner: { reference: 'Practitioner/p1' } },
  { resourceType: 'Organization', id: 'org1', name: 'Example Practice' },
  { resourceType: 'Location', id: 'loc1', name: 'Room' },
  {
    resourceType: 'Provenance',
    id: 'prov1',
    recorded: '2026-01-01',
    target: [{ reference: 'Condition/PL-1' }, { reference: 'Condition/ED-2/_history/1' }],
  },
  {
    resourceType: 'Provenance',
    id: 'prov2',
    recorded: '2026-01-01',
    target: [{ reference: 'Condition/PL-9' }],
  },
];

const user = 'Practitioner/p1';
const token = (scopes: string, patient: string | undefined = '85', who = user): TokenInfo => ({
  clientId: 'test',
  user: who,
  scopes: scopes.split(' '),
  patient,
});

/** Tokens by what they may. */
export const tokens: Readonly<Record<string, TokenInfo>> = {
  provider: token('openid user/*.read'),
  'provider-v2': token('user/*.rs'),
  patient: token('openid fhirUser launch/patient patient/*.read', '85', 'Patient/85'),
  'patient-user-scope': token('user/*.rs', undefined, 'Patient/85'),
  'no-provenance': token('patient/Condition.rs patient/Patient.r'),
  'lower-case': token('patient/condition.read patient/CAREPLAN.READ'),
  'search-only': token('patient/Condition.s'),
  'read-only': token('patient/Condition.r'),
  write: token('patient/*.write patient/Condition.cud'),
  laboratory: token(
    'patient/Observation.rs?category=http://terminology.hl7.org/CodeSystem/observation-category|laboratory',
  ),
  'wrong-system': token('patient/Observation.rs?category=http://example.org|laboratory'),
  'odd-filter': token('patient/Observation.rs?unheard-of=1'),
  'no-scopes': token('openid launch'),
};

export interface Site {
  readonly control: Control;
  /** Milliseconds that the site was told to wait. */
  readonly waits: readonly number[];
  /** GET as the provider from the app's page, unless said otherwise. `path` is below the Office base. */
  get(path: string, options?: RequestOptions): Promise<Response>;
  json(path: string, options?: RequestOptions): Promise<Answer>;
}

export interface RequestOptions {
  /** A name in `tokens`; '' = no Authorization header. */
  readonly as?: string;
  readonly from?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly origin?: string;
}

export interface Answer {
  readonly status: number;
  readonly body: FhirResource;
  readonly diagnostics: string;
  readonly ids: readonly string[];
  readonly links: Readonly<Record<string, string>>;
}

/** A site on the fixture's records, at noon of 23 November 2026, without a limit. */
export function fixtureSite(options: Partial<FhirSiteOptions> = {}): Site {
  const { control = new Control() } = options;
  control.fixedNow = Date.UTC(2026, 10, 23, 12);
  control.switches.requestsPerMinute = 0;
  const waits: number[] = [];
  const handler = createFhirSite({
    control,
    checkToken: async (name) => tokens[name],
    origin,
    allowedOrigins: [app],
    identity: keycloakEndpoints('http://localhost:4201/auth/realms/nextgen'),
    office: createStore(records),
    data: createStore(records),
    wait: async (milliseconds) => void waits.push(milliseconds),
    ...options,
  });
  const get: Site['get'] = (
    path,
    { as = 'provider', from = '10.0.0.1', origin: page = app, ...rest } = {},
  ) => {
    const url = path.startsWith('http')
      ? path
      : `${office}${path.startsWith('?') || path === '' ? '' : '/'}${path}`;
    const headers = new Headers({ Origin: page, ...rest.headers });
    if (as !== '') headers.set('Authorization', `Bearer ${as}`);
    const init = {
      method: rest.method ?? 'GET',
      headers,
      ...(rest.body === undefined ? {} : { body: rest.body }),
    };
    return handler(new Request(url, init), { clientAddress: from });
  };
  return {
    control,
    waits,
    get,
    async json(path, given) {
      const response = await get(path, given);
      const body = (await response.json()) as Bundle & Outcome & FhirResource;
      return {
        status: response.status,
        body,
        diagnostics: body.issue?.[0]?.diagnostics ?? '',
        ids: (body.entry ?? []).map(({ resource }) => `${resource.resourceType}/${resource.id}`),
        links: Object.fromEntries((body.link ?? []).map(({ relation, url }) => [relation, url])),
      };
    },
  };
}

interface Bundle {
  readonly entry?: readonly { readonly resource: FhirResource }[];
  readonly link?: readonly { readonly relation: string; readonly url: string }[];
}

interface Outcome {
  readonly issue?: readonly { readonly diagnostics?: string }[];
}
