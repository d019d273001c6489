/** What the bases of STU3 and DSTU2 answer. */
import { beforeAll, describe, expect, test } from 'vitest';
import { people } from '#sandbox/cast.ts';
import { Control } from '#sandbox/control.ts';
import { fixtureSite, office, origin, type RequestOptions, type Site } from '#sandbox/fhir/fhir-fixture.ts';
import { keycloakEndpoints } from '#sandbox/fhir/smart-configuration.ts';
import { createStore } from '#sandbox/fhir/store.ts';
import { castResources } from '#sandbox/people/resources.ts';
import type { TokenInfo } from '#sandbox/token-check.ts';
import { enterpriseDstu2Base, officeR3Base } from './earlier-bases.ts';
import { enterpriseDstu2Types } from './enterprise-dstu2-rules.ts';
import { officeR3Rules } from './office-r3-rules.ts';

const { david, anna } = people;
const r3 = `${origin}/api/fhir`;
const dstu2 = `${origin}/nge/prod/fhir-api/fhir/dstu2`;
const mine = `patient=${david.id}`;

const token = (audience: string, scopes: string): TokenInfo => ({
  clientId: '',
  user: `Patient/${david.id}`,
  scopes: scopes.split(' '),
  patient: david.id,
  audience: [audience],
});
const tokens: Readonly<Record<string, TokenInfo>> = {
  r3: token(r3, 'patient/*.read'),
  r4: token(office, 'patient/*.read'),
  dstu2: token(dstu2, 'patient/*.read'),
  medicines: token(dstu2, 'patient/MedicationRequest.read'),
  team: token(dstu2, 'patient/CareTeam.read'),
};

let site: Site;

beforeAll(() => {
  const cast = createStore(castResources());
  const control = new Control();
  const at = { control, origin };
  const signIn = {
    checkToken: async (name: string) => tokens[name],
    identity: keycloakEndpoints('http://localhost:4201/auth/realms/nextgen'),
  };
  site = fixtureSite({
    ...signIn,
    office: cast,
    control,
    bases: [officeR3Base(cast, signIn, at), enterpriseDstu2Base(cast, signIn, at)],
  });
});

const ask = (url: string, as: string, options: RequestOptions = {}) => site.json(url, { ...options, as });

describe('NextGen Office R3', () => {
  test('stands above the base of R4, and each answers its own version', async () => {
    const stu3 = await ask(`${r3}/metadata`, '');
    expect(stu3.body).toMatchObject({ resourceType: 'CapabilityStatement', fhirVersion: '3.0.2' });
    expect((await ask(`${office}/metadata`, '')).body).toMatchObject({ fhirVersion: '4.0.1' });
    expect(stu3.body).toMatchObject({
      acceptUnknown: 'extensions',
      rest: [{ security: { cors: true, service: [{ coding: [{ code: 'SMART-on-FHIR' }] }] } }],
    });
    expect(stu3.body).not.toHaveProperty('instantiates');
  });

  test('its statement lists what it answers', async () => {
    const { body } = await ask(`${r3}/metadata`, '');
    const [{ resource = [] } = {}] = body['rest'] as { resource?: { type: string; profile: unknown }[] }[];
    expect(resource.map(({ type }) => type)).toEqual(officeR3Rules.map(({ type }) => type));
    expect(resource[0]?.profile).toEqual({
      reference: 'http://hl7.org/fhir/StructureDefinition/AllergyIntolerance',
    });
  });

  test('a record is in STU3’s elements, under a HAPI server’s headers', async () => {
    const response = await site.get(`${r3}/Condition?${mine}`, { as: 'r3' });
    expect(response.headers.get('Content-Type')).toBe('application/fhir+json;charset=utf-8');
    expect(response.headers.get('X-Powered-By')).toContain('FHIR 3.0.2/DSTU3');
    const text = await response.text();
    expect(text).toContain('"assertedDate"');
    expect(text).toContain(`"fullUrl":"${r3}/Condition/`);
  });

  test.each([
    ['ProcedureRequest', 'patient'],
    ['ReferralRequest', 'patient'],
    ['MedicationStatement', 'patient'],
    ['Coverage', 'beneficiary'],
  ])('%s by %s', async (type, name) => {
    const { status, ids } = await ask(`${r3}/${type}?${name}=${david.id}`, 'r3');
    expect(status).toBe(200);
    expect(ids.length).toBeGreaterThan(0);
    expect(ids.every((id) => id.startsWith(`${type}/`))).toBe(true);
  });

  test('Provenance comes along where it is asked for', async () => {
    const { ids } = await ask(`${r3}/AllergyIntolerance?${mine}&_revinclude=Provenance:target`, 'r3');
    expect(ids.some((id) => id.startsWith('Provenance/'))).toBe(true);
  });

  test.each([
    ['a type of R4', `ServiceRequest?${mine}`, 404],
    ['a parameter that is not listed', `Condition?${mine}&onset-date=2020`, 400],
    ['R4’s name for the person covered', `Coverage?${mine}`, 400],
    ['somebody else', `Condition?patient=${anna.id}`, 403],
  ])('%s is refused', async (_what, path, status) => {
    expect((await ask(`${r3}/${path}`, 'r3')).status).toBe(status);
  });

  test('a token of R4 is none here, nor one of here there', async () => {
    expect((await site.get(`${r3}/Patient/${david.id}`, { as: 'r4' })).status).toBe(401);
    expect((await site.get(`${office}/Patient/${david.id}`, { as: 'r3' })).status).toBe(401);
  });

  test('both versions share one limit', async () => {
    site.control.switches.requestsPerMinute = 3;
    const statuses: number[] = [];
    for (const [url, as] of [
      [r3, 'r3'],
      [office, 'r4'],
      [r3, 'r3'],
      [office, 'r4'],
    ])
      statuses.push((await site.get(`${url}/Patient/${david.id}`, { as: as!, from: '10.9.9.9' })).status);
    site.control.switches.requestsPerMinute = 0;
    expect(statuses).toEqual([200, 200, 200, 429]);
  });
});

describe('NextGen Enterprise DSTU2', () => {
  test('states itself in a Conformance', async () => {
    const response = await site.get(`${dstu2}/metadata`, { as: '' });
    expect(response.headers.get('Content-Type')).toBe('application/json+fhir;charset=utf-8');
    const body = (await response.json()) as { rest: { resource: { type: string }[] }[] };
    expect(body).toMatchObject({ resourceType: 'Conformance', fhirVersion: '1.0.2', kind: 'instance' });
    expect(body.rest[0]?.resource.map(({ type }) => type)).toEqual(enterpriseDstu2Types);
  });

  test.each(['application/fhir+json', 'application/json', 'application/json+fhir', '*/*'])(
    'answers %s in its own media type',
    async (accept) => {
      const response = await site.get(`${dstu2}/Patient/${david.id}`, {
        as: 'dstu2',
        headers: { Accept: accept },
      });
      expect(response.headers.get('Content-Type')).toBe('application/json+fhir;charset=utf-8');
      expect(await response.json()).toMatchObject({ name: [{ family: ['SMITH'] }, {}] });
    },
  );

  test('GET Patient is whose record is open', async () => {
    expect((await ask(`${dstu2}/Patient`, 'dstu2')).ids).toEqual([`Patient/${david.id}`]);
  });

  test('the care team is a care plan of its category', async () => {
    const team = await ask(`${dstu2}/CarePlan?${mine}&category=careteam`, 'dstu2');
    expect(team.ids).toEqual(['CarePlan/CT-9464920001']);
    const plans = await ask(`${dstu2}/CarePlan?${mine}&category=assess-plan`, 'dstu2');
    expect(plans.ids).toEqual(['CarePlan/PTP-9464920001']);
  });

  test.each([
    ['observations without a category', `Observation?${mine}`, 400],
    ['care plans without one', `CarePlan?${mine}`, 404],
    ['care plans of an unknown one', `CarePlan?${mine}&category=other`, 404],
    ['a type that Argonaut does not have', `Encounter?${mine}`, 404],
    ['a type of R4', `MedicationRequest?${mine}`, 404],
    ['somebody else', `Condition?patient=${anna.id}`, 403],
  ])('%s: refused', async (_what, path, status) => {
    expect((await ask(`${dstu2}/${path}`, 'dstu2')).status).toBe(status);
  });

  test('what was approved by R4’s names is open by DSTU2’s', async () => {
    expect((await ask(`${dstu2}/MedicationOrder?${mine}`, 'medicines')).status).toBe(200);
    expect((await ask(`${dstu2}/Condition?${mine}`, 'medicines')).status).toBe(403);
    expect((await ask(`${dstu2}/CarePlan?${mine}&category=careteam`, 'team')).status).toBe(200);
    expect((await ask(`${dstu2}/CarePlan?${mine}&category=assess-plan`, 'team')).status).toBe(403);
  });

  test('a token of another base is none here', async () => {
    expect((await site.get(`${dstu2}/Patient/${david.id}`, { as: 'r4' })).status).toBe(401);
  });

  test('has no limit, and no part in Office’s', async () => {
    site.control.switches.requestsPerMinute = 1;
    const statuses: number[] = [];
    for (let n = 0; n < 3; n++)
      statuses.push(
        (await site.get(`${dstu2}/Patient/${david.id}`, { as: 'dstu2', from: '10.9.9.8' })).status,
      );
    site.control.switches.requestsPerMinute = 0;
    expect(statuses).toEqual([200, 200, 200]);
  });
});
