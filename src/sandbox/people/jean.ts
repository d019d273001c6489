import {
  also,
  annotation,
  at,
  coding,
  concept,
  hl7Concept,
  icd10,
  loinc,
  narrative,
  period,
  quantity,
  sct,
  systems,
} from './build.ts';
import { provenance, visit } from './chart.ts';
import { textFile } from './documents.ts';
import { allergy, condition, coverage, goal, immunization, order, procedure } from './history.ts';
import { drugs, medication } from './medications.ts';
import { note, noteTypes } from './notes.ts';
import { lab, observation } from './observations.ts';
import { home, oldHome, person } from './person.ts';
import { payers } from './practice.ts';
import type { Resource } from './resource.ts';

/** Jean Pelletier: known to have died, not when; every date a part of one, a range, an age or a word. */
export function jean(): readonly Resource[] {
  const chart = person({
    id: '429200296',
    names: [{ use: 'official', family: 'PELLETIER', given: ['JEAN'] }],
    gender: 'male',
    birthDate: '1931-07',
    birthSex: 'UNK',
    address: [
      home('OLD CHART, ADDRESS NOT CHECKED', '2019'),
      oldHome('RURAL ROUTE 2', '1999-05', '2019', 'SAMPLEVILLE', '85009'),
    ],
    more: { deceasedBoolean: true },
  });
  visit(chart, '2019', concept('Office visit, from the paper chart'), { reason: 'Paper chart summary' });
  visit(
    chart,
    '2019-05',
    concept('Office visit', coding(systems.snomed, '185347001', 'Encounter for problem')),
    { end: '2019-05' },
  );
  allergy(chart, concept('Quinine'), { onset: '1952', recorded: '2019-05' });
  const problem = (text: string, more: object, onset?: string) =>
    condition(chart, 'PL', concept(text), { ...(onset !== undefined && { onset }), more });
  problem('Rheumatic fever', {
    onsetAge: { value: 9, unit: 'years', system: systems.ucum, code: 'a' },
    abatementString: 'in the same winter',
  });
  problem('Tuberculosis, treated', { onsetPeriod: period('1951', '1952-06'), abatementDateTime: '1952-06' });
  problem('Back pain', { onsetRange: { low: quantity('30', 'years'), high: quantity('40', 'years') } });
  problem('Ringing in the ears', { onsetString: 'since the war' });
  problem(
    'Cataracts',
    { abatementAge: { value: 77, unit: 'years', system: systems.ucum, code: 'a' } },
    '2008',
  );
  problem('Enlarged prostate', {}, '2019-05');
  condition(
    chart,
    'PL',
    also(
      sct('73211009', 'Diabetes mellitus'),
      icd10('E11.9', 'Type 2 diabetes mellitus without complications'),
    ),
    { note: 'No date anywhere.' },
  );
  procedure(chart, sct('80146002', 'Appendectomy'), '1944');
  procedure(chart, concept('Hernia repair, right'), {
    performedAge: { value: 34, unit: 'years', system: systems.ucum, code: 'a' },
  });
  procedure(chart, concept('Teeth, all removed'), { performedString: 'before he was forty' });
  procedure(chart, concept('Tonsillectomy'), {
    performedRange: { low: quantity('5', 'years'), high: quantity('7', 'years') },
  });
  procedure(chart, concept('Cataract surgery'), { performedPeriod: period('2008-09', '2008-11') });
  procedure(chart, concept('Bone set, left wrist'), undefined);
  immunization(chart, ['33', 'Pneumococcal polysaccharide PPV23'], '2001', { reported: true });
  immunization(chart, ['113', 'Td (adult), preservative free'], '2019-05', { reported: true });
  immunization(chart, ['140', 'Influenza, seasonal, injectable, preservative free'], '2018-10', {
    reported: true,
    more: { occurrenceDateTime: undefined, occurrenceString: 'every autumn, he said' },
  });
  medication(chart, drugs.aspirin81, 'One a day', { authored: '2019', status: 'unknown' });
  medication(chart, drugs.furosemide20, 'One in the morning', { status: 'active' });
  lab(chart, 'a1c', '2019', '8.4', { more: { issued: undefined } });
  lab(chart, 'creatinine', '2019-05', '1.9', { more: { issued: undefined } });
  lab(chart, 'hemoglobin', '2019-05-07', '11.2', { more: { issued: undefined } });
  observation(
    chart,
    'laboratory',
    loinc('2345-7', 'Glucose [Mass/volume] in Serum or Plasma', 'Glucose'),
    undefined,
    { valueQuantity: quantity('211', 'mg/dL') },
    { note: [annotation('On a slip without a date.')] },
  );
  observation(
    chart,
    'vital-signs',
    loinc('29463-7', 'Body weight', 'Weight'),
    { effectivePeriod: period('2018', '2019') },
    { valueQuantity: quantity('70', 'kg') },
  );
  observation(
    chart,
    'vital-signs',
    loinc('8867-4', 'Heart rate', 'Heart rate'),
    { effectiveInstant: '2019-05-07T09:14:22.123-07:00' },
    { valueQuantity: quantity('58', 'beats/min') },
  );
  observation(
    chart,
    'social-history',
    loinc('74013-4', 'Alcoholic drinks per day', 'Alcoholic drinks a day'),
    {
      effectiveTiming: {
        repeat: { boundsPeriod: period('1950', '1999'), frequency: 1, period: 1, periodUnit: 'd' },
        code: concept('every evening'),
      },
    },
    { valueRange: { low: quantity('1'), high: quantity('2') } },
  );
  goal(chart, concept('Stay in his own house'), {
    more: {
      startCodeableConcept: concept('on admission to the practice'),
      target: [{ dueDuration: { value: 2, unit: 'years', system: systems.ucum, code: 'a' } }],
    },
  });
  order(chart, concept('Hearing test'), '2019-05', {
    occurrencePeriod: period('2019-06', '2019'),
    status: 'revoked',
  });
  coverage(chart, {
    payer: payers.medicare,
    memberId: '3MG6-TE7-MK95',
    type: ['1', 'MEDICARE'],
    start: '1996',
  });
  note(
    chart,
    noteTypes.history,
    '2019-05-07T10:00',
    [textFile('Summary of the paper chart. Many dates unknown.')],
    { more: { context: { period: period('1999', '2019') } } },
  );
  chart.add(
    'CarePlan',
    {
      text: narrative('generated', '<p>From the paper chart: diet, salt, walks.</p>'),
      status: 'unknown',
      intent: 'plan',
      category: [
        concept(undefined, coding('http://hl7.org/fhir/us/core/CodeSystem/careplan-category', 'assess-plan')),
      ],
      subject: chart.patient,
      period: period('2019'),
    },
    'PTP-',
  );
  observation(
    chart,
    'laboratory',
    loinc('24467-3', 'CD3+CD4+ (T4 helper) cells [#/volume] in Blood', 'CD4 count'),
    at('2019-05-07'),
    { dataAbsentReason: hl7Concept('data-absent-reason', 'unknown', 'Unknown') },
  );
  provenance(chart);
  return chart.all();
}
