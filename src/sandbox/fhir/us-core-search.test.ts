import { describe, expect, test } from 'vitest';
import { fixtureSite, origin, records } from './fhir-fixture.ts';
import { createStore } from './store.ts';

const data = `${origin}/data/fhir/r4`;
const site = fixtureSite();

describe('the data base: every type, plain rules', () => {
  test.each([
    ['Medication', ['Medication/x1']],
    ['Medication?_id=x1', ['Medication/x1']],
    ['Encounter?_id=PT-1&patient=85', ['Encounter/PT-1']],
    ['Condition?patient=85', ['Condition/PL-1', 'Condition/ED-2']],
    ['Condition?subject=Patient/85', ['Condition/PL-1', 'Condition/ED-2']],
    ['Condition?patient=85,86', ['Condition/PL-1', 'Condition/ED-2', 'Condition/PL-9']],
    ['Condition?patient=85&patient=86', []],
    [
      'Condition?category=encounter-diagnosis,problem-list-item&patient=85',
      ['Condition/PL-1', 'Condition/ED-2'],
    ],
    ['Condition?category=encounter-diagnosis&category=problem-list-item', []],
    ['Condition?onset-date=le2020', ['Condition/PL-1']],
    // A payor and a performer are not whom a record is about.
    ['Coverage?patient=86', []],
    ['Observation?patient=86', ['Observation/LR-9']],
    ['Observation?patient=85&date=sa2026-03&category=laboratory', ['Observation/LR-4', 'Observation/LR-5']],
    ['Observation?performer:Patient=86', ['Observation/HX-6']],
    ['MedicationRequest?intent=order,plan', ['MedicationRequest/m1']],
    ['Device?patient=85', ['Device/dev1']],
    ['Patient?family=other', ['Patient/86']],
    ['Patient?birthdate=lt1985', ['Patient/85']],
    ['Patient?_sort=name&_count=50&_total=accurate&_summary=false', ['Patient/85', 'Patient/86']],
    ['Provenance?patient=86', ['Provenance/prov2']],
    ['Provenance?target=Condition/ED-2', ['Provenance/prov1']],
    ['MedicationRequest?_include=MedicationRequest:medication', ['MedicationRequest/m1', 'Medication/x1']],
    ['Condition?patient=86&_revinclude=Provenance:target', ['Condition/PL-9', 'Provenance/prov2']],
    ['FamilyMemberHistory?patient=85', []],
  ])('%s', async (path, ids) => {
    const answer = await site.json(`${data}/${path}`);
    expect(answer.status).toBe(200);
    expect(answer.ids).toEqual(ids);
  });

  test.each([
    ['Condition?foo=1', 'Unknown search parameter "foo" for resource type "Condition"'],
    ['Condition?constructor=1', 'Unknown search parameter "constructor" for resource type "Condition"'],
    ['Condition?__proto__=1', 'Unknown search parameter "__proto__" for resource type "Condition"'],
    ['Condition?category:not=a', 'Unknown search parameter "category:not" for resource type "Condition"'],
    ['Condition?onset-date=soon', 'Invalid value "soon" for search parameter "onset-date"'],
    ['Condition?_revinclude=Observation:focus', '_revinclude=Observation:focus is not supported'],
    ['Condition?_include=*', '_include=* is not supported'],
  ])('%s → 400', async (path, diagnostics) => {
    expect(await site.json(`${data}/${path}`)).toMatchObject({ status: 400, diagnostics });
  });

  test('an unknown type is a 404, a known empty one is not', async () => {
    expect((await site.get(`${data}/Nonsense`)).status).toBe(404);
    expect((await site.json(`${data}/VisionPrescription`)).body['total']).toBe(0);
  });

  test('entries say match and include', async () => {
    const { body } = await site.json(`${data}/Condition?patient=86&_revinclude=Provenance:target`);
    const entries = body['entry'] as readonly { readonly search: unknown }[];
    expect(entries.map(({ search }) => search)).toEqual([{ mode: 'match' }, { mode: 'include' }]);
  });

  test('an included record that may not be read is left out', async () => {
    const { ids } = await site.json(`${data}/Condition?patient=85&_revinclude=Provenance:target`, {
      as: 'no-provenance',
    });
    expect(ids).toEqual(['Condition/PL-1', 'Condition/ED-2']);
  });

  test('without --data there is no such base; a folder without records is an empty one', async () => {
    expect((await fixtureSite({ data: undefined }).get(`${data}/Condition`)).status).toBe(404);
    expect((await fixtureSite({ data: createStore([]) }).json(`${data}/Condition`)).body['total']).toBe(0);
  });
});

describe('the store', () => {
  test('refuses a record without an id, and two of one name', () => {
    expect(() => createStore([{ resourceType: 'Patient' }])).toThrow('has no id');
    expect(() => createStore([...records, { resourceType: 'Patient', id: '85' }])).toThrow(
      'Patient/85 is in the store twice',
    );
  });

  test('a patient’s records are found without going through everybody’s', async () => {
    const many = Array.from({ length: 60_000 }, (_, n) => ({
      resourceType: 'Observation',
      id: `o${n}`,
      subject: { reference: `Patient/${n % 10}` },
    }));
    let looked = 0;
    const store = createStore(many);
    const watched = { ...store, all: (type: string) => (looked++, store.all(type)) };
    const { json } = fixtureSite({ office: watched });
    const started = performance.now();
    expect((await json('Observation?patient=3')).ids).toHaveLength(6000);
    expect(looked).toBe(0);
    // A few milliseconds on an idle machine; the bound only catches a scan or a quadratic step.
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
