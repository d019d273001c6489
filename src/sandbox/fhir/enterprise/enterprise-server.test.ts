import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { people } from '#sandbox/cast.ts';
import { Control } from '#sandbox/control.ts';
import { linkOf, r4, TestSite, app, type Bundle } from '#sandbox/enterprise/test-site.ts';
import { stylesheet } from './enterprise-cast.ts';

const david = people.david.id;
const named = r4.replace(/r4$/, 'R4');
let site: TestSite;
let token: string;

beforeAll(async () => {
  site = await TestSite.start();
  token = await site.accessToken();
});
beforeEach(() => {
  site.control.switches = new Control().switches;
  site.control.faults = [];
});

const get = (path: string) => site.json(`${r4}/${path}`, token);
const raw = (url: string, headers: Record<string, string> = {}) =>
  site.ask(url, { headers: { Authorization: `Bearer ${token}`, ...headers } });

async function pages(path: string): Promise<readonly Bundle[]> {
  const found: Bundle[] = [];
  let next: string | undefined = `${r4}/${path}`;
  while (next !== undefined) {
    const { body }: { body: Bundle } = await site.json(next, token);
    found.push(body);
    next = linkOf(body, 'next');
  }
  return found;
}

const sizes = (bundles: readonly Bundle[]) => bundles.map(({ entry = [] }) => entry.length);

describe('searches', () => {
  test.each([
    [`Observation?patient=${david}`, 400, "Search for observation resource must have 'code' or 'category'."],
    [
      `Observation?patient=${david}&category=`,
      400,
      "Search for observation resource must have 'code' or 'category'.",
    ],
    [`CarePlan?patient=${david}`, 404, 'Valid care plan category not present in search.'],
    [
      `CarePlan?patient=${david}&category=longitudinal`,
      404,
      'Valid care plan category not present in search.',
    ],
    [`Account?patient=${david}`, 403, "Read access to 'Account' is denied by user"],
    [`ExplanationOfBenefit?patient=${david}`, 403, "Read access to 'ExplanationOfBenefit' is denied by user"],
    [
      `MedicationAdministration?patient=${david}`,
      403,
      "Read access to 'MedicationAdministration' is denied by user",
    ],
    [
      `Observation?patient=${people.anna.id}&category=laboratory`,
      403,
      "Read access to 'Observation' is denied by user",
    ],
  ])('%s → %i in the recorded words, an issue without a code', async (path, status, words) => {
    const found = await get(path);
    expect(found.status).toBe(status);
    expect(found.body).toEqual({
      resourceType: 'OperationOutcome',
      issue: [{ severity: 'error', diagnostics: words }],
    });
  });

  test('claims, which the statement does not list, are served and listed by a switch', async () => {
    site.control.switches.enterpriseClaims = 'served';
    const { status, body } = await get(`explanationofbenefit?patient=${david}`);
    expect(status).toBe(200);
    expect(body.total).toBe(3);
    const other = await get(`ExplanationOfBenefit?patient=${people.anna.id}`);
    expect(other.status).toBe(403);
    const statement = await (await raw(`${r4}/metadata`)).text();
    expect(statement).toContain('"type":"ExplanationOfBenefit"');
    site.control.switches.enterpriseClaims = 'denied';
    expect(await (await raw(`${r4}/metadata`)).text()).not.toContain('ExplanationOfBenefit');
  });

  test('Provenance: 400 with the server’s own exception and its stack', async () => {
    const { status, body } = await get(`Provenance?target=Patient/${david}`);
    expect(status).toBe(400);
    const [issue] = body.issue ?? [];
    expect(issue?.['diagnostics']).toMatch(/^System\.NotImplementedException: .*\r\n {3}at /);
    expect(issue).not.toHaveProperty('code');
  });

  test('pages of 25, next with the page number behind the sorted parameters, /R4 in every link', async () => {
    const found = await pages(`Observation?patient=${david}&category=laboratory`);
    const total = found[0]?.total ?? 0;
    expect(total).toBeGreaterThan(60);
    const whole = Math.floor(total / 25);
    expect(sizes(found)).toEqual([...Array.from({ length: whole }, () => 25), total % 25]);
    expect(found.map((page) => page.total)).toEqual(found.map(() => total));
    const query = `category=laboratory&patient=${david}`;
    expect(linkOf(found[0] ?? { resourceType: '' }, 'self')).toBe(`${named}/Observation?${query}&page=1`);
    expect(linkOf(found[0] ?? { resourceType: '' }, 'next')).toBe(`${named}/Observation?${query}&page=2`);
    const ids = found.flatMap(({ entry = [] }) => entry.map(({ resource }) => resource.id));
    expect(new Set(ids).size).toBe(total);
    expect(Object.keys(found[0] ?? {})).toEqual(['resourceType', 'type', 'total', 'link', 'entry']);
    expect(Object.keys(found[0]?.entry?.[0] ?? {})).toEqual(['fullUrl', 'resource']);
  });

  test.each(['_count', '_maxresults'])(
    '%s cuts the whole search, while total names all of it',
    async (name) => {
      const found = await pages(`Observation?patient=${david}&category=laboratory&${name}=40`);
      expect(sizes(found)).toEqual([25, 15]);
      expect(found[0]?.total).toBeGreaterThan(60);
    },
  );

  test('by a switch every search is cut, pages and all, and total goes on naming all', async () => {
    const path = `Observation?patient=${david}&category=laboratory`;
    const all = (await pages(path))[0]!.total!;
    site.control.switches.enterpriseMost = 40;
    const cut = await pages(path);
    expect(sizes(cut)).toEqual([25, 15]);
    expect(cut.map(({ total }) => total)).toEqual([all, all]);
    expect(all).toBeGreaterThan(40);
    expect(sizes(await pages(`${path}&_count=10`))).toEqual([10]);
  });

  test('an empty answer has no entry', async () => {
    const { body } = await get(`Specimen?patient=${david}&_id=none`);
    expect(body.total).toBe(0);
    expect(body).not.toHaveProperty('entry');
  });

  test('Goal and DocumentReference are written small in fullUrl and can be read there', async () => {
    for (const type of ['Goal', 'DocumentReference']) {
      const { body } = await get(`${type}?patient=${david}`);
      const url = body.entry?.[0]?.fullUrl ?? '';
      expect(url).toMatch(new RegExp(`^${named}/${type.toLowerCase()}/`));
      expect((await site.json(url, token)).body.resourceType).toBe(type);
    }
    const { body } = await get(`Encounter?patient=${david}`);
    expect(body.entry?.[0]?.fullUrl).toMatch(`${named}/Encounter/`);
  });

  test('_revinclude brings the Provenance of a page’s records, and total counts none of them', async () => {
    const { body } = await get(`Condition?patient=${david}&_revinclude=Provenance:target`);
    const types = (body.entry ?? []).map(({ resource }) => resource.resourceType);
    expect(types.filter((type) => type === 'Condition')).toHaveLength(body.total ?? 0);
    expect(types.filter((type) => type === 'Provenance').length).toBeGreaterThan(0);
  });

  test.each([
    [`Condition?patient=${david}&clinical-status=resolved`, 'Condition'],
    [`MedicationRequest?patient=${david}&intent=order&status=active`, 'MedicationRequest'],
    [`Immunization?patient=${david}&status=entered-in-error`, 'Immunization'],
    [`Encounter?patient=${david}&date=ge2026-01-01`, 'Encounter'],
    ['PractitionerRole?practitioner.name=testing', 'PractitionerRole'],
    ['Organization?address-country=US', 'Organization'],
    [`CarePlan?patient=${david}&category=assess-plan`, 'CarePlan'],
    [
      `CarePlan?patient=${david}&category=http://hl7.org/fhir/us/core/CodeSystem/careplan-category|assess-plan`,
      'CarePlan',
    ],
  ])('%s finds some', async (path, type) => {
    const { status, body } = await get(path);
    expect(status).toBe(200);
    expect(body.entry?.[0]?.resource.resourceType).toBe(type);
  });

  test('a parameter that is not listed: refused, or overlooked by a switch', async () => {
    const path = `Condition?patient=${david}&recorded-date=ge2020`;
    expect((await get(path)).status).toBe(400);
    site.control.switches.enterpriseUnlisted = 'ignored';
    expect((await get(path)).body.total).toBeGreaterThan(0);
    expect((await get(`Condition?patient=${david}&onset-date=yesterday`)).status).toBe(400);
  });

  test('faults: a record of somebody else, pages in a circle', async () => {
    site.control.faults = [{ target: 'Immunization', kind: 'wrong-subject', times: 1 }];
    const { body } = await get(`immunization?patient=${david}`);
    const patients = (body.entry ?? []).map(
      ({ resource }) => (resource['patient'] as { reference: string }).reference,
    );
    expect(new Set(patients).size).toBe(2);
    site.control.faults = [{ target: 'Goal', kind: 'cyclic-paging' }];
    expect(linkOf((await get(`Goal?patient=${david}`)).body, 'next')).toMatch(/page=1$/);
  });
});

describe('GET Patient', () => {
  test('a Bundle of everyone whose record the account may open, its own first', async () => {
    const { body } = await get('Patient');
    expect(body.entry?.map(({ resource }) => resource.id)).toEqual([david, people.alex.id]);
  });

  test('one Patient by a switch', async () => {
    site.control.switches.enterprisePatient = 'patient';
    const { body } = await get('Patient');
    expect([body.resourceType, body.id]).toEqual(['Patient', david]);
    expect((await get(`Patient?_id=${people.alex.id}`)).body.resourceType).toBe('Bundle');
  });
});

describe('records as the recorded ones are', () => {
  const all = async (type: string, more = '') =>
    (await pages(`${type}?patient=${david}${more}`)).flatMap(({ entry = [] }) =>
      entry.map(({ resource }) => resource),
    );

  test('references that lead nowhere', async () => {
    const documents = await all('DocumentReference');
    expect(new Set(documents.map(({ custodian }) => JSON.stringify(custodian)))).toEqual(
      new Set(['{"reference":"http://terminology.hl7.org/CodeSystem/v3-NullFlavor"}']),
    );
    expect(JSON.stringify(documents)).toContain(
      '"author":[{"reference":"http://terminology.hl7.org/CodeSystem/v3-NullFlavor"}]',
    );
    expect(JSON.stringify(await all('Encounter'))).toContain('"reference":"Organization/0001"');
    expect((await get('Organization/0001')).status).toBe(400);
    expect((await get('Organization/1673497')).status).toBe(200);
    expect((await get('Organization/17')).status).toBe(404);
  });

  test('codings without a code, categories and allergies in words, what was entered in error, a type not known', async () => {
    expect(JSON.stringify((await all('Encounter')).map(({ reasonCode }) => reasonCode))).not.toContain(
      '"code":',
    );
    expect(JSON.stringify(await all('ServiceRequest'))).toContain(
      '"category":[{"text":"Laboratory procedure"}]',
    );
    expect((await all('Immunization')).map(({ status }) => status)).toContain('entered-in-error');
    expect(JSON.stringify(await all('DocumentReference'))).toContain(
      '/CodeSystem/data-absent-reason","code":"unknown"',
    );
    const allergies = await all('AllergyIntolerance');
    expect(allergies.some(({ code }) => Object.keys(code as object).join() === 'text')).toBe(true);
    const { body } = await get(`Patient/${david}`);
    expect(body['communication']).toMatchObject([
      { language: { coding: [{ display: 'English (United States)' }], text: 'English (United States)' } },
    ]);
    expect(body['identifier']).toMatchObject([{ system: 'www.nextgen.com', value: 'HF428946492' }]);
  });

  test('types that Office does not serve', async () => {
    expect((await all('QuestionnaireResponse')).map(({ status }) => status)).toEqual([
      'completed',
      'amended',
    ]);
    expect(await all('MedicationStatement')).toHaveLength(1);
    expect((await get('Questionnaire')).body.total).toBe(2);
    expect((await get('Endpoint?name=direct')).body.total).toBe(1);
  });
});

describe('attachments', () => {
  const urls = async (type: string): Promise<readonly string[]> => {
    const found = await pages(`DocumentReference?patient=${david}`);
    return [...JSON.stringify(found).matchAll(/"url":"([^"]+)"/g)].flatMap(([, url = '']) =>
      url.includes(type) ? [url] : [],
    );
  };

  test('a PDF file behind the token, as a download', async () => {
    const [url = ''] = await urls('/document/pdf-');
    expect(url).toMatch(new RegExp(`^${named}/document/pdf-[0-9a-f]{8}-[0-9a-f-]{27}$`));
    const response = await raw(url);
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe('application/pdf');
    expect(response.headers.get('Content-Disposition')).toMatch(/^attachment; filename=".+\.pdf"$/);
    expect(Buffer.from(await response.arrayBuffer()).toString('latin1', 0, 5)).toBe('%PDF-');
    expect((await site.ask(url)).status).toBe(401);
  });

  test('the C-CDA document names a stylesheet of another host', async () => {
    const [url = ''] = await urls('/document/xml-');
    const response = await raw(url);
    expect(response.headers.get('Content-Type')).toBe('application/xml');
    expect(response.headers.get('Content-Disposition')).toMatch(/^attachment/);
    const xml = await response.text();
    expect(xml).toContain(`<?xml-stylesheet type="text/xsl" href="${stylesheet}"?>\n<ClinicalDocument`);
    expect(xml).toContain('Penicillin G');
  });

  test('not for whom documents were denied to, nor for another patient', async () => {
    const [url = ''] = await urls('/document/pdf-');
    const denied = await site.accessToken({ scope: 'patient/Observation.read' });
    expect((await site.json(url, denied)).body.issue).toEqual([
      { severity: 'error', diagnostics: "Read access to 'DocumentReference' is denied by user" },
    ]);
    expect((await raw(`${r4}/document/pdf-nothing`)).status).toBe(404);
  });
});

describe('headers', () => {
  test('Api-Version, X-Request-Id and no-store; fhir+json whatever is accepted; CORS for the app', async () => {
    const response = await raw(`${r4}/Patient/${david}`, { Accept: 'application/json+fhir' });
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe('application/fhir+json');
    expect(response.headers.get('Api-Version')).toBe('5.0.1.698');
    expect(response.headers.get('X-Request-Id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe(app);
  });

  test('a refusal has the same without a version; a foreign page may read nothing', async () => {
    const response = await raw(`${r4}/Account`, { Origin: 'https://other.example' });
    expect(response.headers.get('Api-Version')).toBeNull();
    expect(response.headers.get('X-Request-Id')).not.toBeNull();
    expect(response.headers.get('Access-Control-Allow-Origin')).toBeNull();
  });

  test('401 without a word for no token, and for one of nobody', async () => {
    const without = await site.ask(`${r4}/Patient`);
    expect([without.status, await without.text()]).toEqual([401, '']);
    expect((await site.ask(`${r4}/Patient`, { headers: { Authorization: 'Bearer x' } })).status).toBe(401);
  });

  test('nothing is written', async () => {
    const response = await site.ask(`${r4}/Patient`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}` },
    });
    expect(response.status).toBe(405);
  });

  test('more than twenty requests a minute are answered: no limit is known of', async () => {
    const statuses = new Set<number>();
    for (let count = 0; count < 25; count += 1) statuses.add((await raw(`${r4}/Patient/${david}`)).status);
    expect([...statuses]).toEqual([200]);
  });
});
