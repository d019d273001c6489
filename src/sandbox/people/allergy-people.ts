import { also, annotation, coding, concept, icd10, narrative, sct, systems } from './build.ts';
import { provenance, visit } from './chart.ts';
import { textFile } from './documents.ts';
import { allergy, condition } from './history.ts';
import { daily, drugs, medication } from './medications.ts';
import { note, noteTypes } from './notes.ts';
import { lab, panel, smoking, vitals } from './observations.ts';
import { english, home, notHispanic, person, phone, races } from './person.ts';
import type { Resource } from './resource.ts';

const office = concept('Office visit', coding(systems.snomed, '185347001', 'Encounter for problem'));

/** Chidi Okonkwo: absence stated four times over, coded and in words, for drugs, food, environment and all. */
export function chidi(): readonly Resource[] {
  const chart = person({
    id: '429200226',
    names: [{ use: 'official', family: 'OKONKWO', given: ['CHIDI', 'EMEKA'] }],
    gender: 'male',
    birthDate: '1985-01-01',
    birthSex: 'M',
    race: [races.black],
    raceDetail: [['2060-2', 'African']],
    ethnicity: notHispanic,
    telecom: [phone('(480) 555-0201', 'mobile')],
    address: [home('18 NEUTRAL STREET', '2021-07-01')],
    languages: [english, ['ig', 'Igbo']],
  });
  const seen = visit(chart, '2026-09-22T08:40', office, {
    id: '90412626',
    end: '2026-09-22T09:00',
    reason: 'Blood pressure check',
  });
  allergy(chart, sct('716186003', 'No known allergy', 'No known allergies'), {
    recorded: '2026-09-22T08:45',
  });
  allergy(chart, sct('409137002', 'No known drug allergy', 'NKDA'), {
    category: 'medication',
    recorded: '2026-09-22T08:45',
  });
  allergy(chart, sct('429625007', 'No known food allergy'), {
    category: 'food',
    recorded: '2024-02-06T10:00',
  });
  allergy(chart, sct('428607008', 'No known environmental allergy'), {
    category: 'environment',
    recorded: '2024-02-06T10:00',
    verification: 'unconfirmed',
  });
  condition(
    chart,
    'PL',
    concept(
      'No current problems or disability',
      coding(systems.snomed, '160245001', 'No current problems or disability'),
    ),
    { recorded: '2026-09-22T08:50', encounter: seen },
  );
  medication(
    chart,
    concept('No current medications', coding(systems.snomed, '787481004', 'No known medications')),
    undefined,
    {
      authored: '2026-09-22T08:46',
      status: 'completed',
      note: 'Takes nothing, asked today.',
    },
  );
  vitals(
    chart,
    '2026-09-22T08:42',
    { bp: '126/78', pulse: '62', weight: ['80.0', 'kg'], height: ['181', 'cm'], bmi: '24.4' },
    {},
  );
  smoking(chart, '2026-09-22', sct('266919005', 'Never smoked tobacco', 'Never smoker'));
  provenance(chart);
  return chart.all();
}

/** Jordan Doe: a chart opened last week. Nothing but a name, a birth date that turns with the time zone, one visit. */
export function jordan(): readonly Resource[] {
  const chart = person({
    id: '429200234',
    names: [{ family: 'DOE', given: ['JORDAN'] }],
    gender: 'unknown',
    birthDate: '1991-12-31',
  });
  visit(chart, '2026-11-18T16:00', concept('New patient visit'), { id: '90412634', status: 'planned' });
  return chart.all();
}

/** Sven Lindqvist: "no known allergies" beside an active allergy, a refuted one, an unconfirmed one and one in error. */
export function sven(): readonly Resource[] {
  const chart = person({
    id: '429200241',
    names: [{ use: 'official', family: 'LINDQVIST', given: ['SVEN', 'ERIK'] }],
    gender: 'male',
    birthDate: '1968-02-29',
    birthSex: 'M',
    race: [races.white],
    ethnicity: notHispanic,
    telecom: [phone('(480) 555-0207')],
    address: [home('29 LEAP YEAR LANE', '2003-03-01')],
    languages: [english, ['sv', 'Swedish']],
  });
  const seen = visit(chart, '2026-10-28T11:00', office, {
    id: '90412641',
    end: '2026-10-28T11:25',
    reason: 'Gout in the left foot',
  });
  allergy(chart, sct('409137002', 'No known drug allergy', 'No known drug allergies'), {
    category: 'medication',
    recorded: '2023-01-17T09:00',
  });
  allergy(chart, concept('Amoxicillin', coding(systems.rxnorm, '723', 'amoxicillin')), {
    type: 'allergy',
    category: 'medication',
    criticality: 'high',
    recorded: '2025-06-30T14:00',
    reactions: [
      [
        sct('41291007', 'Angioedema', 'swelling of lips and tongue'),
        'severe',
        { onset: '2025-06-29', substance: concept('Amoxicillin-clavulanate') },
      ],
      [[sct('247472004', 'Hives', 'hives'), sct('422587007', 'Nausea', 'nausea')], 'moderate'],
    ],
  });
  allergy(chart, sct('387406002', 'Sulfonamide (substance)', 'Sulfa drugs'), {
    category: 'medication',
    verification: 'refuted',
    status: 'inactive',
    recorded: '2024-04-09T10:00',
    note: 'Mother’s allergy, not his.',
  });
  allergy(chart, concept('Lisinopril', coding(systems.rxnorm, '29046', 'lisinopril')), {
    type: 'intolerance',
    category: 'medication',
    verification: 'unconfirmed',
    criticality: 'unable-to-assess',
    recorded: '2026-10-28T11:10',
    reactions: [[sct('49727002', 'Cough', 'cough')]],
  });
  allergy(chart, sct('300913006', 'Shellfish allergy', 'Shellfish'), {
    status: 'none',
    verification: 'entered-in-error',
    category: 'food',
    recorded: '2022-08-08T10:00',
  });
  allergy(
    chart,
    concept(
      'Aspirin',
      coding(systems.rxnorm, '1191', 'aspirin'),
      coding(systems.rxnorm, '5640', 'ibuprofen'),
    ),
    {
      category: 'medication',
      recorded: '2026-10-28',
      note: 'The two codes contradict each other; he said aspirin.',
      more: {
        text: narrative(
          'additional',
          '<p>Told at the desk: <b>stomach bleed on aspirin in 2011</b>, needs checking with the hospital.</p>',
        ),
      },
    },
  );
  condition(chart, 'PL', also(sct('90560007', 'Gout'), icd10('M10.9', 'Gout, unspecified')), {
    status: 'recurrence',
    onset: '2019-05',
    recorded: '2026-10-28T11:20',
    encounter: seen,
  });
  condition(
    chart,
    'PL',
    also(sct('38341003', 'Hypertension'), icd10('I10', 'Essential (primary) hypertension')),
    { onset: '2020', recorded: '2020-06-01' },
  );
  medication(chart, drugs.allopurinol100, '1 tablet by mouth once daily', {
    authored: '2026-10-28T11:22',
    timing: daily,
    dose: ['1', 'tablet'],
    route: 'mouth',
  });
  lab(chart, 'uricAcid', '2026-10-28T11:30', '9.4');
  panel(chart, 'bmp', '2026-10-28T11:30', {
    sodium: '140',
    potassium: '4.2',
    creatinine: '1.1',
    glucose: '95',
  });
  note(
    chart,
    noteTypes.progress,
    '2026-10-28T11:30',
    [
      textFile(
        'Gout, left great toe. Uric acid sent. Allergy list is a mess: NKDA from 2023 still stands beside the amoxicillin reaction of 2025.',
      ),
    ],
    { encounter: seen },
  );
  vitals(
    chart,
    '2026-10-28T11:02',
    { bp: '138/84', temperature: ['37.1', '°C'] },
    {
      note: [annotation('Sitting, left arm.')],
      method: concept('Automatic cuff'),
      bodySite: sct('368209003', 'Right arm', 'Left arm'),
    },
  );
  provenance(chart);
  return chart.all();
}
