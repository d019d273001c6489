import { describe, expect, test } from 'vitest';
import { fixtureSite, office } from './fhir-fixture.ts';

const site = fixtureSite();

/** The message that names an operation and all parameters sent. */
function unknown(type: string, names: string): string {
  return `Invalid request: The FHIR endpoint on this server does not know how to handle GET operation[${type}] with parameters [[${names}]]`;
}

describe('searches that NextGen Office answers', () => {
  test.each([
    ['Patient', ['Patient/85', 'Patient/86']],
    ['Patient?_id=85', ['Patient/85']],
    ['Patient?name=perez', ['Patient/85']],
    ['Patient?identifier=HF85', ['Patient/85']],
    ['Patient?identifier=urn:x|HF85', ['Patient/85']],
    ['Patient?gender=male', ['Patient/86']],
    ['Patient?birthdate=1980-05-01', ['Patient/85']],
    ['AllergyIntolerance?patient=85', ['AllergyIntolerance/1']],
    ['AllergyIntolerance?patient=Patient/85', ['AllergyIntolerance/1']],
    ['AllergyIntolerance?patient=https://elsewhere.example/fhir/Patient/85', ['AllergyIntolerance/1']],
    ['AllergyIntolerance?patient:Patient=85', ['AllergyIntolerance/1']],
    ['AllergyIntolerance?patient=Practitioner/85', []],
    ['AllergyIntolerance?patient=nobody', []],
    ['CarePlan?patient=85&category=assess-plan', ['CarePlan/c1']],
    ['CareTeam?_id=t1', ['CareTeam/t1']],
    ['CareTeam?patient=85', ['CareTeam/t1']],
    ['CareTeam?patient=85&status=inactive', []],
    ['Condition?patient=85', ['Condition/PL-1', 'Condition/ED-2']],
    ['Condition?patient=85&category=encounter-diagnosis', ['Condition/ED-2']],
    ['Condition?patient=85&category=http://example.org/codes|encounter-diagnosis', ['Condition/ED-2']],
    ['Condition?patient=85&category=http://elsewhere.example|encounter-diagnosis', []],
    ['Coverage?patient=85', ['Coverage/cov1']],
    ['Coverage?patient=86', []],
    ['Device?patient=85', ['Device/dev1']],
    ['DocumentReference?patient=85', ['DocumentReference/d1']],
    ['DocumentReference?patient=85&category=clinical-note&type=11506-3', ['DocumentReference/d1']],
    ['Encounter?patient=85', ['Encounter/PT-1']],
    ['Encounter?patient=85&date=2026-05-05', ['Encounter/PT-1']],
    ['Encounter?_id=PT-1', ['Encounter/PT-1']],
    ['MedicationRequest?patient=85&intent=order&status=active', ['MedicationRequest/m1']],
    ['Observation?patient=86', ['Observation/LR-9']],
    ['Observation?patient=85&code=72166-2', ['Observation/HX-6']],
    ['Observation?patient=85&date=ge2026-02&date=lt2026-04', ['Observation/LR-2', 'Observation/LR-3']],
    ['Observation?patient=85&date=', 'Observation?patient=85'],
    ['Organization?name=example', ['Organization/org1']],
    ['PractitionerRole?practitioner=p1', ['PractitionerRole/pr1']],
    ['PractitionerRole?practitioner=Practitioner/p1', ['PractitionerRole/pr1']],
    ['RelatedPerson?patient=85', ['RelatedPerson/r1']],
    ['ServiceRequest?_id=o1', ['ServiceRequest/o1']],
    ['ServiceRequest?patient=85&authored=ge2026', ['ServiceRequest/o1']],
    ['Specimen?patient=85', ['Specimen/s1']],
    ['Specimen?_id=s1', ['Specimen/s1']],
    // Every other parameter beginning with `_` is ignored.
    ['Specimen?patient=85&_lastUpdated=ge2090&_sort=-date&_total=none&_has:X:y:z=1&_foo=1', ['Specimen/s1']],
    [
      'Condition?patient=85&_revinclude=Provenance:target',
      ['Condition/PL-1', 'Condition/ED-2', 'Provenance/prov1'],
    ],
  ])('%s', async (path, expected) => {
    const answer = await site.json(path);
    expect(answer.status).toBe(200);
    expect(answer.ids).toEqual(typeof expected === 'string' ? (await site.json(expected)).ids : expected);
  });

  test('POST _search takes its parameters from the form', async () => {
    const { ids } = await site.json('Encounter/_search', {
      method: 'POST',
      body: 'patient=85&date=ge2026',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    });
    expect(ids).toEqual(['Encounter/PT-1']);
  });
});

describe('searches that it refuses', () => {
  test.each<[path: string, expected: string | RegExp]>([
    // A required parameter missing, an undeclared one, a mixture of two methods: all are named.
    ['AllergyIntolerance', unknown('AllergyIntolerance', '')],
    ['AllergyIntolerance?patient=', unknown('AllergyIntolerance', 'patient')],
    [
      'AllergyIntolerance?patient=85&clinical-status=active',
      unknown('AllergyIntolerance', 'patient, clinical-status'),
    ],
    [
      'AllergyIntolerance?patient=85&clinical-status=',
      unknown('AllergyIntolerance', 'patient, clinical-status'),
    ],
    ['Observation?subject=85&patient=85', unknown('Observation', 'subject, patient')],
    ['CarePlan?patient=85', unknown('CarePlan', 'patient')],
    ['CareTeam?status=active', unknown('CareTeam', 'status')],
    ['CareTeam?_id=t1&patient=85', unknown('CareTeam', '_id, patient')],
    ['CareTeam?_id=t1&status=active', unknown('CareTeam', '_id, status')],
    ['CareTeam', unknown('CareTeam', '')],
    ['Encounter?_id=PT-1&patient=85', unknown('Encounter', '_id, patient')],
    ['Encounter?_id=PT-1&date=2026', unknown('Encounter', '_id, date')],
    ['Encounter?_id=PT-1&patient=85&date=2026', unknown('Encounter', '_id, patient, date')],
    ['Encounter?date=2026', unknown('Encounter', 'date')],
    ['Encounter', unknown('Encounter', '')],
    ['Specimen', unknown('Specimen', '')],
    ['Specimen?_id=s1&patient=85', unknown('Specimen', '_id, patient')],
    ['ServiceRequest?_id=o1&patient=85', unknown('ServiceRequest', '_id, patient')],
    ['Goal?patient=85&lifecycle-status=active', unknown('Goal', 'patient, lifecycle-status')],
    ['MedicationRequest?patient=85&authoredon=2026', unknown('MedicationRequest', 'patient, authoredon')],
    ['PractitionerRole', unknown('PractitionerRole', '')],
    ['Location?name=x', unknown('Location', 'name')],
    ['Practitioner', unknown('Practitioner', '')],
    ['Provenance?target=Condition/PL-1', unknown('Provenance', 'target')],
    ['Observation?patient.name=x', unknown('Observation', 'patient.name')],
    ['Condition?patient=85&category:not=x', unknown('Condition', 'patient, category:not')],
    ['Condition?patient=85&_id=PL-1', unknown('Condition', 'patient, _id')],
    ['Condition?patient=85&_include=Condition:encounter', unknown('Condition', 'patient, _include')],
    ['Condition?patient=85&_include=*', unknown('Condition', 'patient, _include')],
    [
      'RelatedPerson?patient=85&_revinclude=Provenance:target',
      unknown('RelatedPerson', 'patient, _revinclude'),
    ],
    ['Specimen?patient=85&_revinclude=Provenance:target', unknown('Specimen', 'patient, _revinclude')],
    [
      'PractitionerRole?practitioner=p1&_revinclude=Provenance:target',
      unknown('PractitionerRole', 'practitioner, _revinclude'),
    ],
    ['Organization?name=x&_revinclude=Provenance:target', unknown('Organization', 'name, _revinclude')],
    [
      'Condition?patient=85&_revinclude=*',
      'HAPI-0442: Invalid _revinclude parameter value: "*". Valid values are: [Provenance:target]',
    ],
    [
      'Condition?patient=85&patient=86',
      /^HAPI-1962: Multiple values detected for non-repeatable parameter 'patient'/,
    ],
    ['Condition?patient=85,86', /^HAPI-1962: .* 'patient'/],
    ['Condition?patient=85&category=a,b', /^HAPI-1962: .* 'category'/],
    ['Goal?patient=85&date=sa2020', 'HAPI-1925: Unknown comparator: STARTS_AFTER'],
    ['Goal?patient=85&date=eb2020', 'HAPI-1925: Unknown comparator: ENDS_BEFORE'],
    ['Goal?patient=85&date=ap2020', 'HAPI-1925: Unknown comparator: APPROXIMATE'],
    ['Goal?patient=85&date=ne2020', 'HAPI-1925: Unknown comparator: NOT_EQUAL'],
    ['Goal?patient=85&date=xx2020', 'HAPI-1941: Invalid prefix: "xx"'],
    ['Goal?patient=85&date=yesterday', 'HAPI-1940: Invalid date/time/quantity format: "yesterday"'],
    ['Goal?patient=85&date=2020-13-40', 'HAPI-1882: Invalid date/time format: "2020-13-40"'],
    ['Goal?patient=85&date=ge2020&date=gt2021', /^HAPI-1923: .* lower bound/],
    ['Goal?patient=85&date=le2020&date=lt2021', /^HAPI-1924: .* upper bound/],
    ['Goal?patient=85&date=2020&date=2021', /^HAPI-1922: /],
    ['Goal?patient=85&date=2020,2021', 'HAPI-1930: DateRange parameter does not support OR queries'],
    ['DocumentReference', 'The patient parameter is required to search DocumentReference.'],
    ['DocumentReference?_id=d1', 'The patient parameter is required to search DocumentReference.'],
    ['DocumentReference?patient=85&category=imaging', 'Only the clinical-note category is supported.'],
    ['Observation?patient=85&code=2823-3', 'The only supported code at this time is 72166-2.'],
    ['Patient/85?_count=5', unknown('Patient/85', '_count')],
    ['Patient/85?name=x', unknown('Patient/85', 'name')],
    ['Patient/85/$everything', unknown('Patient/85/$everything', '')],
    ['', /^This is the base URL of FHIR server/],
  ])('%s', async (path, expected) => {
    const { status, diagnostics, body } = await site.json(path);
    expect(status).toBe(400);
    const pattern = typeof expected === 'string' ? new RegExp(`^${RegExp.escape(expected)}$`) : expected;
    expect(diagnostics).toMatch(pattern);
    expect(body).toMatchObject({
      resourceType: 'OperationOutcome',
      issue: [
        {
          severity: 'error',
          code: diagnostics.startsWith('Invalid request') ? 'not-supported' : 'processing',
        },
      ],
    });
  });

  test('Prefer: handling=lenient changes nothing', async () => {
    const headers = { Prefer: 'handling=lenient' };
    expect((await site.get('Goal?patient=85&foo=1', { headers })).status).toBe(400);
  });

  test.each(['patient?_id=85', 'Medication?patient=85', 'medicationRequest', 'Binary/1', 'Person/1'])(
    '%s: a type it does not serve',
    async (path) => {
      const { status, diagnostics } = await site.json(path);
      expect(status).toBe(404);
      expect(diagnostics).toMatch(
        /^HAPI-0302: Unknown resource type '\w+' - Server knows how to handle: \[Aller/,
      );
    },
  );

  test('a write is no operation it knows', async () => {
    const { status, diagnostics } = await site.json('Patient', { method: 'POST', body: '{}' });
    expect(status).toBe(400);
    expect(diagnostics).toContain('handle POST operation[Patient]');
  });
});

describe('bundles and headers', () => {
  test('an empty answer has a total and no entry member', async () => {
    const { body } = await site.json('Goal?patient=85');
    expect(body['total']).toBe(0);
    expect(Object.keys(body)).not.toContain('entry');
  });

  test('matches carry no search mode, included records neither; fullUrl is under the own base', async () => {
    const { body } = await site.json('Condition?patient=85&_revinclude=Provenance:target');
    expect(body).toMatchObject({
      type: 'searchset',
      total: 2,
      meta: { lastUpdated: '2026-11-23T12:00:00.000Z' },
      link: [{ relation: 'self', url: `${office}/Condition?patient=85&_revinclude=Provenance%3Atarget` }],
    });
    const entries = body['entry'] as { search?: object; fullUrl: string }[];
    expect(entries.map(({ fullUrl }) => fullUrl)).toContain(`${office}/Provenance/prov1`);
    expect(entries.every(({ search }) => search === undefined)).toBe(true);
    expect(JSON.stringify(body)).not.toContain('_history');
  });

  test('a search is modified now, and may not be cached by any header of its own', async () => {
    const { headers } = await site.get('Goal?patient=85', { headers: { 'X-Request-ID': 'abc-1' } });
    expect(headers.get('Content-Type')).toBe('application/fhir+json;charset=utf-8');
    expect(headers.get('Last-Modified')).toBe('Mon, 23 Nov 2026 12:00:00 GMT');
    expect(headers.get('X-Request-ID')).toBe('abc-1');
    expect(headers.get('Cache-Control')).toBeNull();
  });

  test('a read has validators only where the record has meta', async () => {
    const with_ = (await site.get('Condition/PL-1')).headers;
    expect(with_.get('ETag')).toBe('W/"3"');
    expect(with_.get('Last-Modified')).toBe('Fri, 02 Jan 2026 03:04:05 GMT');
    expect(with_.get('Content-Location')).toBe(`${office}/Condition/PL-1/_history/3`);
    const without = (await site.get('Encounter/PT-1')).headers;
    expect(without.get('ETag')).toBeNull();
    expect(without.get('Last-Modified')).toBeNull();
    expect(without.get('Content-Location')).toBe(`${office}/Encounter/PT-1`);
  });

  test('an unknown id is a 404', async () => {
    expect(await site.json('Patient/nope')).toMatchObject({
      status: 404,
      diagnostics: 'HAPI-0971: Resource Patient/nope is not known',
    });
    expect((await site.json('Patient/%E0%A4%A')).status).toBe(404);
  });

  test('a record is presented as of the moment asked', async () => {
    const { json } = fixtureSite({
      present: (resource, now) => (resource.resourceType === 'Patient' ? { ...resource, now } : resource),
    });
    expect((await json('Patient/85')).body['now']).toBe(Date.UTC(2026, 10, 23, 12));
    expect((await json('Condition/PL-1')).body['now']).toBeUndefined();
  });
});
