/** Each thing that the recorded answers of Enterprise R4 leave open, both ways. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { people } from '#sandbox/cast.ts';
import { Control } from '#sandbox/control.ts';
import type { EnterpriseSwitches } from '#sandbox/enterprise/enterprise-switches.ts';
import { r4, TestSite, type Bundle } from '#sandbox/enterprise/test-site.ts';
import { objectsOf } from '#sandbox/fhir/resource.ts';

const { david, anna, alex } = people;
let site: TestSite;
let token: string;
beforeAll(async () => {
  site = await TestSite.start();
  token = await site.accessToken();
});
beforeEach(() => {
  site.control.switches = new Control().switches;
  site.control.switches.enterprisePageSize = 1000;
});
const set = (switches: Partial<EnterpriseSwitches>): void =>
  void Object.assign(site.control.switches, switches);
const get = (path: string) => site.json(`${r4}/${path}`, token);
const all = async (type: string, more = '') =>
  ((await get(`${type}?patient=${david.id}${more}`)).body.entry ?? []).map(({ resource }) => resource);
const idIn = (bundle: Bundle) => bundle.entry?.[0]?.resource.id ?? '';

describe('searches and reads', () => {
  test.each([
    ['enterpriseCarePlanCategory', 'any', `CarePlan?patient=${david.id}&category=longitudinal`, 404, 200],
    ['enterpriseCarePlanCategory', 'any', `CarePlan?patient=${david.id}&category=assess-plan`, 200, 200],
    ['enterpriseCarePlanCategory', 'any', `CarePlan?patient=${david.id}`, 404, 404],
    ['enterpriseCarePlanCategory', 'another', `CarePlan?patient=${david.id}&category=assess-plan`, 200, 404],
    ['enterpriseCarePlanCategory', 'another', `CarePlan?patient=${david.id}&category=longitudinal`, 404, 200],
    ['enterpriseForeign', 'hidden', `Goal?patient=${anna.id}`, 403, 200],
    ['enterpriseForeign', 'hidden', `Patient/${anna.id}`, 403, 404],
    ['enterpriseForeign', 'hidden', `Account?patient=${david.id}`, 403, 403],
    ['enterpriseMissing', 'gone', 'Organization/17', 404, 410],
    ['enterpriseMissing', 'bad-request', 'Organization/17', 404, 400],
    ['enterpriseMissing', 'gone', 'document/pdf-nothing', 404, 410],
  ] as const)('%s: %s, at %s', async (name, value, path, before, after) => {
    expect((await get(path)).status).toBe(before);
    set({ [name]: value });
    expect((await get(path)).status).toBe(after);
  });

  test('records of another patient that are hidden are none, in a Bundle', async () => {
    set({ enterpriseForeign: 'hidden' });
    const { body } = await get(`Observation?patient=${anna.id}&category=laboratory`);
    expect([body.resourceType, body.total]).toEqual(['Bundle', 0]);
    expect(body).not.toHaveProperty('entry');
  });

  test('_maxresults cuts, or does nothing', async () => {
    const path = '&category=laboratory&_maxresults=5';
    expect(await all('Observation', path)).toHaveLength(5);
    set({ enterpriseMaxResults: 'overlooked' });
    expect((await all('Observation', path)).length).toBeGreaterThan(60);
    expect(await all('Observation', '&category=laboratory&_count=5')).toHaveLength(5);
  });

  test('the account’s own comes first in GET Patient, or last', async () => {
    const ids = async () => (await get('Patient')).body.entry?.map(({ resource }) => resource.id);
    expect(await ids()).toEqual([david.id, alex.id]);
    set({ enterprisePatientOrder: 'own-last' });
    expect(await ids()).toEqual([alex.id, david.id]);
    site.control.switches.enterprisePatient = 'patient';
    expect((await get('Patient')).body.id).toBe(david.id);
  });
});

describe('headers', () => {
  test('401 without a word, or with an outcome without a code', async () => {
    const refused = async () => {
      const response = await site.ask(`${r4}/Patient`);
      return [response.status, await response.text()] as const;
    };
    expect(await refused()).toEqual([401, '']);
    set({ enterpriseUnauthorized: 'outcome' });
    const [status, text] = await refused();
    expect(status).toBe(401);
    expect(JSON.parse(text)).toEqual({
      resourceType: 'OperationOutcome',
      issue: [{ severity: 'error', diagnostics: 'Access token is invalid or has expired.' }],
    });
  });

  test.each([
    ['location', 'Content-Location,Location'],
    ['none', null],
    ['all', 'Api-Version,Content-Disposition,Content-Location,Location,X-Request-Id'],
  ] as const)('what a page may read: %s', async (value, headers) => {
    set({ enterpriseExposed: value });
    const response = await site.ask(`${r4}/metadata`);
    expect(response.headers.get('Access-Control-Expose-Headers')).toBe(headers);
  });

  test.each([
    ['usual', [200, 200, 403]],
    ['few', [200, 403, 403]],
    ['any', [200, 200, 200]],
  ] as const)('what a preflight takes: %s', async (value, expected) => {
    set({ enterprisePreflight: value });
    const statuses = await Promise.all(
      ['accept,authorization', 'authorization,x-request-id', 'authorization,x-made-up'].map(async (asked) => {
        const headers = { 'Access-Control-Request-Method': 'GET', 'Access-Control-Request-Headers': asked };
        return (await site.ask(`${r4}/Patient`, { method: 'OPTIONS', headers })).status;
      }),
    );
    expect(statuses).toEqual(expected);
  });
});

describe('files', () => {
  interface Attachment {
    readonly contentType?: string;
    readonly data?: string;
    readonly url?: string;
  }
  const ofDocuments = async (): Promise<readonly Attachment[]> =>
    (await all('DocumentReference'))
      .flatMap(({ content }) => objectsOf(content))
      .map(({ attachment }) => attachment as Attachment)
      .filter(({ contentType }) => contentType !== 'application/pdf' && contentType !== 'application/xml');
  const ofReports = async (): Promise<readonly Attachment[]> =>
    (await all('DiagnosticReport')).flatMap(({ presentedForm }) => objectsOf(presentedForm));
  const read = async (url = '', as = token) => site.ask(url, { headers: { Authorization: `Bearer ${as}` } });

  test.each([
    ['enterpriseOtherFiles', ofDocuments, 'DocumentReference'],
    ['enterpriseReportFiles', ofReports, 'DiagnosticReport'],
  ] as const)('%s: inside the record, or behind the token', async (name, found, type) => {
    const inside = await found();
    expect(inside.length).toBeGreaterThan(0);
    expect(inside.filter(({ data, url }) => data === undefined || url !== undefined)).toEqual([]);
    set({ [name]: 'apart' });
    const apart = await found();
    expect(apart).toHaveLength(inside.length);
    const bytes = await Promise.all(
      apart.map(async ({ url, contentType }) => {
        const response = await read(url);
        expect(response.headers.get('Content-Type')).toBe(contentType);
        expect(response.headers.get('Content-Disposition')).toMatch(/^attachment; filename="[^"]+\.\w+"$/);
        return Buffer.from(await response.arrayBuffer()).toString('base64');
      }),
    );
    expect(bytes).toEqual(inside.map(({ data }) => data));
    expect(apart.filter(({ data }) => data !== undefined)).toEqual([]);
    const denied = await site.accessToken({ scope: 'patient/Goal.read' });
    const refused = await read(apart[0]?.url, denied);
    expect(await refused.json()).toMatchObject({
      issue: [{ diagnostics: `Read access to '${type}' is denied by user` }],
    });
  });
});

test('ids are those of Office, or others, and every reference follows', async () => {
  const encounter = async () => {
    const { body } = await get(`Encounter?patient=${david.id}`);
    return idIn(body);
  };
  const office = await encounter();
  expect(office).toMatch(/^PT-/);
  set({ enterpriseIds: 'own' });
  expect(await encounter()).toBe(`own-${office}`);
  expect((await get(`Encounter/${office}`)).status).toBe(404);
  expect((await get(`Patient/${david.id}`)).status).toBe(200);
  const results = (await all('DiagnosticReport')).flatMap(({ result }) => objectsOf(result));
  expect(results.length).toBeGreaterThan(0);
  const statuses = results.map(async ({ reference }) => (await get(String(reference))).status);
  expect(new Set(await Promise.all(statuses))).toEqual(new Set([200]));
  expect(results.filter(({ reference }) => !String(reference).startsWith('Observation/own-'))).toEqual([]);
  const documents = await all('DocumentReference');
  expect(documents.filter(({ id }) => !id.startsWith('own-'))).toEqual([]);
  expect(JSON.stringify(documents)).toContain('/document/xml-');
});
