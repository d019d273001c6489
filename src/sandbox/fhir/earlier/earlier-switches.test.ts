/** Each thing that is only assumed of Office R3 and Enterprise DSTU2, both ways. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { people } from '#sandbox/cast.ts';
import { Control } from '#sandbox/control.ts';
import { fixtureSite, office, origin, type Site } from '#sandbox/fhir/fhir-fixture.ts';
import type { FhirResource } from '#sandbox/fhir/resource.ts';
import { keycloakEndpoints } from '#sandbox/fhir/smart-configuration.ts';
import { createStore } from '#sandbox/fhir/store.ts';
import { castResources } from '#sandbox/people/resources.ts';
import type { TokenInfo } from '#sandbox/token-check.ts';
import { enterpriseDstu2Base, officeR3Base } from './earlier-bases.ts';
import type { EarlierSwitches } from './earlier-switches.ts';

const { david, anna, marta } = people;
const r3 = `${origin}/api/fhir`;
const dstu2 = `${origin}/nge/prod/fhir-api/fhir/dstu2`;
const enterpriseR4 = `${origin}/nge/prod/fhir-api-r4/fhir/r4`;
const mine = `patient=${david.id}`;

const token = (audience: string, patient: string = david.id): TokenInfo => ({
  clientId: '',
  user: `Patient/${patient}`,
  scopes: ['patient/*.read'],
  patient,
  audience: [audience],
});
const tokens: Readonly<Record<string, TokenInfo>> = {
  r3: token(r3),
  r4: token(office),
  dstu2: token(dstu2),
  'enterprise-r4': token(enterpriseR4),
  'annas-r3': token(r3, anna.id),
  'annas-dstu2': token(dstu2, anna.id),
  martas: token(dstu2, marta.id),
};

let site: Site;
const control = new Control();

beforeAll(() => {
  const cast = createStore(castResources());
  const at = { control, origin };
  const signIn = {
    checkToken: async (name: string) => tokens[name],
    identity: keycloakEndpoints('http://localhost:4201/auth/realms/nextgen'),
  };
  site = fixtureSite({
    ...signIn,
    control,
    office: cast,
    bases: [officeR3Base(cast, signIn, at), enterpriseDstu2Base(cast, signIn, at)],
  });
});
beforeEach(() => {
  control.reset();
  control.switches.requestsPerMinute = 0;
});

const set = (switches: Partial<EarlierSwitches>): void => void Object.assign(control.switches, switches);
const ask = (url: string, as: string) => site.json(url, { as });
const status = async (url: string, as: string): Promise<number> => (await site.get(url, { as })).status;

describe('statuses', () => {
  test.each([
    ['officeR3Tokens', 'shared', `${r3}/Patient/${david.id}`, 'r4', 401, 200],
    ['officeR3Tokens', 'shared', `${office}/Patient/${david.id}`, 'r3', 401, 200],
    ['officeR3Aud', 'r4', `${r3}/Patient/${david.id}`, 'r4', 401, 200],
    ['officeR3Orders', 'not-served', `${r3}/ProcedureRequest?${mine}`, 'r3', 200, 404],
    ['officeR3Orders', 'not-served', `${r3}/ReferralRequest?${mine}`, 'r3', 200, 404],
    ['officeR3Coverage', 'patient', `${r3}/Coverage?${mine}`, 'r3', 400, 200],
    ['officeR3Coverage', 'patient', `${r3}/Coverage?beneficiary=${david.id}`, 'r3', 200, 400],
    ['officeR3Statements', 'not-served', `${r3}/MedicationStatement?${mine}`, 'r3', 200, 404],
    ['officeR3Unlisted', 'ignored', `${r3}/Condition?${mine}&onset-date=2020`, 'r3', 400, 200],
    ['officeR3Ccda', 'refused', `${origin}/api/ccda?${mine}`, 'r3', 200, 401],
    ['dstu2Types', 'all', `${dstu2}/Encounter?${mine}`, 'dstu2', 404, 200],
    ['dstu2Types', 'all', `${dstu2}/Coverage?${mine}`, 'dstu2', 404, 200],
    ['dstu2NotServed', 'denied', `${dstu2}/Encounter?${mine}`, 'dstu2', 404, 403],
    ['dstu2Categories', 'optional', `${dstu2}/Observation?${mine}`, 'dstu2', 400, 200],
    ['dstu2Categories', 'optional', `${dstu2}/CarePlan?${mine}`, 'dstu2', 404, 200],
    ['dstu2CareTeam', 'absent', `${dstu2}/CarePlan?${mine}&category=careteam`, 'dstu2', 200, 404],
    ['dstu2Statements', 'not-served', `${dstu2}/MedicationStatement?${mine}`, 'dstu2', 200, 404],
    ['dstu2Tokens', 'shared', `${dstu2}/Patient/${david.id}`, 'enterprise-r4', 401, 200],
  ] as const)('%s: %s, at %s', async (name, value, url, as, before, after) => {
    expect(await status(url, as)).toBe(before);
    set({ [name]: value });
    expect(await status(url, as)).toBe(after);
  });

  test('a token for R4 stays good at R4, and C-CDA is answered to it, whatever becomes of R3’s', async () => {
    set({ officeR3Aud: 'r4', officeR3Ccda: 'refused' });
    expect(await status(`${office}/Patient/${david.id}`, 'r4')).toBe(200);
    expect(await status(`${origin}/api/ccda?${mine}`, 'r4')).toBe(200);
  });
});

test('a cover of DSTU2 is found by whom it names: its subscriber', async () => {
  set({ dstu2Types: 'all' });
  const { ids } = await ask(`${dstu2}/Coverage?${mine}`, 'dstu2');
  expect(ids.filter((id) => id.startsWith('Coverage/'))).not.toEqual([]);
});

test('denied by user, in the words that are recorded of R4', async () => {
  set({ dstu2NotServed: 'denied' });
  const { diagnostics } = await ask(`${dstu2}/Encounter?${mine}`, 'dstu2');
  expect(diagnostics).toBe("Read access to 'Encounter' is denied by user");
});

test('a plain server at R3: other Bundles and refusals, and the same records', async () => {
  const modes = (body: FhirResource) =>
    new Set((body['entry'] as { search?: { mode?: string } }[]).map(({ search }) => search?.mode));
  const hapi = await ask(`${r3}/Condition?${mine}`, 'r3');
  set({ officeR3Server: 'plain' });
  const plain = await ask(`${r3}/Condition?${mine}`, 'r3');
  expect(modes(hapi.body)).toEqual(new Set([undefined]));
  expect(modes(plain.body)).toEqual(new Set(['match']));
  expect(plain.ids).toEqual(hapi.ids);
  expect((await ask(`${r3}/Condition?${mine}&colour=red`, 'r3')).diagnostics).toContain(
    'Unknown search parameter',
  );
  expect(await status(`${r3}/ServiceRequest?${mine}`, 'r3')).toBe(404);
});

test.each([
  ['shared', [200, 200, 200, 429]],
  ['own', [200, 200, 200, 200]],
  ['none', [200, 200, 200, 200]],
] as const)('the limit is %s', async (limit, expected) => {
  control.switches.requestsPerMinute = 3;
  set({ officeR3Limit: limit });
  const asked = [
    [office, 'r4'],
    [r3, 'r3'],
    [office, 'r4'],
    [r3, 'r3'],
  ] as const;
  const found: number[] = [];
  for (const [url, as] of asked) found.push(await status(`${url}/Patient/${david.id}`, as));
  expect(found).toEqual(expected);
  for (let n = 0; n < 3; n++) await status(`${r3}/Patient/${david.id}`, 'r3');
  expect(await status(`${r3}/Patient/${david.id}`, 'r3')).toBe(limit === 'none' ? 200 : 429);
});

test.each([
  ['officeR3Ids', r3, 'r3'],
  ['dstu2Ids', dstu2, 'dstu2'],
] as const)('%s: others than R4’s, and every reference follows', async (name, base, as) => {
  const before = await ask(`${base}/DiagnosticReport?${mine}`, as);
  set({ [name]: 'own' });
  const { ids, body } = await ask(`${base}/DiagnosticReport?${mine}`, as);
  expect(ids).toEqual(before.ids.map((id) => id.replace('/', '/own-')));
  const text = JSON.stringify(body);
  const [, result = ''] = /"result":\[\{"reference":"([^"]+)"/.exec(text) ?? [];
  expect(result).toMatch(/^Observation\/own-/);
  expect(await status(`${base}/${result}`, as)).toBe(200);
  expect(text).toContain(`"reference":"Patient/${david.id}"`);
});

describe.each([
  ['officeR3Documents', r3, 'r3', 'application/fhir+json;charset=utf-8'],
  ['dstu2Documents', dstu2, 'dstu2', 'application/json+fhir;charset=utf-8'],
] as const)('%s', (name, base, as, media) => {
  const attachments = async () => {
    const { body } = await ask(`${base}/DocumentReference?${mine}`, as);
    return (body['entry'] as { resource: { content: { attachment: Record<string, string> }[] } }[]).flatMap(
      ({ resource }) => resource.content.map(({ attachment }) => attachment),
    );
  };

  test('inside the record, or a Binary with the same bytes', async () => {
    const [inline] = await attachments();
    expect(inline?.['url']).toBeUndefined();
    set({ [name]: 'binary' });
    const [apart] = await attachments();
    expect(apart?.['data']).toBeUndefined();
    expect(apart?.['url']?.startsWith(`${base}/Binary/`)).toBe(true);
    const file = await site.get(apart?.['url'] ?? '', { as, headers: { Accept: '*/*' } });
    expect(file.headers.get('Content-Type')).toBe(inline?.['contentType']);
    expect(Buffer.from(await file.arrayBuffer()).toString('base64')).toBe(inline?.['data']);
    const fhir = { as, headers: { Accept: 'application/fhir+json' } };
    expect((await site.json(apart?.['url'] ?? '', fhir)).body['content']).toBe(inline?.['data']);
    set({ [name]: 'binary-as-fhir' });
    const always = await site.get(apart?.['url'] ?? '', { as, headers: { Accept: '*/*' } });
    expect(always.headers.get('Content-Type')).toBe(media);
  });

  test('a file is none for whoever may not read its document, and none is made up', async () => {
    set({ [name]: 'binary' });
    const [apart] = await attachments();
    const url = apart?.['url'] ?? '';
    expect(await status(url, '')).toBe(401);
    expect(await status(url, `annas-${as}`)).toBe(403);
    expect(await status(`${base}/Binary/none`, as)).toBe(404);
  });
});

test('DSTU2’s media type', async () => {
  const media = async () =>
    (await site.get(`${dstu2}/Patient/${david.id}`, { as: 'dstu2' })).headers.get('Content-Type');
  expect(await media()).toBe('application/json+fhir;charset=utf-8');
  set({ dstu2MediaType: 'fhir+json' });
  expect(await media()).toBe('application/fhir+json;charset=utf-8');
});

test.each([
  ['argonaut', 'http://fhir.org/guides/argonaut/StructureDefinition/argo-race'],
  ['us-core', 'http://hl7.org/fhir/us/core/StructureDefinition/us-core-race'],
  ['absent', undefined],
] as const)('race, ethnicity and birth sex: %s', async (extensions, race) => {
  set({ dstu2Extensions: extensions });
  const { body } = await ask(`${dstu2}/Patient/${david.id}`, 'dstu2');
  const urls = ((body['extension'] ?? []) as { url: string }[]).map(({ url }) => url);
  expect(urls.filter((url) => url.endsWith('race'))).toEqual(race === undefined ? [] : [race]);
});

test('what was entered in error and has no status for it: not sent, or with one that DSTU2 does not know', async () => {
  set({ dstu2Types: 'all', dstu2Categories: 'optional' });
  const errors = async () => {
    const found: string[] = [];
    for (const type of ['CarePlan', 'Goal', 'Encounter']) {
      const { body } = await ask(`${dstu2}/${type}?patient=${marta.id}`, 'martas');
      const entries = (body['entry'] ?? []) as { resource: FhirResource }[];
      found.push(
        ...entries.filter((each) => JSON.stringify(each).includes('entered-in-error')).map(() => type),
      );
    }
    return found;
  };
  expect(await errors()).toEqual([]);
  set({ dstu2Errors: 'sent' });
  expect(new Set(await errors())).toEqual(new Set(['CarePlan', 'Goal', 'Encounter']));
});
