import {
  also,
  annotation,
  at,
  coding,
  concept,
  hl7Code,
  hl7Concept,
  icd10,
  loinc,
  quantity,
  refer,
  sct,
  systems,
} from './build.ts';
import { provenance, visit } from './chart.ts';
import { textFile } from './documents.ts';
import {
  allergy,
  assessAndPlan,
  careTeam,
  condition,
  coverage,
  goal,
  immunization,
  order,
  orderCategories,
  procedure,
} from './history.ts';
import { administration, drugs, medication } from './medications.ts';
import { note, noteTypes, report } from './notes.ts';
import { interpretation, lab, observation, panel, vitals } from './observations.ts';
import {
  english,
  hispanic,
  home,
  notHispanic,
  person,
  phone,
  races,
  relatedPerson,
  spanish,
} from './person.ts';
import { hospital, locations, payers, practitioners } from './practice.ts';
import type { Resource } from './resource.ts';

/** A girl four days old, not yet named, with jaundice under watch. */
export function newborn(): readonly Resource[] {
  const chart = person({
    id: '429200101',
    names: [
      { use: 'official', family: 'NGUYEN', given: ['BABYGIRL'] },
      { use: 'temp', text: 'Baby Girl Nguyen' },
    ],
    gender: 'female',
    birthDate: '2026-11-19',
    birthSex: 'F',
    race: [races.asian],
    raceDetail: [['2047-9', 'Vietnamese']],
    ethnicity: notHispanic,
    address: [home('55 SAMPLE COURT', '2026-11-21')],
    languages: [['vi', 'Vietnamese'], english],
    more: {
      _birthDate: {
        extension: [
          {
            url: 'http://hl7.org/fhir/StructureDefinition/patient-birthTime',
            valueDateTime: '2026-11-19T03:42:00-07:00',
          },
        ],
      },
      multipleBirthInteger: 1,
      generalPractitioner: [practitioners.pediatrician],
    },
  });
  const birth = visit(
    chart,
    '2026-11-19T03:42',
    concept('Birth, newborn stay', coding(systems.snomed, '442311008', 'Liveborn born in hospital')),
    {
      id: '90412501',
      class: ['IMP', 'inpatient encounter'],
      end: '2026-11-21T11:00',
      by: practitioners.hospitalist,
      location: locations.hospital,
      reason: 'Birth',
      disposition: ['home', 'Home'],
    },
  );
  const check = visit(
    chart,
    '2026-11-22T09:30',
    concept('Newborn check', coding(systems.snomed, '410620009', 'Well child visit')),
    {
      end: '2026-11-22T10:00',
      by: practitioners.pediatrician,
      reason: 'Weight and jaundice check, day 3',
    },
  );
  condition(
    chart,
    'PL',
    also(sct('387712008', 'Neonatal jaundice'), icd10('P59.9', 'Neonatal jaundice, unspecified')),
    {
      onset: '2026-11-21',
      recorded: '2026-11-22T09:55',
      encounter: check,
    },
  );
  condition(
    chart,
    'ED',
    also(
      sct('442311008', 'Liveborn born in hospital'),
      icd10('Z38.00', 'Single liveborn infant, delivered vaginally'),
    ),
    {
      recorded: '2026-11-19T05:00',
      encounter: birth,
    },
  );
  const birthValue = (code: string, name: string, text: string, value: object, when = '2026-11-19T03:50') =>
    observation(chart, 'exam', loinc(code, name, text), when, value, {
      performer: [practitioners.hospitalist],
      encounter: refer(birth),
    });
  birthValue('18185-9', 'Gestational age', 'Gestational age at birth', {
    valueQuantity: quantity('39.3', 'weeks'),
  });
  birthValue('9272-6', '1 minute Apgar Score', 'Apgar, 1 minute', { valueInteger: 8 }, '2026-11-19T03:43');
  birthValue('9274-2', '5 minute Apgar Score', 'Apgar, 5 minutes', { valueInteger: 9 }, '2026-11-19T03:47');
  vitals(chart, '2026-11-19T04:00', {
    weight: ['3190', 'g'],
    height: ['49.1', 'cm'],
    head: '34.0',
    headPercentile: '54',
    weightForLength: '52',
    pulse: '142',
    breaths: '46',
    temperature: ['36.8', '°C'],
  });
  vitals(chart, '2026-11-22T09:35', {
    weight: ['2985', 'g'],
    height: ['49.3', 'cm'],
    head: '34.1',
    headPercentile: '50',
    pulse: '138',
    breaths: '42',
    temperature: ['36.9', '°C'],
  });
  for (const [when, value] of [
    ['2026-11-20T04:00', '5.1'],
    ['2026-11-21T08:10', '9.8'],
    ['2026-11-22T09:50', '13.6'],
  ] as const)
    lab(chart, 'bilirubin', when, value, {
      range: 'by age in hours',
      more: {
        referenceRange: [
          {
            text: 'Treatment line at 24 h: 11.0 mg/dL',
            age: {
              low: { value: 24, unit: 'h', system: systems.ucum, code: 'h' },
              high: { value: 25, unit: 'h', system: systems.ucum, code: 'h' },
            },
          },
          {
            text: 'Treatment line at 78 h: 18.2 mg/dL',
            age: {
              low: { value: 78, unit: 'h', system: systems.ucum, code: 'h' },
              high: { value: 79, unit: 'h', system: systems.ucum, code: 'h' },
            },
          },
        ],
        ...(value === '13.6' && interpretation('H')),
      },
    });
  observation(
    chart,
    'laboratory',
    loinc('882-1', 'ABO and Rh group [Type] in Blood', 'Blood group'),
    '2026-11-19T04:20',
    { valueString: 'A positive' },
  );
  observation(
    chart,
    'laboratory',
    loinc(
      '1007-4',
      'Direct antiglobulin test.poly specific reagent [Presence] on Red Blood Cells',
      'Direct antiglobulin test',
    ),
    '2026-11-19T04:20',
    { valueCodeableConcept: sct('260385009', 'Negative') },
  );
  observation(
    chart,
    'laboratory',
    loinc('54089-8', 'Newborn screening panel American Health Information Community', 'Newborn screening'),
    '2026-11-20T04:30',
    { dataAbsentReason: hl7Concept('data-absent-reason', 'temp-unknown', 'Temporarily Unknown') },
    { status: 'registered' },
  );
  observation(
    chart,
    'procedure',
    loinc('54109-4', 'Newborn hearing screen - right', 'Hearing screen, right ear'),
    '2026-11-20T14:00',
    { valueString: 'Pass' },
  );
  observation(
    chart,
    'procedure',
    loinc('54108-6', 'Newborn hearing screen - left', 'Hearing screen, left ear'),
    '2026-11-20T14:00',
    { valueString: 'Refer' },
    { ...interpretation('A'), note: [annotation('Repeat at two weeks.')] },
  );
  immunization(chart, ['08', 'Hep B, adolescent or pediatric'], '2026-11-19T09:00', {
    lot: 'MUHB26',
    dose: '0.5',
    site: ['RT', 'Right thigh'],
  });
  immunization(
    chart,
    ['306', 'RSV, mAb, nirsevimab-alip, 0.5 mL, neonate to 24 months'],
    '2026-11-20T10:00',
    { lot: 'MURSV1', dose: '0.5', site: ['LT', 'Left thigh'] },
  );
  administration(
    chart,
    concept('Phytonadione 1 mg injection'),
    '2026-11-19T04:30',
    ['1', 'mg'],
    'intramuscular',
    { performer: [{ actor: practitioners.hospitalist }] },
  );
  administration(
    chart,
    concept('Erythromycin 0.5 % eye ointment'),
    '2026-11-19T04:32',
    ['1', 'application'],
    'eye',
    {
      status: 'not-done',
      statusReason: [concept('Parents declined')],
      performer: [{ actor: practitioners.hospitalist }],
    },
  );
  medication(chart, concept('Cholecalciferol 400 units/mL drops'), '1 mL by mouth once daily', {
    authored: '2026-11-22T09:58',
    by: practitioners.pediatrician,
    dose: ['1', 'mL'],
    route: 'mouth',
  });
  procedure(chart, concept('Phototherapy'), undefined, {
    status: 'not-done',
    statusReason: concept('Bilirubin below the treatment line'),
  });
  const mother = relatedPerson(chart, 'NGUYEN', 'THUY LINH', hl7Code('v3-RoleCode', 'MTH', 'mother'), {
    telecom: [phone('(480) 555-0181', 'mobile')],
  });
  careTeam(chart, 'Newborn care', [
    [concept('Pediatrician'), practitioners.pediatrician],
    [concept('Mother'), refer(mother, 'NGUYEN, THUY LINH')],
  ]);
  assessAndPlan(
    chart,
    '<p>Day 3: weight down 6.4 %, feeding well at the breast. Bilirubin 13.6 at 78 hours, below the line (18.2). Recheck 24 Nov. Hearing: repeat left at two weeks.</p>',
    '2026-11-22T10:00',
    { author: practitioners.pediatrician, encounter: refer(check) },
  );
  order(
    chart,
    loinc('1975-2', 'Bilirubin.total [Mass/volume] in Serum or Plasma', 'Bilirubin, total'),
    '2026-11-22T09:59',
    { occurrenceDateTime: '2026-11-24', requester: practitioners.pediatrician },
  );
  note(
    chart,
    noteTypes.discharge,
    '2026-11-21T11:00',
    [
      textFile(
        'Discharge summary. Girl, 39 weeks 3 days, vaginal birth 19 Nov 2026 03:42, Apgar 8 and 9. Birth weight 3190 g. Hepatitis B and nirsevimab given, vitamin K given, eye ointment declined. Home on day 2.',
      ),
    ],
    { encounter: birth, author: practitioners.hospitalist },
  );
  coverage(chart, {
    payer: payers.medicaid,
    memberId: 'PENDING-429200101',
    type: ['2', 'MEDICAID'],
    relationship: ['child', 'Child'],
    start: '2026-11-19',
  });
  provenance(chart);
  return chart.all();
}

/** A girl of three whose weight crosses percentiles downwards: growth, lead, food allergy being sorted out. */
export function child(): readonly Resource[] {
  const chart = person({
    id: '429200118',
    names: [{ use: 'official', family: 'ORTEGA', given: ['MAYA', 'ISABEL'] }],
    gender: 'female',
    birthDate: '2023-06-08',
    birthSex: 'F',
    race: [['2131-1', 'Other Race']],
    ethnicity: hispanic,
    telecom: [phone('(480) 555-0188', 'mobile')],
    address: [home('3 PLAYGROUND WAY', '2023-06-10')],
    languages: [english, spanish],
    more: { generalPractitioner: [practitioners.pediatrician] },
  });
  const seen = visit(
    chart,
    '2026-11-10T09:00',
    concept('Office visit', coding(systems.snomed, '390906007', 'Follow-up encounter')),
    {
      id: '90412518',
      end: '2026-11-10T09:40',
      by: practitioners.pediatrician,
      reason: 'Weight check',
    },
  );
  // WHO percentiles to 24 months, CDC after.
  for (const [day, length, weight, head, headPercentile] of [
    ['2023-06-12', '49.1', '2.80', '34.0', '41'],
    ['2023-07-10', '53.3', '3.63', '36.5', '44'],
    ['2023-08-09', '56.5', '4.38', '38.1', '43'],
    ['2023-10-11', '61.3', '5.54', '40.3', '39'],
    ['2023-12-11', '64.9', '6.41', '42.0', '42'],
    ['2024-03-13', '69.4', '7.07', '43.7', '44'],
    ['2024-06-10', '73.0', '7.83', '44.6', '41'],
    ['2024-09-11', '76.6', '8.24', '45.5', '45'],
    ['2024-12-11', '79.5', '8.95', '45.9', '40'],
  ] as const)
    vitals(chart, `${day}T10:00`, { height: [length, 'cm'], weight: [weight, 'kg'], head, headPercentile });
  for (const [day, height, weight, bmi, bmiPercentile] of [
    ['2025-06-09', '83.4', '10.7', '15.4', '22'],
    ['2025-12-10', '88.2', '11.5', '14.8', '15'],
    ['2026-06-10', '92.1', '12.1', '14.3', '9'],
    ['2026-11-10', '95.0', '12.3', '13.6', '2'],
  ] as const)
    vitals(chart, `${day}T09:05`, { height: [height, 'cm'], weight: [weight, 'kg'], bmi, bmiPercentile });
  condition(
    chart,
    'PL',
    also(
      sct('36440009', 'Failure to thrive', 'Weight faltering'),
      icd10('R62.51', 'Failure to thrive (child)'),
    ),
    { onset: '2026-06', recorded: '2026-11-10T09:35', encounter: seen },
  );
  condition(chart, 'PL', also(sct('396331005', 'Celiac disease'), icd10('K90.0', 'Celiac disease')), {
    verification: 'differential',
    recorded: '2026-11-10T09:36',
    encounter: seen,
  });
  condition(
    chart,
    'PL',
    also(sct('271737000', 'Anemia'), icd10('D50.9', 'Iron deficiency anemia, unspecified')),
    { verification: 'provisional', recorded: '2026-11-10T09:37', encounter: seen },
  );
  allergy(chart, concept('Cow’s milk'), {
    type: 'intolerance',
    category: 'food',
    criticality: 'low',
    verification: 'unconfirmed',
    recorded: '2024-03-13T10:20',
    reactions: [[concept('loose stools'), 'mild']],
  });
  lab(chart, 'lead', '2024-06-10T10:20', '4.1');
  lab(chart, 'lead', '2024-12-11T10:20', '2.0');
  lab(chart, 'ferritin', '2026-11-10T09:50', '7', { range: '10-60' });
  panel(
    chart,
    'cbc',
    '2026-11-10T09:50',
    { leukocytes: '8.9', hemoglobin: '10.4', hematocrit: '32.0', mcv: '71.2', platelets: '402' },
    {
      ranges: { hemoglobin: '11.0-14.0', hematocrit: '33.0-42.0', mcv: '74.0-89.0', leukocytes: '5.0-15.5' },
    },
  );
  observation(
    chart,
    'laboratory',
    loinc('46128-5', 'Tissue transglutaminase IgA Ab [Units/volume] in Serum', 'Tissue transglutaminase IgA'),
    '2026-11-10T09:50',
    { valueQuantity: quantity('>128.0', 'U/mL') },
    {
      ...interpretation('H'),
      referenceRange: [{ high: quantity('4.0', 'U/mL'), text: '0.0–3.9 U/mL' }],
      issued: at('2026-11-14T08:00'),
    },
  );
  medication(
    chart,
    concept('Ferrous sulfate 15 mg iron/mL drops'),
    '2 mL by mouth once daily between meals',
    {
      by: practitioners.pediatrician,
      authored: '2026-11-10T09:38',
      dose: ['30', 'mg'],
      route: 'mouth',
      encounter: seen,
    },
  );
  medication(chart, drugs.cetirizine10, undefined, {
    by: practitioners.pediatrician,
    status: 'entered-in-error',
    authored: '2026-11-10T09:37',
    note: 'Chosen from the list by mistake.',
  });
  for (const [code, name, ...days] of [
    ['08', 'Hep B, adolescent or pediatric', '2023-06-08', '2023-08-09', '2023-12-11'],
    ['20', 'DTaP', '2023-08-09', '2023-10-11', '2023-12-11', '2024-09-11'],
    ['10', 'IPV', '2023-08-09', '2023-10-11', '2023-12-11'],
    ['216', 'Pneumococcal conjugate PCV20', '2023-08-09', '2023-10-11', '2023-12-11', '2024-06-10'],
    ['03', 'MMR', '2024-06-10'],
    ['21', 'Varicella', '2024-06-10'],
  ] as const)
    for (const day of days) immunization(chart, [code, name], day);
  immunization(chart, ['83', 'Hep A, ped/adol, 2 dose'], '2024-06-10', {
    status: 'not-done',
    reason: hl7Concept('v3-ActReason', 'OSTOCK', 'product out of stock'),
  });
  relatedPerson(chart, 'RAMÍREZ ORTEGA', 'GUADALUPE', hl7Code('v3-RoleCode', 'MTH', 'mother'), {
    telecom: [phone('(480) 555-0226', 'mobile')],
    communication: [
      { language: concept('Spanish', coding('urn:ietf:bcp:47', 'es', 'Spanish')), preferred: true },
    ],
  });
  relatedPerson(chart, 'ORTEGA', 'LUIS', hl7Code('v3-RoleCode', 'FTH', 'father'), {
    telecom: [phone('(480) 555-0188', 'mobile')],
  });
  goal(chart, concept('Weight gain of 8 g a day'), {
    start: '2026-11-10',
    target: {
      detailQuantity: quantity('12.6', 'kg'),
      dueDate: '2026-12-15',
      measure: loinc('29463-7', 'Body weight', 'Weight'),
    },
  });
  order(
    chart,
    concept('Referral to pediatric gastroenterology', coding(systems.snomed, '3457005', 'Patient referral')),
    '2026-11-14T09:00',
    {
      category: [orderCategories.referral],
      requester: practitioners.pediatrician,
      priority: 'urgent',
      performer: [refer(hospital, hospital.name)],
    },
  );
  report(chart, 'radiology', loinc('37362-1', 'XR Bone age Views', 'Bone age'), '2026-11-12T11:00', {
    conclusion: 'Bone age 2 years 6 months at 3 years 5 months.',
    more: { status: 'preliminary' },
  });
  note(
    chart,
    noteTypes.progress,
    '2026-11-10T09:45',
    [
      textFile(
        'Weight on the 2nd BMI percentile, was 22nd at two. Loose stools, tired. Pale. tTG sent: celiac disease is the first thought. Iron drops meanwhile.',
      ),
    ],
    { encounter: seen, author: practitioners.pediatrician },
  );
  provenance(chart);
  return chart.all();
}
