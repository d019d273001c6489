import {
  also,
  annotation,
  coding,
  concept,
  hl7Code,
  hl7Concept,
  icd10,
  loinc,
  period,
  quantity,
  refer,
  sct,
  systems,
} from './build.ts';
import { provenance, visit, type Chart } from './chart.ts';
import { htmlFile, pdfFile, rtfFile, textFile } from './documents.ts';
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
  sdohCategory,
} from './history.ts';
import { administration, bedtime, daily, dispense, drugs, medication, twiceDaily } from './medications.ts';
import { note, noteTypes, report } from './notes.ts';
import {
  interpretation,
  lab,
  labReport,
  observation,
  panel,
  smoking,
  specimen,
  vitals,
  type Vitals,
} from './observations.ts';
import {
  email,
  english,
  home,
  maritalStatus,
  notHispanic,
  oldHome,
  person,
  phone,
  races,
  relatedPerson,
} from './person.ts';
import {
  hospital,
  imagingCenter,
  kidneyClinic,
  locations,
  payers,
  practiceOrganization,
  practitioners,
} from './practice.ts';
import type { Resource } from './resource.ts';
import type { TestKey } from './tests.ts';

/** David Smith, 52: hypertension, diabetes, kidney disease moving from stage 2 to 3a, and a potassium of 6.1. */
export function david(): readonly Resource[] {
  const chart = person({
    id: '428946492',
    chartNumber: 'HF428946492',
    names: [
      { use: 'official', family: 'SMITH', given: ['DAVID'] },
      { use: 'usual', text: 'DAVE', given: ['DAVE'] },
    ],
    gender: 'male',
    birthDate: '1974-03-14',
    birthSex: 'M',
    race: [races.white],
    ethnicity: notHispanic,
    telecom: [
      phone('(621) 654-6545'),
      phone('(621) 555-0112', 'mobile'),
      email('david.smith@example.invalid'),
    ],
    address: [
      home('12 MADE UP LANE APT 4', '2026-06-01'),
      oldHome('870 FORMER ROAD', '2009-08-01', '2026-05-31', 'SAMPLEVILLE', '85002'),
    ],
    languages: [english],
    more: {
      maritalStatus: maritalStatus('M', 'Married'),
      contact: [
        {
          relationship: [hl7Concept('v2-0131', 'C', 'Emergency Contact')],
          name: { family: 'SMITH', given: ['ANNA'] },
          telecom: [phone('(621) 555-0113', 'mobile')],
        },
      ],
    },
  });
  const visits = davidVisits(chart);
  allergies(chart);
  const kidney = problems(chart, visits);
  medications(chart, visits, kidney);
  results(chart, visits);
  examinations(chart, visits);
  vaccines(chart);
  procedures(chart, visits);
  socialHistory(chart);
  care(chart, visits, kidney);
  notes(chart, visits);
  provenance(chart);
  return chart.all();
}

const office = concept('Office visit', coding(systems.snomed, '185347001', 'Encounter for problem'));
const checkUp = concept('Annual physical', coding(systems.snomed, '185349003', 'Encounter for check up'));
const followUp = concept('Office visit', coding(systems.snomed, '390906007', 'Follow-up encounter'));
const nurseVisit = concept('Nurse visit', coding(systems.snomed, '185345009', 'Encounter for symptom'));
const consult = (text: string) => concept(text, coding(systems.snomed, '11429006', 'Consultation'));

type Visits = Readonly<Record<string, Resource>>;

function davidVisits(chart: Chart): Visits {
  const made: Record<string, Resource> = {};
  const add = (
    start: string,
    ...rest: Parameters<typeof visit> extends [unknown, unknown, ...infer More] ? More : never
  ) => {
    made[start.slice(0, 10)] = visit(chart, start, ...rest);
  };
  add('2026-11-21T10:40', followUp, {
    id: '90412211',
    end: '2026-11-21T11:20',
    reason: 'Hypertension follow-up',
    more: {
      serviceType: concept('Family medicine'),
    },
  });
  add('2026-10-02T13:00', consult('Consultation, nephrology'), {
    end: '2026-10-02T13:45',
    by: practitioners.nephrologist,
    location: locations.kidneyClinic,
    reason: 'Falling eGFR and albuminuria',
  });
  add('2026-08-03T09:30', followUp, { end: '2026-08-03T10:05', reason: 'Diabetes follow-up' });
  add('2026-06-15T14:00', concept('Social work visit'), {
    end: '2026-06-15T14:40',
    by: practitioners.socialWorker,
    reason: 'Worried about losing housing',
  });
  add('2026-04-11T09:10', followUp, {
    end: '2026-04-11T09:40',
    reason: 'Diabetes follow-up; burning on urination',
  });
  add('2026-01-09T09:00', checkUp, { end: '2026-01-09T09:50', reason: 'Annual physical' });
  add('2025-10-06T16:10', nurseVisit, {
    end: '2025-10-06T16:20',
    by: practitioners.nurse,
    reason: 'Influenza vaccine',
  });
  add('2025-09-02T10:40', followUp, { end: '2025-09-02T11:10', reason: 'Diabetes and lipids follow-up' });
  add(
    '2025-05-20T11:00',
    concept('Video visit', coding(systems.snomed, '448337001', 'Telemedicine consultation with patient')),
    {
      class: ['VR', 'virtual'],
      end: '2025-05-20T11:15',
      location: locations.video,
      reason: 'Home blood pressure readings',
    },
  );
  add('2025-03-04T08:50', followUp, { end: '2025-03-04T09:20', reason: 'Hypertension follow-up' });
  add('2024-12-10T09:20', checkUp, { end: '2024-12-10T10:05', reason: 'Annual physical' });
  add('2024-11-05T15:00', consult('Eye examination, diabetic'), {
    end: '2024-11-05T15:30',
    reason: 'Yearly eye check',
  });
  add('2024-09-17T12:00', nurseVisit, {
    end: '2024-09-17T12:10',
    by: practitioners.nurse,
    reason: 'Influenza vaccine',
  });
  add('2024-06-11T10:00', followUp, { end: '2024-06-11T10:30', reason: 'Shortness of breath on stairs' });
  add('2024-03-12T09:15', followUp, { end: '2024-03-12T09:45', reason: 'Albumin in urine' });
  add('2023-12-05T09:30', checkUp, { end: '2023-12-05T10:10', reason: 'Annual physical' });
  add(
    '2023-08-22T19:35',
    concept('Emergency department visit', coding(systems.snomed, '50849002', 'Emergency room admission')),
    {
      class: ['EMER', 'emergency'],
      end: '2023-08-22T22:10',
      by: practitioners.hospitalist,
      location: locations.emergency,
      reason: 'Twisted right ankle',
      disposition: ['home', 'Home'],
    },
  );
  add('2023-05-09T10:20', followUp, { end: '2023-05-09T10:45', reason: 'Diabetes follow-up' });
  add('2022-11-15T09:00', checkUp, { end: '2022-11-15T09:45', reason: 'Annual physical' });
  add('2022-05-03T11:30', office, { end: '2022-05-03T11:50', reason: 'Cough for ten days' });
  add(
    '2022-01-18T07:30',
    concept('Outpatient procedure', coding(systems.snomed, '371883000', 'Outpatient procedure')),
    {
      end: '2022-01-18T09:40',
      by: practitioners.hospitalist,
      location: locations.hospital,
      reason: 'Screening colonoscopy',
      disposition: ['home', 'Home'],
    },
  );
  add('2021-11-30T09:40', checkUp, { end: '2021-11-30T10:20', reason: 'Annual physical' });
  return made;
}

function at(visits: Visits, day: string): Resource {
  const found = visits[day];
  if (found === undefined) throw new Error(`David has no visit on ${day}`);
  return found;
}

function allergies(chart: Chart): void {
  allergy(chart, concept('Penicillin G', coding(systems.rxnorm, '7980', 'penicillin G')), {
    type: 'allergy',
    category: 'medication',
    criticality: 'high',
    onset: '1986',
    recorded: '2012-04-16T10:20',
    reactions: [
      [
        sct('39579001', 'Anaphylaxis', 'anaphylaxis'),
        'severe',
        {
          onset: '1986',
          description: 'Collapse within minutes of an injection at age 12; treated with epinephrine.',
        },
      ],
    ],
    note: 'Confirmed by his mother. Has avoided all penicillins since.',
  });
  allergy(chart, sct('387406002', 'Sulfonamide (substance)', 'Sulfonamides'), {
    type: 'allergy',
    category: 'medication',
    criticality: 'low',
    recorded: '2014-02-03T15:05',
    reactions: [[sct('247472004', 'Hives', 'hives'), 'moderate']],
  });
  allergy(chart, sct('111088007', 'Latex (substance)', 'Latex'), {
    type: 'allergy',
    category: 'environment',
    criticality: 'low',
    recorded: '2019-05-21T09:00',
    reactions: [[sct('40275004', 'Contact dermatitis', 'contact dermatitis'), 'mild']],
  });
}

function problems(chart: Chart, visits: Visits): Resource {
  condition(
    chart,
    'HC',
    also(
      sct('1156191002', 'Housing instability'),
      icd10('Z59.819', 'Housing instability, housed unspecified'),
    ),
    {
      onset: '2026-06',
      recorded: '2026-06-15T14:40',
      encounter: at(visits, '2026-06-15'),
      categories: [sdohCategory],
      note: 'Lease not renewed; moved to a shared apartment in June. Rent takes over half of income.',
    },
  );
  const kidney = condition(
    chart,
    'PL',
    also(
      sct('700378005', 'Chronic kidney disease stage 3A', 'Chronic kidney disease, stage 3a'),
      icd10('N18.31', 'Chronic kidney disease, stage 3a'),
    ),
    {
      onset: '2024-03',
      recorded: '2026-11-21T11:15',
      encounter: at(visits, '2026-11-21'),
      note: 'Albuminuria since March 2024. Restaged from stage 2 to 3a on 21 Nov 2026: eGFR 59 and 51, three months apart.',
    },
  );
  condition(
    chart,
    'PL',
    also(sct('55822004', 'Hyperlipidemia'), icd10('E78.5', 'Hyperlipidemia, unspecified')),
    {
      onset: '2016',
      recorded: '2016-02-08T09:30',
    },
  );
  condition(
    chart,
    'PL',
    also(
      sct('44054006', 'Diabetes mellitus type 2', 'Type 2 diabetes mellitus'),
      icd10('E11.22', 'Type 2 diabetes mellitus with diabetic chronic kidney disease'),
    ),
    { onset: '2015', recorded: '2015-06-22T11:00' },
  );
  condition(
    chart,
    'PL',
    also(sct('59621000', 'Essential hypertension'), icd10('I10', 'Essential (primary) hypertension')),
    {
      onset: '2012',
      recorded: '2012-04-16T10:20',
    },
  );
  condition(chart, 'PL', also(sct('414916001', 'Obesity'), icd10('E66.9', 'Obesity, unspecified')), {
    onset: '2011',
    recorded: '2012-04-16T10:20',
  });
  condition(
    chart,
    'PL',
    also(
      sct('431856006', 'Chronic kidney disease stage 2', 'Chronic kidney disease, stage 2'),
      icd10('N18.2', 'Chronic kidney disease, stage 2 (mild)'),
    ),
    { status: 'inactive', onset: '2024-03-12', abatement: '2026-11-21', recorded: '2024-03-12T09:45' },
  );
  condition(chart, 'PL', also(sct('15777000', 'Prediabetes'), icd10('R73.03', 'Prediabetes')), {
    status: 'resolved',
    onset: '2013',
    abatement: '2015',
    recorded: '2013-05-06T10:00',
    note: 'Became type 2 diabetes.',
  });
  condition(
    chart,
    'PL',
    also(
      sct('89765005', 'Tobacco dependence'),
      icd10('F17.211', 'Nicotine dependence, cigarettes, in remission'),
    ),
    {
      status: 'remission',
      onset: '1994',
      abatement: '2014-01-01',
      recorded: '2014-02-03T15:05',
    },
  );
  condition(
    chart,
    'PL',
    also(
      sct('44465007', 'Sprain of ankle', 'Sprain of right ankle'),
      icd10('S93.401A', 'Sprain of unspecified ligament of right ankle, initial encounter'),
    ),
    {
      status: 'resolved',
      onset: '2023-08-22',
      abatement: '2023-10-15',
      recorded: '2023-08-22T21:40',
      encounter: at(visits, '2023-08-22'),
    },
  );
  condition(
    chart,
    'PL',
    also(sct('10509002', 'Acute bronchitis'), icd10('J20.9', 'Acute bronchitis, unspecified')),
    {
      status: 'resolved',
      onset: '2022-04-24',
      abatement: '2022-05-20',
      recorded: '2022-05-03T11:50',
      encounter: at(visits, '2022-05-03'),
    },
  );
  condition(
    chart,
    'ED',
    also(sct('59621000', 'Essential hypertension'), icd10('I10', 'Essential (primary) hypertension')),
    {
      recorded: '2026-11-21T11:15',
      encounter: at(visits, '2026-11-21'),
    },
  );
  condition(chart, 'ED', also(sct('14140009', 'Hyperkalemia'), icd10('E87.5', 'Hyperkalemia')), {
    recorded: '2026-11-21T13:40',
    encounter: at(visits, '2026-11-21'),
    note: 'Added after the visit, when the laboratory result was reviewed.',
  });
  return kidney;
}

function medications(chart: Chart, visits: Visits, kidney: Resource): void {
  const hypertension = also(concept('Hypertension'), icd10('I10', 'Essential (primary) hypertension'));
  const diabetes = also(
    concept('Type 2 diabetes'),
    icd10('E11.22', 'Type 2 diabetes mellitus with diabetic chronic kidney disease'),
  );
  const lipids = also(concept('Hyperlipidemia'), icd10('E78.5', 'Hyperlipidemia, unspecified'));
  const once = '1 tablet by mouth once daily';
  const tablet = { dose: ['1', 'tablet'], route: 'mouth' } as const;
  const lisinopril = medication(chart, drugs.lisinopril20, once, {
    ...tablet,
    authored: '2026-08-03T10:00',
    timing: daily,
    reason: hypertension,
    encounter: at(visits, '2026-08-03'),
    quantity: ['90', 'tablet'],
    refills: 3,
    days: 90,
    note: 'Raised from 10 mg.',
  });
  const metformin = medication(chart, drugs.metformin1000, '1 tablet by mouth twice daily with meals', {
    ...tablet,
    authored: '2015-09-14T10:10',
    timing: twiceDaily,
    reason: diabetes,
    quantity: ['180', 'tablet'],
    refills: 3,
    days: 90,
  });
  medication(chart, drugs.spironolactone25, once, {
    ...tablet,
    authored: '2026-11-21T10:58',
    timing: daily,
    reason: hypertension,
    reasonReference: kidney,
    encounter: at(visits, '2026-11-21'),
    quantity: ['30', 'tablet'],
    refills: 2,
    days: 30,
    note: 'Sent to Ocotillo Pharmacy. 13:40: pharmacy asked not to dispense until potassium has been repeated.',
  });
  medication(chart, drugs.atorvastatin40, '1 tablet by mouth at bedtime', {
    ...tablet,
    authored: '2016-02-08T09:30',
    timing: bedtime,
    reason: lipids,
    quantity: ['90', 'tablet'],
    refills: 3,
    days: 90,
  });
  medication(chart, drugs.aspirin81, once, {
    ...tablet,
    authored: '2026-01-09T09:20',
    timing: daily,
    reported: true,
    by: chart.patient,
    note: 'Buys it himself; does not take it every day.',
  });
  // What he took before.
  const past = (
    drug: keyof typeof drugs,
    sig: string,
    authored: string,
    status: string,
    more: Parameters<typeof medication>[3] = {},
  ) => medication(chart, drugs[drug], sig, { ...tablet, authored, status, ...more });
  past('lisinopril10', once, '2025-09-02T11:00', 'stopped', {
    timing: daily,
    reason: hypertension,
    quantity: ['90', 'tablet'],
    refills: 3,
    statusReason: concept('Dose changed'),
    note: 'Replaced by 20 mg on 3 Aug 2026.',
  });
  past('lisinopril10', once, '2024-09-17T12:05', 'completed', {
    timing: daily,
    quantity: ['90', 'tablet'],
    refills: 3,
  });
  past('lisinopril10', once, '2023-12-05T10:00', 'completed', {
    timing: daily,
    quantity: ['90', 'tablet'],
    refills: 3,
  });
  past('hydrochlorothiazide25', '1 tablet by mouth every morning', '2025-03-04T09:15', 'stopped', {
    timing: daily,
    reason: hypertension,
    statusReason: concept('Stopped by nephrology, 2 Oct 2026'),
  });
  past('hydrochlorothiazide25', '1 tablet by mouth every morning', '2019-04-22T10:00', 'completed', {
    timing: daily,
  });
  past('amlodipine5', once, '2012-04-16T10:20', 'stopped', {
    timing: daily,
    statusReason: concept('Ankle swelling'),
  });
  past('metformin500', '1 tablet by mouth twice daily with meals', '2015-06-22T11:00', 'completed', {
    timing: twiceDaily,
  });
  past('metformin1000', '1 tablet by mouth twice daily with meals', '2024-12-10T10:00', 'completed', {
    timing: twiceDaily,
    quantity: ['180', 'tablet'],
    refills: 3,
  });
  past('metformin1000', '1 tablet by mouth twice daily with meals', '2023-12-05T10:00', 'completed', {
    timing: twiceDaily,
    quantity: ['180', 'tablet'],
    refills: 3,
  });
  past('atorvastatin40', '1 tablet by mouth at bedtime', '2024-12-10T10:00', 'completed', {
    timing: bedtime,
  });
  past('atorvastatin40', '1 tablet by mouth at bedtime', '2023-12-05T10:00', 'completed', {
    timing: bedtime,
  });
  past(
    'naproxen500',
    '1 tablet by mouth twice daily with food as needed for ankle pain',
    '2023-08-22T21:50',
    'stopped',
    {
      by: practitioners.hospitalist,
      category: 'discharge',
      asNeeded: concept('ankle pain'),
      statusReason: concept('Kidney disease: avoid NSAIDs'),
    },
  );
  past('prednisone20', '2 tablets by mouth once daily for 5 days', '2022-05-03T11:45', 'completed', {
    dose: ['2', 'tablet'],
    quantity: ['10', 'tablet'],
    encounter: at(visits, '2022-05-03'),
  });
  medication(chart, drugs.albuterol, '2 puffs inhaled every 4 to 6 hours as needed for cough or wheeze', {
    status: 'completed',
    authored: '2022-05-03T11:45',
    dose: ['2', 'puff'],
    route: 'inhaled',
    asNeeded: true,
  });
  medication(chart, concept('Nitrofurantoin 100 mg capsule'), '1 capsule by mouth twice daily for 5 days', {
    status: 'cancelled',
    authored: '2026-04-11T09:35',
    route: 'mouth',
    statusReason: concept('Culture showed no growth'),
    encounter: at(visits, '2026-04-11'),
  });
  medication(
    chart,
    concept('Sulfamethoxazole-trimethoprim 800 mg-160 mg tablet'),
    '1 tablet by mouth twice daily for 3 days',
    {
      status: 'cancelled',
      authored: '2026-04-11T09:28',
      route: 'mouth',
      statusReason: concept('Allergy to sulfonamides'),
      encounter: at(visits, '2026-04-11'),
    },
  );
  medication(
    chart,
    concept('Polyethylene glycol 3350 bowel preparation'),
    'Drink as directed the evening before the procedure',
    {
      status: 'completed',
      authored: '2022-01-10T12:00',
      by: practitioners.hospitalist,
      route: 'mouth',
    },
  );
  past(
    'acetaminophen500',
    '1 to 2 tablets by mouth every 6 hours as needed for pain',
    '2023-08-22T21:52',
    'completed',
    {
      by: practitioners.hospitalist,
      asNeeded: true,
      category: 'discharge',
    },
  );
  for (const day of ['2026-08-03T17:20', '2026-11-02T12:10'])
    dispense(chart, lisinopril, day, ['90', 'tablet']);
  for (const day of ['2026-02-12T09:40', '2026-05-14T10:05', '2026-08-13T16:30', '2026-11-12T11:15'])
    dispense(chart, metformin, day, ['180', 'tablet']);
  administration(
    chart,
    concept(
      'Acetaminophen 325 mg tablet',
      coding(systems.rxnorm, '313782', 'acetaminophen 325 MG Oral Tablet'),
    ),
    '2023-08-22T20:05',
    ['650', 'mg'],
    'mouth',
    {
      context: refer(at(visits, '2023-08-22')),
      reasonCode: [concept('Ankle pain')],
      performer: [{ actor: practitioners.hospitalist }],
      category: hl7Concept('medication-admin-category', 'outpatient', 'Outpatient'),
    },
  );
}

/** Nine sample dates. BMP in the order sodium, potassium, chloride, bicarbonate, urea, creatinine, eGFR, glucose. */
const bmp: readonly (readonly [when: string, ...values: string[]])[] = [
  ['2026-11-21T08:15', '138', '6.1', '103', '20', '31', '1.6', '51', '164'],
  ['2026-08-03T09:02', '139', '5.0', '102', '23', '24', '1.4', '59', '158'],
  ['2026-04-11T08:40', '140', '4.7', '104', '24', '19', '1.2', '71', '149'],
  ['2026-01-09T08:31', '139', '4.6', '103', '25', '18', '1.2', '72', '151'],
  ['2025-09-02T10:12', '141', '4.5', '102', '25', '17', '1.1', '>60', '170'],
  ['2024-12-10T08:55', '140', '4.4', '103', '26', '18', '1.1', '>60', '146'],
  ['2024-03-12T08:42', '139', '4.5', '102', '25', '17', '1.1', '>60', '155'],
  ['2022-11-15T08:25', '141', '4.2', '104', '26', '15', '1.0', '>60', '138'],
  ['2021-11-30T09:05', '140', '4.3', '103', '27', '16', '1.0', '>60', '141'],
];
/** Total cholesterol, triglycerides, HDL, LDL. */
const lipids: Readonly<Record<string, readonly string[]>> = {
  '2026-08-03': ['168', '182', '44', '88'],
  '2026-01-09': ['174', '176', '43', '96'],
  '2025-09-02': ['204', '210', '41', '121'],
  '2024-12-10': ['181', '168', '42', '105'],
  '2022-11-15': ['176', '155', '45', '100'],
  '2021-11-30': ['188', '172', '43', '111'],
};
const a1c: Readonly<Record<string, string>> = {
  '2026-08-03': '7.9',
  '2026-04-11': '7.4',
  '2025-09-02': '8.2',
  '2024-12-10': '7.3',
  '2024-03-12': '7.6',
  '2022-11-15': '7.1',
  '2021-11-30': '7.0',
};
const uacr: Readonly<Record<string, string>> = {
  '2026-08-03': '64',
  '2024-12-10': '41',
  '2024-03-12': '38',
  '2022-11-15': '22',
};
/** White cells, red cells, hemoglobin, hematocrit, MCV, MCH, MCHC, RDW, platelets. */
const cbc: Readonly<Record<string, readonly string[]>> = {
  '2026-08-03': ['7.2', '4.62', '13.4', '40.1', '86.8', '29.0', '33.4', '13.6', '231'],
  '2026-01-09': ['6.9', '4.78', '13.9', '41.6', '87.0', '29.1', '33.4', '13.4', '240'],
  '2025-09-02': ['7.5', '4.85', '14.1', '42.3', '87.2', '29.1', '33.3', '13.2', '228'],
  '2024-12-10': ['6.4', '4.92', '14.4', '43.0', '87.4', '29.3', '33.5', '13.1', '236'],
  '2022-11-15': ['6.8', '5.01', '14.8', '44.2', '88.2', '29.5', '33.5', '12.9', '245'],
  '2021-11-30': ['7.0', '5.04', '14.9', '44.6', '88.5', '29.6', '33.4', '12.8', '251'],
};
/** Albumin, bilirubin, alkaline phosphatase, ALT, AST. */
const liver: Readonly<Record<string, readonly string[]>> = {
  '2026-08-03': ['4.1', '0.6', '74', '34', '27'],
  '2026-01-09': ['4.2', '0.7', '71', '38', '29'],
  '2024-12-10': ['4.3', '0.6', '70', '41', '30'],
  '2022-11-15': ['4.4', '0.8', '68', '36', '28'],
  '2021-11-30': ['4.4', '0.7', '69', '33', '26'],
};
/** Specific gravity, pH, protein, glucose, ketones, blood, nitrite, leukocyte esterase. */
const urinalysis: Readonly<Record<string, readonly string[]>> = {
  '2026-08-03': ['1.020', '5.5', '1+', 'Negative', 'Negative', 'Negative', 'Negative', 'Negative'],
  '2026-04-11': ['1.015', '6.0', 'Trace', '1+', 'Negative', 'Negative', 'Negative', 'Trace'],
  '2024-03-12': ['1.010', '6.0', '1+', 'Trace', 'Negative', 'Negative', 'Negative', 'Negative'],
};

function values(keys: readonly TestKey[], written: readonly string[]): Partial<Record<TestKey, string>> {
  return Object.fromEntries(keys.map((key, index) => [key, written[index]]));
}

function results(chart: Chart, visits: Visits): void {
  const ordered = order(
    chart,
    loinc('51990-0', 'Basic metabolic panel - Blood', 'Basic metabolic panel'),
    '2026-11-14T09:00',
    {
      status: 'completed',
      occurrenceDateTime: '2026-11-21',
      reasonCode: [concept('Before the visit of 21 Nov')],
    },
  );
  for (const [when, ...metabolic] of bmp) {
    const day = when.slice(0, 10);
    const latest = day === '2026-11-21';
    const encounter = at(visits, day);
    // The critical sample was drawn at 08:02; the laboratory times the result 08:15.
    const serum = specimen(chart, 'serum', latest ? '2026-11-21T08:02' : when);
    panel(
      chart,
      'bmp',
      when,
      values(
        ['sodium', 'potassium', 'chloride', 'bicarbonate', 'urea', 'creatinine', 'egfr', 'glucose'],
        metabolic,
      ),
      {
        specimen: serum,
        encounter,
        ...(latest && {
          notes: { potassium: 'Not hemolyzed. Called to Dr Testing 09:10.' },
          order: ordered,
          conclusion: 'Critical potassium, called to Dr Testing 09:10 and read back.',
        }),
      },
    );
    const lipid = lipids[day];
    if (lipid !== undefined)
      panel(chart, 'lipid', when, values(['cholesterol', 'triglycerides', 'hdl', 'ldl'], lipid), {
        specimen: serum,
        encounter,
      });
    const enzymes = liver[day];
    if (enzymes !== undefined)
      panel(
        chart,
        'liver',
        when,
        values(['albumin', 'bilirubin', 'alkalinePhosphatase', 'alt', 'ast'], enzymes),
        {
          specimen: serum,
          encounter,
        },
      );
    const cells = cbc[day];
    if (cells !== undefined)
      panel(
        chart,
        'cbc',
        when,
        values(
          [
            'leukocytes',
            'erythrocytes',
            'hemoglobin',
            'hematocrit',
            'mcv',
            'mch',
            'mchc',
            'rdw',
            'platelets',
          ],
          cells,
        ),
        { specimen: specimen(chart, 'blood', when), encounter },
      );
    const dipstick = urinalysis[day];
    if (dipstick !== undefined)
      panel(
        chart,
        'urinalysis',
        when,
        values(
          [
            'specificGravity',
            'urinePh',
            'urineProtein',
            'urineGlucose',
            'urineKetones',
            'urineBlood',
            'urineNitrite',
            'urineEsterase',
          ],
          dipstick,
        ),
        { specimen: specimen(chart, 'urine', when), encounter },
      );
    const glycated = a1c[day];
    if (glycated !== undefined) lab(chart, 'a1c', when, glycated);
    const albumin = uacr[day];
    if (albumin !== undefined) lab(chart, 'uacr', when, albumin);
  }
  labReport(
    chart,
    loinc('2857-1', 'Prostate specific Ag [Mass/volume] in Serum or Plasma', 'PSA'),
    '2026-01-09T08:31',
    [lab(chart, 'psa', '2026-01-09T08:31', '0.8')],
  );
  const culture = lab(chart, 'urineCulture', '2026-04-11T08:40', 'No growth', {
    more: {
      valueString: undefined,
      valueCodeableConcept: concept('No growth', coding(systems.snomed, '264868006', 'No growth')),
      issued: '2026-04-13T10:30:00-07:00',
    },
  });
  labReport(
    chart,
    loinc('630-4', 'Bacteria identified in Urine by Culture', 'Urine culture'),
    '2026-04-11T08:40',
    [culture],
    {
      issued: '2026-04-13T10:30:00-07:00',
      conclusion: 'No growth at 48 hours.',
    },
  );
}

const vitalsByDay: readonly (readonly [string, Vitals])[] = [
  [
    '2026-11-21T10:44',
    {
      bp: '148/92',
      pulse: '84',
      breaths: '16',
      oxygen: '97',
      temperature: ['98.4', '°F'],
      weight: ['214.6', 'lb'],
      height: ['70.0', 'in'],
      bmi: '30.8',
    },
  ],
  [
    '2026-10-02T13:04',
    {
      bp: '146/88',
      pulse: '80',
      breaths: '16',
      oxygen: '98',
      temperature: ['98.1', '°F'],
      weight: ['215.0', 'lb'],
      height: ['70.0', 'in'],
      bmi: '30.8',
    },
  ],
  [
    '2026-08-03T09:34',
    {
      bp: '152/94',
      pulse: '78',
      breaths: '14',
      oxygen: '98',
      temperature: ['98.2', '°F'],
      weight: ['216.2', 'lb'],
      height: ['70.0', 'in'],
      bmi: '31.0',
    },
  ],
  [
    '2026-04-11T09:14',
    {
      bp: '142/88',
      pulse: '76',
      breaths: '16',
      oxygen: '97',
      temperature: ['98.9', '°F'],
      weight: ['217.8', 'lb'],
      height: ['70.0', 'in'],
      bmi: '31.2',
    },
  ],
  [
    '2026-01-09T09:04',
    {
      bp: '138/86',
      pulse: '74',
      breaths: '14',
      oxygen: '98',
      temperature: ['98.0', '°F'],
      weight: ['218.4', 'lb'],
      height: ['70.0', 'in'],
      bmi: '31.3',
    },
  ],
  [
    '2025-09-02T10:44',
    {
      bp: '140/88',
      pulse: '77',
      breaths: '16',
      oxygen: '98',
      temperature: ['98.3', '°F'],
      weight: ['220.0', 'lb'],
      height: ['70.0', 'in'],
      bmi: '31.6',
    },
  ],
  [
    '2025-03-04T08:54',
    {
      bp: '150/92',
      pulse: '80',
      breaths: '16',
      oxygen: '97',
      temperature: ['98.6', '°F'],
      weight: ['221.2', 'lb'],
      height: ['70.0', 'in'],
      bmi: '31.7',
    },
  ],
  [
    '2024-12-10T09:24',
    {
      bp: '136/84',
      pulse: '72',
      breaths: '14',
      oxygen: '98',
      temperature: ['98.2', '°F'],
      weight: ['219.0', 'lb'],
      height: ['70.0', 'in'],
      bmi: '31.4',
    },
  ],
  [
    '2024-06-11T10:04',
    {
      bp: '138/84',
      pulse: '82',
      breaths: '18',
      oxygen: '96',
      temperature: ['98.4', '°F'],
      weight: ['222.6', 'lb'],
      height: ['70.0', 'in'],
      bmi: '31.9',
    },
  ],
  [
    '2023-12-05T09:34',
    {
      bp: '134/82',
      pulse: '75',
      breaths: '14',
      oxygen: '98',
      temperature: ['98.1', '°F'],
      weight: ['220.4', 'lb'],
      height: ['70.0', 'in'],
      bmi: '31.6',
    },
  ],
  [
    '2022-11-15T09:04',
    {
      bp: '132/82',
      pulse: '74',
      breaths: '14',
      oxygen: '98',
      temperature: ['98.0', '°F'],
      weight: ['216.0', 'lb'],
      height: ['70.0', 'in'],
      bmi: '31.0',
    },
  ],
  [
    '2021-11-30T09:44',
    {
      bp: '130/80',
      pulse: '73',
      breaths: '14',
      oxygen: '98',
      temperature: ['98.3', '°F'],
      weight: ['212.8', 'lb'],
      height: ['70.0', 'in'],
      bmi: '30.5',
    },
  ],
];

function examinations(chart: Chart, visits: Visits): void {
  for (const [when, values] of vitalsByDay)
    vitals(chart, when, values, { encounter: refer(at(visits, when.slice(0, 10))) });
  const ecg = loinc('11524-6', 'EKG study', 'Electrocardiogram, 12 leads');
  const rate = observation(
    chart,
    'procedure',
    loinc('8601-7', 'EKG impression', 'ECG impression'),
    '2026-01-09T09:40',
    {
      valueString: 'Sinus rhythm, rate 74. No ST or T wave changes. Left axis deviation.',
    },
  );
  report(chart, 'cardiology', ecg, '2026-01-09T09:40', {
    conclusion: 'Normal sinus rhythm; no change from 2022.',
    results: [rate],
    encounter: at(visits, '2026-01-09'),
  });
  report(chart, 'cardiology', ecg, '2022-11-15T09:30', { conclusion: 'Normal sinus rhythm.' });
  const fraction = observation(
    chart,
    'imaging',
    loinc('10230-1', 'Left ventricular Ejection fraction', 'Left ventricular ejection fraction'),
    '2024-06-20T11:00',
    { valueQuantity: quantity('62', '%') },
    { referenceRange: [{ low: quantity('52', '%'), high: quantity('72', '%'), text: '52–72 % (men)' }] },
  );
  report(
    chart,
    'cardiology',
    loinc('34552-0', 'Cardiac 2D echo panel', 'Echocardiogram'),
    '2024-06-20T11:00',
    {
      results: [fraction],
      conclusion:
        'Normal left ventricular size and function, ejection fraction 62 %. Mild concentric hypertrophy.',
      attachments: [
        pdfFile('Echocardiogram', [
          'SAMPLEVILLE GENERAL HOSPITAL - ECHOCARDIOGRAM (made-up record)',
          '',
          'Patient: SMITH, DAVID   Born: 1974-03-14   Date: 2024-06-20',
          'Indication: shortness of breath on stairs',
          '',
          'Left ventricle: normal size, mild concentric hypertrophy. Ejection fraction 62 %.',
          'Valves: trace mitral regurgitation. Aortic valve normal.',
          'Right heart: normal size and function.',
          '',
          'Conclusion: mild concentric left ventricular hypertrophy, normal systolic function.',
          'Read by: Leon Shadow, MD',
        ]),
      ],
    },
  );
  report(chart, 'radiology', loinc('38036-0', 'US Kidney', 'Ultrasound, kidneys'), '2026-10-02T11:20', {
    conclusion:
      'Right kidney 10.4 cm, left 10.7 cm. Mildly increased echogenicity. No hydronephrosis, no stones.',
    attachments: [
      textFile(
        'ULTRASOUND KIDNEYS, 2 Oct 2026\nIndication: falling eGFR, albuminuria.\nRight kidney 10.4 cm, left 10.7 cm, cortex mildly echogenic on both sides.\nNo hydronephrosis. No stones. Bladder empties.\nImpression: medical renal disease, no obstruction.\nLeon Shadow, MD',
        'Ultrasound report',
      ),
    ],
  });
  report(
    chart,
    'radiology',
    loinc('36643-5', 'XR Chest 2 Views', 'Chest X-ray, two views'),
    '2022-05-03T12:10',
    {
      conclusion: 'No consolidation. Heart size normal.',
    },
  );
  report(chart, 'radiology', loinc('24541-5', 'XR Ankle Views', 'X-ray, right ankle'), '2023-08-22T20:30', {
    conclusion: 'No fracture. Soft tissue swelling over the lateral malleolus.',
    encounter: at(visits, '2023-08-22'),
  });
  report(chart, 'radiology', concept('Retinal photographs, both eyes'), '2024-11-05T15:10', {
    conclusion: 'No diabetic retinopathy in either eye. Repeat in 12 months.',
    encounter: at(visits, '2024-11-05'),
  });
  report(
    chart,
    'pathology',
    loinc('11526-1', 'Pathology study', 'Pathology, colon polyp'),
    '2022-01-21T14:00',
    {
      conclusion: 'Sigmoid colon, polypectomy: tubular adenoma, 6 mm. No high-grade dysplasia.',
    },
  );
  report(chart, 'radiology', concept('Colonoscopy report'), '2022-01-18T08:45', {
    conclusion: 'One 6 mm sessile polyp in the sigmoid colon, removed. Repeat in 7 years.',
    more: { category: [concept('Gastroenterology')], performer: [refer(hospital, hospital.name)] },
  });
}

function vaccines(chart: Chart): void {
  const flu = ['150', 'Influenza, injectable, quadrivalent, preservative free'] as const;
  const triFlu = ['140', 'Influenza, seasonal, injectable, preservative free'] as const;
  const arm = ['LA', 'Left arm'] as const;
  immunization(chart, triFlu, '2026-10-02T14:05', {
    lot: 'MU26A71',
    dose: '0.5',
    site: arm,
    more: { performer: [{ actor: practitioners.nephrologist }] },
  });
  immunization(chart, triFlu, '2025-10-06T16:15', { lot: 'MU25B10', dose: '0.5', site: arm });
  immunization(chart, triFlu, '2024-09-17T12:05', { lot: 'MU24B93', dose: '0.5', site: arm });
  immunization(chart, flu, '2023-12-05T10:05', { lot: 'MU23C40', dose: '0.5', site: arm });
  immunization(chart, flu, '2022-11-15T09:40', { lot: 'MU22A18', dose: '0.5', site: arm });
  immunization(chart, flu, '2021-11-30T10:15', { lot: 'MU21F55', dose: '0.5', site: arm });
  const covid = ['208', 'COVID-19, mRNA, LNP-S, PF, 30 mcg/0.3 mL dose'] as const;
  immunization(chart, covid, '2021-03-26', { reported: true });
  immunization(chart, covid, '2021-04-16', { reported: true });
  immunization(chart, covid, '2021-12-08', { reported: true });
  immunization(chart, ['309', 'COVID-19, mRNA, LNP-S, PF, tris-sucrose, 30 mcg/0.3 mL'], '2025-10-06T16:18', {
    lot: 'MUC2509',
    dose: '0.3',
    site: ['RA', 'Right arm'],
  });
  immunization(chart, ['115', 'Tdap'], '2019-05-21T09:10', { lot: 'MUT19', dose: '0.5', site: arm });
  immunization(chart, ['216', 'Pneumococcal conjugate PCV20'], '2024-12-10T10:00', {
    lot: 'MUP20',
    dose: '0.5',
    site: arm,
  });
  immunization(chart, ['187', 'Zoster recombinant'], '2025-03-04T09:15', {
    lot: 'MUZ01',
    dose: '0.5',
    site: arm,
  });
  immunization(chart, ['187', 'Zoster recombinant'], '2025-09-02T11:05', {
    status: 'not-done',
    reason: hl7Concept('v3-ActReason', 'PATOBJ', 'patient objection'),
    more: { note: [annotation('Two days of fever after the first dose; does not want the second one yet.')] },
  });
}

function procedures(chart: Chart, visits: Visits): void {
  procedure(
    chart,
    sct('73761001', 'Colonoscopy', 'Colonoscopy with polypectomy'),
    { performedPeriod: period('2022-01-18T08:10', '2022-01-18T08:45') },
    {
      encounter: refer(at(visits, '2022-01-18')),
      performer: [{ actor: practitioners.hospitalist, onBehalfOf: refer(hospital, hospital.name) }],
      reasonCode: [concept('Screening for colon cancer')],
      location: locations.hospital,
      bodySite: [concept('Sigmoid colon')],
    },
  );
  procedure(chart, sct('401191002', 'Diabetic foot examination'), '2026-01-09T09:35', {
    encounter: refer(at(visits, '2026-01-09')),
    performer: [{ actor: practitioners.testing }],
    note: [annotation('Sensation intact to 10 g monofilament. Pulses present. Skin dry.')],
  });
  procedure(
    chart,
    sct('134395001', 'Diabetic retinal eye exam', 'Diabetic eye examination'),
    '2024-11-05T15:10',
    {
      encounter: refer(at(visits, '2024-11-05')),
    },
  );
  procedure(chart, sct('80146002', 'Appendectomy'), '1998', {
    note: [annotation('At Sampleville General, by history.')],
  });
}

function socialHistory(chart: Chart): void {
  smoking(chart, '2026-01-09', sct('8517006', 'Ex-smoker', 'Former smoker'), {
    note: [annotation('20 cigarettes a day from 1994, stopped on 1 Jan 2014: 20 pack-years.')],
  });
  const social = (
    code: string,
    name: string,
    text: string,
    value: object,
    when = '2026-01-09',
    more: object = {},
  ) =>
    observation(chart, 'social-history', loinc(code, name, text), when, value, {
      performer: [practitioners.nurse],
      ...more,
    });
  social('11341-5', 'History of Occupation', 'Occupation', {
    valueCodeableConcept: concept('Delivery driver'),
  });
  social('86188-0', 'History of Occupation Industry', 'Industry', {
    valueCodeableConcept: concept('Couriers and express delivery'),
  });
  social('74013-4', 'Alcoholic drinks per day', 'Alcoholic drinks a day', { valueQuantity: quantity('1') });
  social(
    '89555-7',
    'How many days per week did you engage in moderate to strenuous physical activity in the last 30 days',
    'Days of exercise a week',
    {
      valueQuantity: quantity('2', 'days'),
    },
  );
  observation(
    chart,
    'survey',
    loinc('71802-3', 'Housing status', 'What is your living situation today?'),
    '2026-06-15T14:10',
    {
      valueCodeableConcept: concept(
        'I have a place to live today, but I am worried about losing it in the future',
        coding(
          systems.loinc,
          'LA31994-9',
          'I have a place to live today, but I am worried about losing it in the future',
        ),
      ),
    },
    {
      category: [
        concept('Survey', hl7Code('observation-category', 'survey', 'Survey')),
        concept('Social history', hl7Code('observation-category', 'social-history', 'Social History')),
        concept('SDOH', sdohCategory),
      ],
      performer: [practitioners.socialWorker],
      ...interpretation('A'),
    },
  );
}

function care(chart: Chart, visits: Visits, kidney: Resource): void {
  const wife = relatedPerson(chart, 'SMITH', 'ANNA', hl7Code('v3-RoleCode', 'WIFE', 'wife'), {
    telecom: [phone('(621) 555-0113', 'mobile')],
    gender: 'female',
    birthDate: '1976-09-02',
  });
  assessAndPlan(
    chart,
    `<h3>Assessment and plan, 21 Nov 2026</h3>
<ol>
<li><b>Hypertension</b>, 148/92, above goal on lisinopril 20 mg. Start spironolactone 25 mg daily.</li>
<li><b>Chronic kidney disease, stage 3a</b> (eGFR 51, was 59). Albumin/creatinine 64 mg/g in August. No NSAIDs. Nephrology again in January.</li>
<li><b>Type 2 diabetes</b>, A1c 7.9 %. Metformin stays at 1,000 mg twice daily while eGFR is above 45; talk about an SGLT2 inhibitor with nephrology.</li>
<li><b>Housing</b>: social work has applied for rent support.</li>
</ol>
<p><b>Addendum 13:40.</b> Potassium 6.1 mmol/L, not hemolyzed. Patient reached by phone: no symptoms. Not to start spironolactone, to hold tonight's lisinopril and go to the emergency department for ECG and repeat potassium.</p>`,
    '2026-11-21T11:20',
    {
      encounter: refer(at(visits, '2026-11-21')),
      addresses: [refer(kidney)],
    },
  );
  goal(chart, concept('Blood pressure below 130/80'), {
    start: '2026-01-09',
    achievement: ['not-achieved', 'Not Achieved'],
    target: {
      measure: loinc('85354-9', 'Blood pressure panel with all children optional', 'Blood pressure'),
      detailString: 'below 130/80 mmHg',
      dueDate: '2027-03-31',
    },
    more: { addresses: [refer(kidney)] },
  });
  goal(chart, concept('Hemoglobin A1c below 7 %'), {
    start: '2025-09-02',
    achievement: ['in-progress', 'In Progress'],
    target: {
      measure: loinc('4548-4', 'Hemoglobin A1c/Hemoglobin.total in Blood', 'Hemoglobin A1c'),
      detailQuantity: quantity('<7.0', '%'),
      dueDate: '2027-02-28',
    },
  });
  careTeam(chart, 'David Smith: kidney and diabetes care', [
    [
      sct('453231000124104', 'Primary care provider'),
      practitioners.testing,
      refer(practiceOrganization, practiceOrganization.name),
    ],
    [concept('Nephrologist'), practitioners.nephrologist, refer(kidneyClinic, kidneyClinic.name)],
    [concept('Nurse'), practitioners.nurse],
    [concept('Social worker'), practitioners.socialWorker],
    [sct('133932002', 'Caregiver'), refer(wife, 'SMITH, ANNA')],
    [sct('116154003', 'Patient'), { ...chart.patient, display: 'SMITH, DAVID' }],
  ]);
  order(
    chart,
    loinc('2823-3', 'Potassium [Moles/volume] in Serum or Plasma', 'Potassium, repeat'),
    '2026-11-21T13:42',
    {
      priority: 'stat',
      encounter: refer(at(visits, '2026-11-21')),
      reasonCode: [concept('Potassium 6.1 mmol/L')],
      performer: [refer(hospital, hospital.name)],
    },
  );
  order(
    chart,
    concept('Referral to nephrology', coding(systems.snomed, '3457005', 'Patient referral')),
    '2026-08-03T10:02',
    {
      status: 'completed',
      category: [orderCategories.referral],
      reasonCode: [concept('Falling eGFR and albuminuria')],
      performer: [practitioners.nephrologist],
      occurrenceDateTime: '2026-10-02',
    },
  );
  order(chart, loinc('38036-0', 'US Kidney', 'Ultrasound, kidneys'), '2026-08-03T10:03', {
    status: 'completed',
    category: [orderCategories.imaging],
    performer: [refer(imagingCenter, imagingCenter.name)],
  });
  order(
    chart,
    sct('134395001', 'Diabetic retinal eye exam', 'Diabetic eye examination'),
    '2026-08-03T10:04',
    {
      category: [orderCategories.procedure],
      note: [annotation('Due since November 2025.')],
    },
  );
  order(chart, sct('409063005', 'Counseling', 'Housing support'), '2026-06-15T14:35', {
    category: [concept('SDOH', sdohCategory), orderCategories.counselling],
    performer: [practitioners.socialWorker],
    requester: practitioners.socialWorker,
  });
  coverage(chart, {
    payer: payers.commercial,
    memberId: 'MUM000428946',
    type: ['512', 'Commercial Managed Care - PPO'],
    group: ['MU-4471', 'Parcel Workers'],
    plan: ['PPO-2', 'Made Up PPO Silver'],
    start: '2024-01-01',
  });
  coverage(chart, {
    payer: payers.commercial,
    memberId: 'MUM000311208',
    type: ['511', 'Commercial Managed Care - HMO'],
    start: '2016-01-01',
    end: '2023-12-31',
  });
}

/** One line or more for every visit, so that each has its note. */
const visitNotes: readonly (readonly [day: string, time: string, text: string])[] = [
  [
    '2026-08-03',
    '10:10',
    'Diabetes follow-up. A1c 7.9 % (7.4 in April); skips evening metformin when on late routes. BP 152/94: lisinopril raised to 20 mg. eGFR 59, UACR 64: refer to nephrology, kidney ultrasound. Eye examination overdue.',
  ],
  [
    '2026-04-11',
    '09:45',
    'A1c 7.4 %, better. Burning on urination for two days, dipstick trace leukocyte esterase; culture sent. Sulfonamide order stopped by the allergy check, nitrofurantoin held until the culture: no growth.',
  ],
  [
    '2026-01-09',
    '10:00',
    'Annual physical. Feels well. BP 138/86. Foot examination normal. ECG unchanged. Takes aspirin on his own. Labs today; LDL 96.',
  ],
  [
    '2025-09-02',
    '11:15',
    'A1c 8.2 % after a summer of shift work. LDL 121: refilled atorvastatin, had run out in June. Declined second zoster dose (fever after the first).',
  ],
  [
    '2025-05-20',
    '11:20',
    'Video visit. Home readings 132-144 over 80-90. Continue lisinopril and hydrochlorothiazide. Fewer energy drinks.',
  ],
  ['2025-03-04', '09:25', 'BP 150/92. Hydrochlorothiazide 25 mg restarted. First zoster vaccine given.'],
  ['2024-12-10', '10:10', 'Annual physical. A1c 7.3 %, UACR 41. PCV20 given. Colonoscopy due 2029.'],
  [
    '2024-06-11',
    '10:35',
    'Short of breath on stairs for a month, no chest pain. Lungs clear. Echocardiogram ordered; weight up 10 lb since 2021.',
  ],
  [
    '2024-03-12',
    '09:50',
    'UACR 38 and 22 before: persistent albuminuria, CKD stage 2 recorded. Avoid NSAIDs. Lisinopril continues.',
  ],
  ['2023-12-05', '10:15', 'Annual physical. Ankle has healed. BP 134/82. Influenza vaccine.'],
  ['2023-05-09', '10:50', 'Diabetes follow-up, home sugars 120-160. No change.'],
  ['2022-11-15', '09:50', 'Annual physical. A1c 7.1 %. Cough gone. ECG normal.'],
  [
    '2022-05-03',
    '11:55',
    'Cough for ten days, wheeze. Chest X-ray clear. Acute bronchitis: prednisone 5 days, albuterol. No penicillins: anaphylaxis.',
  ],
  ['2021-11-30', '10:25', 'First visit after moving to this practice group. History taken over. A1c 7.0 %.'],
];

function notes(chart: Chart, visits: Visits): void {
  note(
    chart,
    noteTypes.progress,
    '2026-11-21T11:25',
    [
      htmlFile(
        `<h1>Progress note</h1>
<p><b>SMITH, DAVID</b>, born 1974-03-14. Seen 21 Nov 2026 by Provider Testing, MD.</p>
<h2>Subjective</h2><p>Here for blood pressure. Home readings 140s over 90s since August. No chest pain, no swelling. Taking lisinopril 20 mg; hydrochlorothiazide was stopped by nephrology in October. Legs felt weak this week.</p>
<h2>Objective</h2><table><tr><th>BP</th><th>Pulse</th><th>Weight</th></tr><tr><td>148/92</td><td>84</td><td>214.6 lb</td></tr></table>
<p>Heart regular. Lungs clear. No edema. Basic metabolic panel drawn at 08:02, result not seen during the visit.</p>
<h2>Plan</h2><ul><li>Spironolactone 25 mg daily.</li><li>CKD restaged to 3a.</li><li>Return in two weeks with potassium.</li></ul>`,
        'Progress note, 21 Nov 2026',
      ),
    ],
    { encounter: at(visits, '2026-11-21') },
  );
  note(
    chart,
    noteTypes.telephone,
    '2026-11-21T13:45',
    [
      textFile(
        'Telephone note, 21 Nov 2026, 13:40\n\nLaboratory called 09:10 with potassium 6.1 mmol/L (not hemolyzed); message reached Dr Testing after the visit.\nPatient reached at 13:35. No palpitations; legs weak since Wednesday.\nAdvised: do not start spironolactone, no lisinopril tonight, go to Sampleville General emergency department now for ECG and repeat potassium.\nOcotillo Pharmacy asked to hold spironolactone.\nNora Example, RN',
        'Telephone note',
      ),
    ],
    { encounter: at(visits, '2026-11-21'), author: practitioners.nurse },
  );
  note(
    chart,
    noteTypes.consultation,
    '2026-10-02T15:30',
    [
      pdfFile('Nephrology consultation', [
        'SAMPLEVILLE KIDNEY CLINIC (made-up record)',
        'Nephrology consultation',
        '',
        'Patient: SMITH, DAVID    Born: 1974-03-14    Seen: 2026-10-02',
        'Referred by: Provider Testing, MD',
        '',
        'Reason: eGFR 72 -> 71 -> 59 in seven months, albumin/creatinine 64 mg/g.',
        '',
        'History: hypertension since 2012, type 2 diabetes since 2015. No stones, no family',
        'history of kidney disease. No NSAIDs since 2024. Lisinopril 20 mg since August.',
        '',
        'Examination: BP 146/88, no edema. Ultrasound today: kidneys 10.4 and 10.7 cm, mildly',
        'echogenic, no obstruction.',
        '',
        'Impression: diabetic and hypertensive kidney disease, likely stage 3a if confirmed.',
        '',
        'Recommendations:',
        ' 1. Stop hydrochlorothiazide (little effect, sodium and glucose).',
        ' 2. Keep lisinopril 20 mg. Potassium was 5.0: repeat before ANY potassium-raising drug.',
        ' 3. Consider an SGLT2 inhibitor.',
        ' 4. Repeat metabolic panel in six weeks. See again in January.',
        '',
        'Imani Nephron, MD',
      ]),
      textFile(
        'Nephrology consultation, 2 Oct 2026. Impression: diabetic and hypertensive kidney disease. Stop hydrochlorothiazide; repeat potassium before any potassium-raising drug; see again in January.',
        'Summary in plain text',
      ),
    ],
    { encounter: at(visits, '2026-10-02'), author: practitioners.nephrologist },
  );
  for (const [day, time, text] of visitNotes)
    note(
      chart,
      noteTypes.progress,
      `${day}T${time}`,
      [textFile(`Progress note, ${day}\n\n${text}\n\nProvider Testing, MD`)],
      {
        encounter: at(visits, day),
      },
    );
  const more: readonly (readonly [keyof typeof noteTypes, string, string, object?])[] = [
    [
      'progress',
      '2026-06-15T14:45',
      'Social work. Lease ended 31 May; sleeping in a shared apartment. Rent support applied for, food secure. Follow-up call in two weeks.',
      practitioners.socialWorker,
    ],
    [
      'telephone',
      '2026-06-29T10:00',
      'Social work call. Rent support form complete, waiting for the county.',
      practitioners.socialWorker,
    ],
    [
      'nursing',
      '2025-10-06T16:20',
      'Influenza and COVID-19 vaccines given, left and right arm. Observed 15 minutes, no reaction.',
      practitioners.nurse,
    ],
    ['nursing', '2024-09-17T12:10', 'Influenza vaccine given, left arm. No reaction.', practitioners.nurse],
    [
      'referral',
      '2026-08-03T10:20',
      'To Sampleville Kidney Clinic: 52-year-old man with diabetes and hypertension, eGFR 72, 71, 59; UACR 64 mg/g. Grateful for advice.',
    ],
    [
      'imaging',
      '2026-10-02T11:50',
      'Ultrasound of the kidneys: no obstruction, mildly echogenic cortex.',
      practitioners.radiologist,
    ],
    [
      'pathology',
      '2022-01-21T14:10',
      'Sigmoid colon polyp: tubular adenoma, 6 mm.',
      practitioners.hospitalist,
    ],
    [
      'procedure',
      '2022-01-18T09:00',
      'Colonoscopy to the cecum, good preparation. 6 mm sigmoid polyp removed by cold snare. Home with driver.',
      practitioners.hospitalist,
    ],
    [
      'history',
      '2021-11-30T10:30',
      'History and physical on joining the practice. Hypertension 2012, diabetes 2015, hyperlipidemia 2016. Anaphylaxis to penicillin G at 12. Appendectomy 1998. Stopped smoking 2014. Works as delivery driver; married, one son.',
    ],
    [
      'laboratory',
      '2026-11-21T09:12',
      'Basic metabolic panel 21 Nov 2026: potassium 6.1 mmol/L, critical, called to Dr Testing 09:10, read back. Not hemolyzed.',
    ],
    [
      'consultation',
      '2024-11-05T15:35',
      'Eye examination: visual acuity 20/20 both. No diabetic retinopathy. See in one year.',
    ],
    [
      'telephone',
      '2026-01-12T08:30',
      'Results of annual labs told to patient. LDL 96, eGFR 72.',
      practitioners.nurse,
    ],
    ['telephone', '2025-06-10T09:15', 'Home readings sent by portal: mean 136/84.', practitioners.nurse],
  ];
  for (const [type, when, text, author] of more)
    note(chart, noteTypes[type], when, [textFile(text)], author === undefined ? {} : { author });
  note(
    chart,
    noteTypes.emergency,
    '2023-08-22T22:05',
    [
      rtfFile(
        [
          'Emergency department note (made-up record)',
          'SMITH, DAVID, born 1974-03-14, seen 22 Aug 2023 19:35',
          'Twisted right ankle stepping off his truck. Tender over the lateral malleolus, able to bear weight.',
          'X-ray: no fracture. Sprain. Elastic bandage, naproxen, acetaminophen.',
          'Allergies: penicillin (anaphylaxis), sulfonamides (hives), latex - latex-free gloves used.',
          'Priya Ward, MD',
        ],
        'Emergency department note',
      ),
    ],
    { encounter: at(visits, '2023-08-22'), author: practitioners.hospitalist },
  );
}
