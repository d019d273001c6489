import { expect, test } from 'vitest';
import { fixtureSite, office, origin } from './fhir-fixture.ts';

/**
 * What NextGen Office's own statement (captured 24 July 2026) declares: type, then its search parameters with the
 * types it gives them (r = reference, d = date, t = token), then whether `Provenance:target` may be included.
 */
const documented: readonly (readonly [type: string, parameters: string, provenance: boolean])[] = [
  ['AllergyIntolerance', 'patient:r date:d', true],
  ['CarePlan', 'category:r patient:r date:d', true],
  ['CareTeam', '_id:r patient:r status:t', true],
  ['Condition', 'patient:r category:r date:d', true],
  ['Coverage', 'patient:r', true],
  ['Device', 'patient:r date:d', true],
  ['DiagnosticReport', 'patient:r category:t code:t date:d', true],
  ['DocumentReference', '_id:r category:t date:d patient:r status:t type:t', true],
  ['Encounter', 'patient:r date:d _id:r', true],
  ['Goal', 'patient:r date:d', true],
  ['Immunization', 'patient:r date:d', true],
  ['Location', '', false],
  ['MedicationAdministration', 'patient:r status:t', true],
  ['MedicationDispense', 'patient:r status:t', true],
  ['MedicationRequest', 'patient:r date:d intent:t status:t', true],
  ['Observation', 'patient:r category:t code:t date:d', true],
  ['OperationDefinition', '', false],
  ['Organization', 'address:r name:r', false],
  ['Patient', '_id:r birthdate:d gender:r identifier:t name:r', true],
  ['Practitioner', '', false],
  ['PractitionerRole', 'practitioner:r', false],
  ['Procedure', 'patient:r date:d', true],
  ['Provenance', '', false],
  ['RelatedPerson', 'patient:r', false],
  ['ServiceRequest', 'patient:r authored:d category:r code:t _id:r', true],
  ['Specimen', '_id:r patient:r', false],
];

/** The reference parameters of all types: what a type without a declared `_revinclude` is printed with. */
const everyReference =
  'AllergyIntolerance:patient CarePlan:category CarePlan:patient CareTeam:_id CareTeam:patient Condition:category Condition:patient Coverage:patient Device:patient DiagnosticReport:patient DocumentReference:_id DocumentReference:patient Encounter:_id Encounter:patient Goal:patient Immunization:patient MedicationAdministration:patient MedicationDispense:patient MedicationRequest:patient Observation:patient Organization:address Organization:name Patient:_id Patient:gender Patient:name PractitionerRole:practitioner Procedure:patient RelatedPerson:patient ServiceRequest:_id ServiceRequest:category ServiceRequest:patient Specimen:_id Specimen:patient';

interface Stated {
  readonly type: string;
  readonly searchParam?: readonly { readonly name: string; readonly type: string }[];
  readonly interaction: readonly { readonly code: string }[];
  readonly searchInclude: readonly string[];
  readonly searchRevInclude: readonly string[];
  readonly supportedProfile?: readonly string[];
}

async function stated(base: string): Promise<readonly Stated[]> {
  const { body } = await fixtureSite().json(`${base}/metadata`, { as: '' });
  return (body['rest'] as [{ resource: readonly Stated[] }])[0].resource;
}

test('the statement declares the documented types and parameters, and no others', async () => {
  const resources = await stated(office);
  const found = resources.map(({ type, searchParam = [], searchRevInclude }) => [
    type,
    searchParam.map((each) => `${each.name}:${each.type[0]}`).join(' '),
    searchRevInclude.join() === 'Provenance:target',
  ]);
  expect(found).toEqual(documented);
});

test('read everywhere, search where there is a parameter; includes printed as HAPI prints them', async () => {
  const resources = await stated(office);
  const found = resources.map(({ type, interaction, searchInclude, searchRevInclude }) => [
    type,
    interaction.map(({ code }) => code).join(' '),
    searchInclude.join(' '),
    searchRevInclude.join(' '),
  ]);
  const expected = documented.map(([type, parameters, provenance]) => [
    type,
    parameters === '' ? 'read' : 'read search-type',
    ['*', ...everyReference.split(' ').filter((each) => each.startsWith(`${type}:`))].join(' '),
    provenance ? 'Provenance:target' : everyReference,
  ]);
  expect(found).toEqual(expected);
});

test('profiles: nineteen for Observation, none for Location', async () => {
  const resources = await stated(office);
  const profiles = (type: string): readonly string[] =>
    resources.find((each) => each.type === type)?.supportedProfile ?? [];
  expect(profiles('Observation')).toHaveLength(19);
  expect(profiles('Condition')).toEqual([
    'http://hl7.org/fhir/us/core/StructureDefinition/us-core-condition-encounter-diagnosis',
    'http://hl7.org/fhir/us/core/StructureDefinition/us-core-condition-problems-health-concerns',
  ]);
  expect(profiles('Location')).toEqual([]);
});

test('the data base states every R4 type', async () => {
  const types = (await stated(`${origin}/data/fhir/r4`)).map(({ type }) => type);
  expect(types).toHaveLength(146);
  expect(types).toContain('Medication');
});

test('discovery has the documented fields, the sandbox’s addresses and any origin', async () => {
  const site = fixtureSite();
  const path = `${office}/.well-known/smart-configuration`;
  const response = await site.get(path, {
    as: '',
    origin: 'https://anyone.example',
    headers: { Accept: 'text/html' },
  });
  expect(response.headers.get('Content-Type')).toBe('application/json');
  expect(response.headers.get('Access-Control-Allow-Origin')).toBe('https://anyone.example');
  const found = (await response.json()) as Record<string, unknown>;
  const realm = 'http://localhost:4201/auth/realms/nextgen';
  expect(found).toMatchObject({
    issuer: realm,
    authorization_endpoint: `${realm}/protocol/openid-connect/auth`,
    token_endpoint: `${realm}/protocol/openid-connect/token`,
    revocation_endpoint: `${realm}/protocol/openid-connect/revoke`,
    introspection_endpoint: `${realm}/protocol/openid-connect/token/introspect`,
    jwks_uri: `${realm}/protocol/openid-connect/certs`,
    code_challenge_methods_supported: ['S256'],
  });
  expect(found).not.toHaveProperty('scopes_supported');
  expect(found['capabilities']).toHaveLength(18);
});
