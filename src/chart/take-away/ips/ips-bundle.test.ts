// @vitest-environment jsdom
/** The summary's invariants for the whole cast and for published records. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listsOf } from '#chart/lists.ts';
import type { Chart } from '#chart/kit/chart-context.tsx';
import { answerOf, type FakeOptions, type FakeReading, fakeReading } from '#chart/kit/fake-reading.ts';
import { personReading } from '#chart/kit/person-reading.ts';
import { asObject, asObjects, type FhirResource, isResource, type JsonObject } from '#fhir/json.ts';
import { parseExact } from '#fhir/parse-json.ts';
import { people } from '#sandbox/cast.ts';
import { castResources } from '#sandbox/people/resources.ts';
import { faultsOf } from './document-check.ts';
import { ipsBundle } from './ips-bundle.ts';

const now = new Date('2026-11-23T15:00:00Z');
const base = 'https://fhir.example/r4';

function chartOf(reading: FakeReading): Chart {
  return {
    sessionId: 'test',
    reading,
    systemLabel: 'NextGen Office',
    fhirBase: base,
    fhirVersion: 'R4',
    audience: 'clinician',
    encounterId: undefined,
    banner: 'whole',
    paths: { section: (section) => `/${section}`, record: (section, key) => `/${section}/${key}` },
    memory: new Map(),
  };
}

function summaryOf(reading: FakeReading): JsonObject {
  const bundle = ipsBundle(chartOf(reading), listsOf, now);
  if (bundle === undefined) throw new Error('no summary');
  // As a receiver has it.
  return parseExact(JSON.stringify(bundle)) as JsonObject;
}

function sectionOf(bundle: JsonObject, code: string): JsonObject | undefined {
  const composition = asObject(asObjects(bundle['entry'])[0]?.['resource']);
  return asObjects(composition?.['section']).find(
    (section) => asObjects(asObject(section['code'])?.['coding'])[0]?.['code'] === code,
  );
}

const divOf = (section: JsonObject | undefined): string => String(asObject(section?.['text'])?.['div']);

const shared = /^(Practitioner|PractitionerRole|Organization|Location|Medication)$/;
const cast = castResources();

/** One person's records, and what the practice has for all. */
function recordsOf(id: string): readonly FhirResource[] {
  return cast.filter(
    (one) =>
      (one.resourceType === 'Patient' && one.id === id) ||
      shared.test(one.resourceType) ||
      JSON.stringify(one).includes(`"Patient/${id}"`),
  ) as readonly FhirResource[];
}

const castReading = (id: string, more: Partial<FakeOptions> = {}): FakeReading =>
  personReading(
    recordsOf(id).filter(({ resourceType, id: own }) => resourceType !== 'Patient' || own === id),
    { patientId: id, ...more },
  );

describe('the cast', () => {
  test.each(Object.entries(people))('%s: the summary is a sound document', (_name, { id }) => {
    expect(faultsOf(summaryOf(castReading(id)))).toEqual([]);
  });

  test('decimals stand as they came', () => {
    const written = JSON.stringify(ipsBundle(chartOf(castReading(people.david.id)), listsOf, now));
    expect(written).toMatch(/"value":\d+\.\d*0[,}]/);
  });

  test('no name or birth date: said to be unknown, as the profile wants it', () => {
    const bundle = summaryOf(personReading([{ resourceType: 'Patient', id: 'p1' }]));
    expect(faultsOf(bundle)).toEqual([]);
    expect(JSON.stringify(bundle)).toContain('data-absent-reason');
  });
});

describe('absence keeps its face', () => {
  const patient = { resourceType: 'Patient', id: 'p1', name: [{ text: 'X' }], birthDate: '1980' };
  const of = (states: FakeOptions['states'], resources: readonly unknown[] = []): JsonObject | undefined =>
    sectionOf(summaryOf(personReading([patient, ...resources], { ...(states && { states }) })), '48765-2');
  const reason = (section: JsonObject | undefined): unknown =>
    asObjects(asObject(section?.['emptyReason'])?.['coding'])[0]?.['code'];

  test('none recorded is no statement that there are none', () => {
    const section = of(undefined);
    expect(reason(section)).toBe('unavailable');
    expect(divOf(section)).toContain('No allergies are recorded in NextGen Office.');
    expect(divOf(section)).toContain('That is not a statement that there are none.');
  });

  test('not shared is withheld', () => {
    const section = of({ AllergyIntolerance: { state: 'not-shared', by: 'scope' } });
    expect(reason(section)).toBe('withheld');
    expect(divOf(section)).toContain('did not share allergies');
  });

  test('failed, and still being read', () => {
    const failed = of({
      AllergyIntolerance: { state: 'failed', failure: { kind: 'unreachable', reason: 'network' } },
    });
    expect(reason(failed)).toBe('unavailable');
    expect(divOf(failed)).toContain('Could not read allergies.');
    expect(reason(of({ AllergyIntolerance: { state: 'reading' } }))).toBe('notstarted');
  });

  test('none known is the record that says so, never an empty list', () => {
    const none = {
      resourceType: 'AllergyIntolerance',
      id: 'a1',
      code: { coding: [{ system: 'http://snomed.info/sct', code: '716186003' }] },
      patient: { reference: 'Patient/p1' },
    };
    const section = of(undefined, [none]);
    expect(section?.['emptyReason']).toBeUndefined();
    expect(section?.['entry']).toEqual([{ reference: 'AllergyIntolerance/a1' }]);
  });

  test('a part that could not be read is said beside what was', () => {
    const allergy = {
      resourceType: 'AllergyIntolerance',
      id: 'a1',
      code: { text: 'Latex' },
      patient: { reference: 'Patient/p1' },
    };
    const records = [allergy] as unknown as readonly FhirResource[];
    const section = of({ AllergyIntolerance: answerOf(records, { unreadable: ['?'], more: true }) });
    expect(divOf(section)).toContain('One entry the EHR sent could not be read.');
    expect(divOf(section)).toContain('NextGen Office has more than is shown here');
    expect(divOf(section)).toContain('Latex');
  });

  test('a mistake is no part of it, and is counted', () => {
    const wrong = {
      resourceType: 'AllergyIntolerance',
      id: 'a1',
      code: { text: 'Peanut' },
      verificationStatus: { coding: [{ code: 'entered-in-error' }] },
      patient: { reference: 'Patient/p1' },
    };
    const section = of(undefined, [wrong]);
    expect(divOf(section)).not.toContain('Peanut');
    expect(divOf(section)).toContain('entered in error');
  });

  test('an optional section that was not shared is there and says so', () => {
    const reading = personReading([patient], {
      states: { Immunization: { state: 'not-shared', by: 'scope' } },
    });
    expect(divOf(sectionOf(summaryOf(reading), '11369-6'))).toContain('did not share immunizations');
    expect(sectionOf(summaryOf(personReading([patient])), '11369-6')).toBeUndefined();
  });
});

test('what points out of the document becomes words', () => {
  const reading = personReading([
    { resourceType: 'Patient', id: 'p1', name: [{ text: 'X' }], birthDate: '1980' },
    {
      resourceType: 'Condition',
      id: 'c1',
      code: { text: 'Asthma' },
      subject: { reference: 'Patient/p1' },
      encounter: { reference: 'Encounter/nowhere' },
      asserter: { reference: 'https://elsewhere.example/Practitioner/9', display: 'Dr Elsewhere' },
    },
  ]);
  const bundle = summaryOf(reading);
  expect(faultsOf(bundle)).toEqual([]);
  const condition = asObjects(bundle['entry'])
    .map(({ resource }) => asObject(resource))
    .find((one) => one?.['resourceType'] === 'Condition');
  expect(condition?.['encounter']).toEqual({ display: 'Encounter (not part of this summary)' });
  expect(condition?.['asserter']).toEqual({ display: 'Dr Elsewhere' });
});

test('an unsound document is found so', () => {
  const bundle = summaryOf(castReading(people.david.id));
  const broken = { ...bundle, entry: asObjects(bundle['entry']).slice(0, -3) };
  expect(faultsOf(broken)).not.toEqual([]);
});

const folder = process.env['CHARTSIDE_DATA'];

function published(set: string): readonly FhirResource[] {
  const path = join(folder ?? '', set);
  return readdirSync(path)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => {
      const parsed: unknown = parseExact(readFileSync(join(path, name), 'utf8'));
      if (!isResource(parsed)) return [];
      return [parsed, ...asObjects(parsed['entry']).map(({ resource }) => resource)].filter(isResource);
    });
}

describe.skipIf(folder === undefined || !existsSync(folder))('published records', () => {
  test.each(['uscore-6.1.0', 'uscore-8.0.0', 'inferno-refserver', 'synthea-r4', 'heavy-r4', 'fhir-r4-spec'])(
    '%s: the summary of each patient is a sound document',
    { timeout: 240_000 },
    (set) => {
      const all = published(set);
      const patients = all.filter(({ resourceType, id }) => resourceType === 'Patient' && id).slice(0, 12);
      expect(patients.length).toBeGreaterThan(0);
      for (const { id = '' } of patients) {
        const resources = all.filter((one) => one.resourceType !== 'Patient' || one.id === id);
        expect(faultsOf(summaryOf(fakeReading({ patientId: id, resources })))).toEqual([]);
      }
    },
  );
});

test('results that came inside a report, in clinical tests or without a category stand among the results', () => {
  const subject = { reference: 'Patient/p1' };
  const observed = (id: string, text: string, more: object = {}): object => ({
    resourceType: 'Observation',
    id,
    status: 'final',
    code: { text },
    subject,
    effectiveDateTime: '2026-11-20T08:00:00Z',
    valueQuantity: { value: 7.1, unit: 'mmol/L' },
    ...more,
  });
  const { id: _, ...inside } = observed('', 'Potassium') as { readonly id: string };
  const resources = [
    { resourceType: 'Patient', id: 'p1', name: [{ text: 'X' }], birthDate: '1980' },
    {
      resourceType: 'DiagnosticReport',
      id: 'd1',
      status: 'final',
      code: { text: 'Electrolytes' },
      subject,
      contained: [{ ...inside, id: 'r' }],
      result: [{ reference: '#r' }],
    },
    observed('o1', 'Lactate'),
    observed('o2', 'Ejection fraction', { category: [{ coding: [{ code: 'exam' }] }] }),
  ];
  const bundle = summaryOf(personReading(resources));
  expect(faultsOf(bundle)).toEqual([]);
  const results = sectionOf(bundle, '30954-2');
  for (const name of ['Potassium', 'Lactate', 'Ejection fraction']) expect(divOf(results)).toContain(name);
  const named = asObjects(results?.['entry']).map(({ reference }) => String(reference));
  expect(named.toSorted()).toEqual([
    expect.stringContaining('DiagnosticReport/d1'),
    expect.stringContaining('Observation/o1'),
    expect.stringContaining('Observation/o2'),
  ]);

  const unread = summaryOf(
    personReading(resources, { states: { DiagnosticReport: { state: 'not-shared', by: 'scope' } } }),
  );
  expect(divOf(sectionOf(unread, '30954-2'))).toContain('did not share');
});
