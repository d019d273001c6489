import { beforeAll, expect, test } from 'vitest';
import { categories } from '#sandbox/enterprise/categories.ts';
import { ehrBase, origin, r4, TestSite } from '#sandbox/enterprise/test-site.ts';

/**
 * What NextGen Enterprise's own statement (5.0.1.698, captured 24 July 2026) declares: type, search parameters with
 * the first letter of the type it gives them, whether `Provenance:target` is listed, whether `updateCreate` is true,
 * how many profiles.
 */
const documented = [
  ['AllergyIntolerance', '_id:t patient:r date:d _lastUpdated:d _maxresults:n', true, false, 1],
  ['CarePlan', '_id:t patient:r category:t status:t _lastUpdated:d _maxresults:n', true, false, 1],
  ['CareTeam', '_id:t patient:r status:t _lastUpdated:d', true, false, 1],
  [
    'Observation',
    '_id:t patient:r category:t code:t date:d status:t _lastUpdated:d _maxresults:n',
    true,
    false,
    20,
  ],
  [
    'Condition',
    '_id:t patient:r category:t onset-date:d clinical-status:t _lastUpdated:d _maxresults:n',
    true,
    false,
    3,
  ],
  ['Coverage', '_id:t patient:r _lastUpdated:d _maxresults:n', true, false, 1],
  ['Device', '_id:t patient:r status:t _lastUpdated:d _maxresults:n', true, false, 2],
  [
    'DiagnosticReport',
    '_id:t patient:r category:t code:t date:d _lastUpdated:d _maxresults:n',
    true,
    false,
    3,
  ],
  [
    'DocumentReference',
    '_id:t patient:r type:t date:d category:t _lastUpdated:d _maxresults:n',
    true,
    false,
    1,
  ],
  ['Encounter', '_id:t patient:r date:d _lastUpdated:d _maxresults:n', true, false, 1],
  ['Endpoint', '_id:t name:s', false, false, 1],
  ['Goal', '_id:t patient:r target-date:d lifecycle-status:t _lastUpdated:d _maxresults:n', true, false, 1],
  ['Immunization', '_id:t patient:r date:d status:t _lastUpdated:d _maxresults:n', true, false, 1],
  [
    'Location',
    '_id:t name:s address:s address-city:s address-state:s address-postalcode:s _lastUpdated:d _maxresults:n',
    false,
    false,
    1,
  ],
  ['MedicationDispense', '_id:t patient:r _lastUpdated:d _maxresults:n', true, false, 1],
  [
    'MedicationRequest',
    '_id:t patient:r status:t intent:t authoredon:d _lastUpdated:d _maxresults:n',
    true,
    false,
    1,
  ],
  ['MedicationStatement', '_id:t patient:r status:t _lastUpdated:d _maxresults:n', false, false, 1],
  [
    'Organization',
    '_id:t name:s address:s address-city:s address-postalcode:s address-state:s address-country:s _lastUpdated:d _maxresults:n',
    false,
    false,
    1,
  ],
  [
    'Patient',
    '_id:t identifier:t name:s given:s family:s gender:t address:s address-city:s address-postalcode:s birthdate:d _lastUpdated:d _maxresults:n',
    true,
    true,
    1,
  ],
  ['Practitioner', '_id:t name:s identifier:t _lastUpdated:d _maxresults:n', false, true, 1],
  [
    'PractitionerRole',
    '_id:t specialty:t practitioner.identifier:s practitioner.name:s _lastUpdated:d _maxresults:n',
    true,
    true,
    1,
  ],
  ['Procedure', '_id:t patient:r date:d status:t _lastUpdated:d _maxresults:n', true, true, 1],
  ['Provenance', '', false, true, 1],
  ['Questionnaire', '', false, true, 1],
  ['QuestionnaireResponse', '_id:t patient:r _lastUpdated:d _maxresults:n', true, true, 1],
  ['RelatedPerson', '_id:t patient:r name:s _lastUpdated:d _maxresults:n', false, true, 1],
  [
    'ServiceRequest',
    '_id:t patient:r category:t code:t authored:d _lastUpdated:d _maxresults:n',
    true,
    true,
    1,
  ],
  ['Specimen', '_id:t patient:r _lastUpdated:d _maxresults:n', true, true, 1],
] as const;

interface Statement {
  readonly rest: readonly [
    {
      readonly security: {
        readonly cors: boolean;
        readonly extension: readonly [{ readonly extension: readonly { readonly valueUri: string }[] }];
      };
      readonly resource: readonly {
        readonly type: string;
        readonly supportedProfile: readonly string[];
        readonly interaction: readonly { readonly code: string }[];
        readonly searchParam?: readonly { readonly name: string; readonly type: string }[];
        readonly searchInclude?: readonly string[];
        readonly searchRevInclude?: readonly string[];
        readonly updateCreate: boolean;
      }[];
    },
  ];
  readonly implementation: { readonly url: string };
}

let site: TestSite;
beforeAll(async () => {
  site = await TestSite.start();
});

const read = async <T>(url: string): Promise<T> => (await (await site.ask(url)).json()) as T;

test.each([r4, ehrBase])(
  '%s/metadata declares the documented types, parameters and includes, and no others',
  async (base) => {
    const { rest, implementation } = await read<Statement>(`${base}/metadata`);
    const found = rest[0].resource.map((each) => [
      each.type,
      (each.searchParam ?? []).map(({ name, type }) => `${name}:${type[0]}`).join(' '),
      each.searchRevInclude?.join() === 'Provenance:target',
      each.updateCreate,
      each.supportedProfile.length,
    ]);
    expect(found).toEqual(documented);
    for (const each of rest[0].resource) {
      expect(each.interaction.map(({ code }) => code)).toEqual(['read', 'search-type']);
      expect(each).not.toHaveProperty('searchInclude');
      expect(each.searchRevInclude ?? ['Provenance:target']).toEqual(['Provenance:target']);
    }
    expect(rest[0].security.cors).toBe(true);
    expect(implementation.url).toBe(base.replace(/r4$/, 'R4'));
  },
);

test('the statement has the captured profiles and addresses', async () => {
  const { rest } = await read<Statement>(`${r4}/metadata`);
  const profiles = rest[0].resource.find(({ type }) => type === 'Observation')?.supportedProfile ?? [];
  const us = 'http://hl7.org/fhir/us/core/StructureDefinition/';
  expect(profiles.slice(0, 2)).toEqual([`${us}us-core-observation`, `${us}us-core-blood-pressure`]);
  expect(profiles).toContain(`${us}pediatric-bmi-for-age`);
  const oauth = `${origin}/nge/prod/patient-oauth`;
  expect(rest[0].security.extension[0].extension.map(({ valueUri }) => valueUri)).toEqual([
    `${oauth}/authorize`,
    `${oauth}/token`,
    `${oauth}/token/revoke`,
  ]);
});

test('both discovery documents have the captured members, and name two different issuers', async () => {
  const oauth = `${origin}/nge/prod/patient-oauth`;
  const smart = await read<Record<string, unknown>>(`${r4}/.well-known/smart-configuration`);
  expect(Object.keys(smart)).toEqual([
    'capabilities',
    'authorization_endpoint',
    'token_endpoint',
    'revocation_endpoint',
    'grant_types_supported',
    'code_challenge_methods_supported',
    'scopes_supported',
    'issuer',
    'jwks_uri',
  ]);
  expect(smart).toMatchObject({
    issuer: oauth,
    token_endpoint: `${oauth}/token`,
    jwks_uri: `${origin}/nge/prod/fhir-api-r4/.well-known/jwks.json`,
    code_challenge_methods_supported: ['S256'],
    scopes_supported: [
      'openid',
      'offline_access',
      'launch',
      'launch/patient',
      'launch/encounter',
      'patient/*.*',
      'user/*.*',
    ],
  });
  const openid = await read<Record<string, unknown>>(`${r4}/.well-known/openid-configuration`);
  expect(openid).toEqual({
    issuer: r4,
    response_types_supported: ['code', 'id_token', 'token id_token'],
    jwks_uri: `${r4}/.well-known/jwk`,
    subject_types_supported: ['pairwise', 'public'],
    id_token_signing_alg_values_supported: ['RS256'],
    authorization_endpoint: `${oauth}/authorize`,
    token_endpoint: `${oauth}/token`,
    revocation_endpoint: `${oauth}/token/revoke`,
  });
});

test('discovery and keys are open to any page; no private member of the key is among them', async () => {
  for (const path of [
    `${r4}/.well-known/jwk`,
    `${origin}/nge/prod/fhir-api-r4/.well-known/jwks.json`,
    `${r4}/.well-known/smart-configuration`,
  ]) {
    const response = await site.ask(path, { headers: { Origin: 'https://anyone.example' } });
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('https://anyone.example');
    const body = (await response.json()) as { keys?: readonly object[] };
    for (const key of body.keys ?? [])
      expect(Object.keys(key).toSorted()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
  }
});

test('the base for launches from the EHR names nge-oauth', async () => {
  const smart = await read<Record<string, unknown>>(`${ehrBase}/.well-known/smart-configuration`);
  expect(smart).toMatchObject({
    issuer: `${origin}/nge/prod/nge-oauth`,
    authorization_endpoint: `${origin}/nge/prod/nge-oauth/authorize`,
  });
});

test('each type of the statement stands in one category of the consent page, and beside them only claims', () => {
  const covered = categories.flatMap(({ types }) => types);
  expect(covered.toSorted()).toEqual(
    [...documented.map(([type]) => type), 'ExplanationOfBenefit'].toSorted(),
  );
});
