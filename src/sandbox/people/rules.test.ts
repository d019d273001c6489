import { describe, expect, it } from 'vitest';
import { people } from '#sandbox/cast.ts';
import { pdfFile } from './documents.ts';
import { castResources } from './resources.ts';
import type { Resource } from './resource.ts';

const resources = castResources();

/** The JSON of a record: what a client would see. */
const texts = new Map(resources.map((each) => [each, JSON.stringify(each)]));
const text = (resource: Resource): string => texts.get(resource) ?? '';
const of = (type: string, person?: { readonly id: string }): readonly Resource[] =>
  resources.filter(
    (each) =>
      each.resourceType === type &&
      (person === undefined || text(each).includes(`"Patient/${person.id}"`) || each.id === person.id),
  );
const has = (type: string, ...parts: readonly string[]): number =>
  of(type).filter((each) => parts.every((part) => text(each).includes(part))).length;
const element = (type: string, name: string): number =>
  of(type).filter((each) => each[name] !== undefined).length;

/** [what the rule asks, how many records of the cast show it]. A rule without a record is a rule untested. */
const rules: readonly (readonly [rule: string, records: () => number])[] = [
  // Absence
  ['absence: no known allergy, coded', () => has('AllergyIntolerance', '"716186003"')],
  ['absence: no known drug allergy', () => has('AllergyIntolerance', '"409137002"', '"NKDA"')],
  ['absence: no known food allergy', () => has('AllergyIntolerance', '"429625007"')],
  ['absence: no known environmental allergy', () => has('AllergyIntolerance', '"428607008"')],
  ['absence: no current problems, coded', () => has('Condition', '"160245001"')],
  [
    'absence: a person with none recorded',
    () => (of('AllergyIntolerance', people.jordan).length === 0 ? 1 : 0),
  ],
  [
    'absence: none known beside an active allergy',
    () => {
      const sven = of('AllergyIntolerance', people.sven).map(text);
      return sven.some((each) => each.includes('409137002')) &&
        sven.some((each) => each.includes('Amoxicillin'))
        ? 1
        : 0;
    },
  ],
  // Status and modifiers
  ...(
    [
      'AllergyIntolerance',
      'Condition',
      'Encounter',
      'MedicationRequest',
      'Observation',
      'Immunization',
      'Procedure',
      'DiagnosticReport',
      'DocumentReference',
      'Goal',
      'CareTeam',
      'Coverage',
      'ServiceRequest',
      'Device',
      'Specimen',
    ] as const
  ).map((type) => [`entered in error: ${type}`, () => has(type, '"entered-in-error"')] as const),
  ...(['refuted', 'unconfirmed', 'differential', 'provisional'] as const).map(
    (status) => [`verification: ${status} problem`, () => has('Condition', `"${status}"`)] as const,
  ),
  ...(['refuted', 'unconfirmed'] as const).map(
    (status) => [`verification: ${status} allergy`, () => has('AllergyIntolerance', `"${status}"`)] as const,
  ),
  ['doNotPerform: medication', () => has('MedicationRequest', '"doNotPerform":true')],
  ['doNotPerform: order', () => has('ServiceRequest', '"doNotPerform":true')],
  ['not done: vaccine with reason', () => has('Immunization', '"not-done"', '"statusReason"')],
  ['not done: procedure with reason', () => has('Procedure', '"not-done"', '"statusReason"')],
  ['not done: dose not given', () => has('MedicationAdministration', '"not-done"', '"statusReason"')],
  ['not done: dispense declined', () => has('MedicationDispense', '"declined"')],
  ['unknown modifierExtension: problem', () => has('Condition', '"modifierExtension"')],
  ['unknown modifierExtension: medication', () => has('MedicationRequest', '"modifierExtension"')],
  ['unknown status: result', () => has('Observation', '"awaiting-countersign"')],
  ['unknown status: medication', () => has('MedicationRequest', '"lapsed"')],
  ['unknown clinical status', () => has('Condition', '"dormant"')],
  ['unknown value type', () => has('Observation', '"valueAttachment"')],
  ['unknown flag', () => has('Observation', '"ZZ"')],
  ['unknown code system', () => has('Condition', '"EYE-7"')],
  ...(['active', 'recurrence', 'relapse', 'inactive', 'remission', 'resolved'] as const).map(
    (status) => [`clinical status: ${status}`, () => has('Condition', `"code":"${status}"`)] as const,
  ),
  ...(
    [
      'active',
      'on-hold',
      'cancelled',
      'completed',
      'entered-in-error',
      'stopped',
      'draft',
      'unknown',
    ] as const
  ).map(
    (status) =>
      [
        `medication status: ${status}`,
        () => of('MedicationRequest').filter((each) => each['status'] === status).length,
      ] as const,
  ),
  ...(['preliminary', 'amended', 'corrected', 'cancelled', 'registered'] as const).map(
    (status) =>
      [
        `result status: ${status}`,
        () => of('Observation').filter((each) => each['status'] === status).length,
      ] as const,
  ),
  ['patient-reported medicine', () => has('MedicationRequest', '"reportedBoolean":true')],
  // Values
  ...(
    [
      'valueQuantity',
      'valueCodeableConcept',
      'valueString',
      'valueBoolean',
      'valueInteger',
      'valueRange',
      'valueRatio',
      'valueSampledData',
      'valueTime',
      'valueDateTime',
      'valuePeriod',
      'dataAbsentReason',
      'component',
      'hasMember',
    ] as const
  ).map((name) => [`value: ${name}`, () => element('Observation', name)] as const),
  ...(['effectiveDateTime', 'effectivePeriod', 'effectiveInstant', 'effectiveTiming'] as const).map(
    (name) => [`when: ${name}`, () => element('Observation', name)] as const,
  ),
  ['when: none', () => of('Observation').filter((each) => !text(each).includes('"effective')).length],
  ...(
    [
      'onsetDateTime',
      'onsetAge',
      'onsetPeriod',
      'onsetRange',
      'onsetString',
      'abatementAge',
      'abatementString',
    ] as const
  ).map((name) => [`when: ${name}`, () => element('Condition', name)] as const),
  ...(
    ['performedDateTime', 'performedPeriod', 'performedString', 'performedAge', 'performedRange'] as const
  ).map((name) => [`when: ${name}`, () => element('Procedure', name)] as const),
  ['when: vaccine in words', () => element('Immunization', 'occurrenceString')],
  ['medicine: contained', () => has('MedicationRequest', '"#mixture"', '"contained"')],
  ['medicine: reference that cannot be followed', () => has('MedicationRequest', '"Medication/555001"')],
  ['comparator: <', () => has('Observation', '"comparator":"<"')],
  ['comparator: >', () => has('Observation', '"comparator":">"')],
  ['comparator: <=', () => has('Observation', '"comparator":"<="')],
  ['comparator: >=', () => has('Observation', '"comparator":">="')],
  ['precision: 1.50', () => has('Observation', '"value":1.50,')],
  ['precision: 1.0', () => has('Observation', '"value":1.0,')],
  ['blood pressure as one, a part missing', () => has('Observation', '"85354-9"', '"dataAbsentReason"')],
  [
    'several notes',
    () => of('Observation').filter((each) => ((each['note'] ?? []) as unknown[]).length > 1).length,
  ],
  ['unit as text alone', () => has('Observation', '"unit":"ng/mL"}')],
  ['unit as code alone', () => has('Observation', '"code":"{#}/uL"')],
  [
    'one analyte in two units',
    () => Math.min(has('Observation', '"14749-6"', 'mmol/L'), has('Observation', '"2345-7"', 'mg/dL')),
  ],
  [
    'temperature in both units',
    () => Math.min(has('Observation', '"8310-5"', '"[degF]"'), has('Observation', '"8310-5"', '"Cel"')),
  ],
  [
    'weight in lb, kg and g',
    () =>
      Math.min(...['[lb_av]', 'kg', 'g'].map((code) => has('Observation', '"29463-7"', `"code":"${code}"`))),
  ],
  ['range: in text alone', () => has('Observation', '"referenceRange":[{"text":"Depends')],
  ['range: several, by sex and age', () => has('Observation', '"appliesTo"', '"Women')],
  ['range: without a flag, value outside', () => has('Observation', '"Cortisol, morning"')],
  ['flag without a range', () => has('Observation', '"Sedimentation rate"', '"N"')],
  ...(['HH', 'LL', 'AA', '*'] as const).map(
    (code) => [`critical: ${code}`, () => has('Observation', `"code":"${code}"`)] as const,
  ),
  ['microbiology: organism with susceptibilities', () => has('Observation', '"112283007"', '"hasMember"')],
  ['microbiology: resistant', () => has('Observation', '[Susceptibility]', '"R"')],
  [
    'report without results',
    () => of('DiagnosticReport').filter((each) => each['result'] === undefined).length,
  ],
  // Dates
  ...(['2019', '2019-05'] as const).map(
    (date) => [`partial date: ${date}`, () => has('Observation', `"effectiveDateTime":"${date}"`)] as const,
  ),
  ['partial birth date', () => has('Patient', '"birthDate":"1931-07"')],
  [
    'undated problem',
    () => of('Condition', people.jean).filter((each) => !text(each).includes('onset')).length,
  ],
  ['birth on the last day of a year', () => has('Patient', '"birthDate":"1991-12-31"')],
  ['birth on 29 February', () => has('Patient', '"birthDate":"1968-02-29"')],
  ['newborn with birth time', () => has('Patient', 'patient-birthTime')],
  // Identity
  ['died on a known day', () => element('Patient', 'deceasedDateTime')],
  ['died, day unknown', () => has('Patient', '"deceasedBoolean":true')],
  ['previous name', () => has('Patient', '"use":"old"', '李')],
  ['maiden name', () => has('Patient', '"use":"maiden"')],
  ['name in Arabic', () => has('Patient', 'فاطمة')],
  ['name in Chinese', () => has('Patient', '王秀英')],
  ['interpreter: FHIR’s flag', () => has('Patient', 'patient-interpreterRequired')],
  ['interpreter: US Core’s coding', () => has('Patient', 'us-core-interpreter-needed', '"373066001"')],
  ['tribal affiliation', () => has('Patient', 'us-core-tribal-affiliation')],
  ['gender identity', () => has('Patient', 'us-core-genderIdentity')],
  ['pronouns', () => has('Patient', 'individual-pronouns')],
  ['sex', () => has('Patient', 'us-core-sex')],
  ['race and ethnicity', () => has('Patient', 'us-core-race', 'us-core-ethnicity')],
  ['chart number on some', () => has('Patient', '"HF428946492"')],
  ['chart number on none', () => of('Patient').filter((each) => !/"HF\d/.test(text(each))).length],
  ['codes that contradict the text', () => has('Condition', '"Migraine"', '"Headache"')],
  ['codes that contradict each other', () => has('AllergyIntolerance', '"1191"', '"5640"')],
  // Lists
  [
    'the same medicine twice',
    () => of('MedicationRequest', people.ruth).filter((each) => text(each).includes('"866436"')).length - 1,
  ],
  [
    'a duplicate without a date',
    () => of('MedicationRequest', people.ruth).filter((each) => each['authoredOn'] === undefined).length,
  ],
  [
    'the same medicine in two strengths',
    () =>
      Math.min(
        ...['310429', '313988'].map(
          (code) =>
            of('MedicationRequest', people.ruth).filter((each) => text(each).includes(`"${code}"`)).length,
        ),
      ),
  ],
  ['provenance with author and transmitter', () => has('Provenance', '"author"', '"transmitter"')],
  ['narrative that says more', () => has('Condition', '"status":"additional"')],
  ['narrative made from the fields', () => has('Observation', '"status":"generated"')],
  ...(['text/plain', 'text/html', 'application/pdf', 'application/rtf'] as const).map(
    (type) =>
      [`document: ${type}`, () => has('DocumentReference', `"contentType":"${type}"`, '"data"')] as const,
  ),
  ['document behind a link that cannot be followed', () => has('DocumentReference', '"Binary/77001"')],
  ['report with its document', () => has('DiagnosticReport', '"presentedForm"')],
  ['implant with its identifier', () => has('Device', '"carrierHRF"', '"carrierAIDC"', '"serialNumber"')],
  ['plan with its narrative', () => has('CarePlan', '"assess-plan"', '"div"')],
  ['hostile text', () => has('Patient', '<script>')],
  ['text turned round', () => has('Patient', '\u202E')],
];

describe('clinical rules, each with a record that shows it', () => {
  it.each(rules)('%s', (_, records) => {
    expect(records()).toBeGreaterThan(0);
  });
});

describe('charts of the size they promise', () => {
  it('Marguerite has 3,000 results over ten years', () => {
    const results = of('Observation', people.marguerite).filter(({ id }) => id.startsWith('LR-'));
    const days = results.map((each) => String(each['effectiveDateTime']).slice(0, 10)).toSorted();
    expect(results).toHaveLength(3000);
    expect([days[0]?.slice(0, 7), days.at(-1)?.slice(0, 7)]).toEqual(['2016-12', '2026-11']);
  });
  it('Ruth has 25 medicines', () => {
    expect(of('MedicationRequest', people.ruth)).toHaveLength(25);
  });
  it('David’s agree with the design: potassium, kidney, medicines, allergies', () => {
    const potassium = of('Observation', people.david).filter((each) => text(each).includes('"2823-3"'));
    const newest = potassium.slice(0, 2);
    expect(
      newest.map((each) => [each['effectiveDateTime'], /"value":([\d.]+)/.exec(text(each))?.[1]]),
    ).toEqual([
      ['2026-11-21T08:15:00-07:00', '6.1'],
      ['2026-08-03T09:02:00-07:00', '5.0'],
    ]);
    expect(text(potassium[0] as Resource)).toContain('"HH"');
    expect(of('Observation', people.david).filter(({ id }) => id.startsWith('LR-'))).toHaveLength(212);
    expect(of('MedicationRequest', people.david).filter((each) => each['status'] === 'active')).toHaveLength(
      5,
    );
    expect(
      of('AllergyIntolerance', people.david).map((each) => (each['code'] as { text: string }).text),
    ).toEqual(['Penicillin G', 'Sulfonamides', 'Latex']);
  });
});

describe('pdfFile', () => {
  it('writes a cross-reference table that points at its objects', () => {
    const { data } = pdfFile(
      'Two pages (really)',
      Array.from({ length: 60 }, (_, line) => `line ${line} \\ (x)`),
    );
    const file = Buffer.from(data ?? '', 'base64').toString('latin1');
    const start = Number(/startxref\n(\d+)\n/.exec(file)?.[1]);
    expect(file.slice(start, start + 4)).toBe('xref');
    const offsets = [...file.slice(start).matchAll(/^(\d{10}) 00000 n $/gm)].map(([, offset]) =>
      Number(offset),
    );
    expect(offsets.length).toBeGreaterThanOrEqual(8);
    for (const [index, offset] of offsets.entries())
      expect(file.slice(offset)).toMatch(new RegExp(`^${index + 1} 0 obj\\n`));
    for (const [, length, stream] of file.matchAll(/\/Length (\d+) >>\nstream\n([\s\S]*?)\nendstream/g))
      expect(stream).toHaveLength(Number(length));
    expect(file).toContain('/Count 2');
  });
});
