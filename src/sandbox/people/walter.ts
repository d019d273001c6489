import {
  also,
  annotation,
  concept,
  hl7Code,
  icd10,
  loinc,
  period,
  quantity,
  refer,
  sct,
  coding,
  systems,
} from './build.ts';
import { provenance, visit } from './chart.ts';
import { htmlFile, textFile } from './documents.ts';
import { allergy, assessAndPlan, careTeam, condition, coverage, goal, procedure } from './history.ts';
import { administration, drugs, medication } from './medications.ts';
import { note, noteTypes, report } from './notes.ts';
import { lab, observation, panel, smoking, vitals } from './observations.ts';
import { english, home, maritalStatus, notHispanic, person, phone, races, relatedPerson } from './person.ts';
import { locations, payers, practitioners } from './practice.ts';
import type { Resource } from './resource.ts';

/** Walter Kowalski, who died on 14 August 2026, aged 79, of lung cancer, in hospice care. */
export function walter(): readonly Resource[] {
  const chart = person({
    id: '429200217',
    chartNumber: 'HF429200217',
    names: [{ use: 'official', family: 'KOWALSKI', given: ['WALTER'], suffix: ['JR'] }],
    gender: 'male',
    birthDate: '1947-02-11',
    birthSex: 'M',
    race: [races.white],
    ethnicity: notHispanic,
    telecom: [phone('(480) 555-0195')],
    address: [home('9 LAST STREET', '1978-04-01')],
    languages: [english],
    more: {
      deceasedDateTime: '2026-08-14T05:20:00-07:00',
      maritalStatus: maritalStatus('M', 'Married'),
      active: false,
    },
  });
  const hospice = visit(
    chart,
    '2026-07-20T10:00',
    concept('Hospice admission visit at home', coding(systems.snomed, '305336008', 'Admission to hospice')),
    {
      id: '90412617',
      class: ['HH', 'home health'],
      end: '2026-07-20T11:30',
      reason: 'Hospice admission',
      location: { display: 'At home' },
      disposition: ['exp', 'Expired'],
    },
  );
  const stay = visit(
    chart,
    '2026-07-08T22:10',
    concept('Hospital stay', coding(systems.snomed, '32485007', 'Hospital admission')),
    {
      class: ['IMP', 'inpatient encounter'],
      end: '2026-07-15T12:00',
      by: practitioners.hospitalist,
      location: locations.hospital,
      reason: 'Pneumonia behind the tumor',
      disposition: ['hosp', 'Hospice'],
    },
  );
  const cancer = condition(
    chart,
    'PL',
    also(
      sct(
        '254637007',
        'Non-small cell lung cancer',
        'Non-small cell lung cancer, right upper lobe, stage IV',
      ),
      icd10('C34.11', 'Malignant neoplasm of upper lobe, right bronchus or lung'),
    ),
    {
      onset: '2025-10-06',
      recorded: '2025-10-06T15:00',
      more: { stage: [{ summary: concept('Stage IV'), type: concept('AJCC 8th edition') }] },
    },
  );
  condition(
    chart,
    'PL',
    also(
      sct('13645005', 'Chronic obstructive lung disease', 'COPD'),
      icd10('J44.9', 'Chronic obstructive pulmonary disease, unspecified'),
    ),
    { onset: '2012', recorded: '2012-09-03' },
  );
  condition(
    chart,
    'ED',
    also(sct('233604007', 'Pneumonia'), icd10('J18.9', 'Pneumonia, unspecified organism')),
    {
      status: 'resolved',
      onset: '2026-07-06',
      abatement: '2026-07-15',
      recorded: '2026-07-08T23:00',
      encounter: stay,
    },
  );
  allergy(chart, concept('Contrast medium, iodinated'), {
    type: 'allergy',
    category: 'medication',
    criticality: 'low',
    recorded: '2025-10-02T09:00',
    reactions: [[sct('271807003', 'Rash', 'rash'), 'mild']],
  });
  medication(
    chart,
    concept('Morphine 20 mg/mL oral concentrate'),
    '0.25 mL under the tongue every 4 hours as needed for pain or breathlessness',
    {
      status: 'completed',
      authored: '2026-07-20T10:40',
      dose: ['5', 'mg'],
      route: 'sublingual',
      asNeeded: concept('pain or breathlessness'),
      encounter: hospice,
    },
  );
  medication(chart, drugs.lorazepam1, '1 tablet under the tongue every 4 hours as needed for anxiety', {
    status: 'stopped',
    authored: '2026-07-20T10:41',
    dose: ['1', 'mg'],
    route: 'sublingual',
    asNeeded: true,
    statusReason: concept('Patient died'),
  });
  medication(chart, drugs.albuterol, '2 puffs inhaled every 6 hours as needed', {
    status: 'active',
    authored: '2012-09-03',
    dose: ['2', 'puff'],
    route: 'inhaled',
    asNeeded: true,
  });
  for (const day of ['2025-11-03', '2025-11-24', '2025-12-15', '2026-01-05'])
    administration(
      chart,
      concept('Pembrolizumab 200 mg infusion'),
      `${day}T10:00`,
      ['200', 'mg'],
      'intravenous',
      {
        effectiveDateTime: undefined,
        effectivePeriod: period(`${day}T10:00`, `${day}T10:35`),
        reasonReference: [refer(cancer)],
        note: [annotation('No reaction.')],
      },
    );
  administration(
    chart,
    concept('Pembrolizumab 200 mg infusion'),
    '2026-01-26T10:00',
    ['0', 'mg'],
    'intravenous',
    { status: 'not-done', statusReason: [concept('Pneumonitis, grade 3')] },
  );
  for (const [when, weight, oxygen] of [
    ['2026-07-20T10:10', '118.0', '88'],
    ['2026-05-04T10:00', '131.4', '91'],
    ['2026-01-26T09:30', '146.2', '92'],
    ['2025-10-06T15:00', '163.0', '94'],
  ] as const)
    vitals(chart, when, { weight: [weight, 'lb'], oxygen, bp: '104/60', pulse: '96', breaths: '22' });
  panel(chart, 'cbc', '2026-07-08T22:40', {
    leukocytes: '18.9',
    hemoglobin: '8.8',
    hematocrit: '26.9',
    platelets: '488',
  });
  lab(chart, 'albumin', '2026-07-08T22:40', '2.1');
  smoking(chart, '2025-10-06', sct('8517006', 'Ex-smoker', 'Former smoker'));
  observation(
    chart,
    'social-history',
    loinc('8663-7', 'Cigarettes smoked current (pack per day) - Reported', 'Cigarette packs a day'),
    '2025-10-06',
    { valueQuantity: quantity('1.5') },
    { note: [annotation('1965 to 2018.')] },
  );
  report(chart, 'radiology', loinc('24627-2', 'CT Chest', 'CT chest'), '2025-10-02T10:00', {
    conclusion: 'Spiculated 5.2 cm mass, right upper lobe. Mediastinal nodes. Two liver lesions.',
  });
  report(
    chart,
    'pathology',
    loinc('11526-1', 'Pathology study', 'Pathology, lung biopsy'),
    '2025-10-09T14:00',
    { conclusion: 'Adenocarcinoma. PD-L1 70 %. EGFR and ALK negative.' },
  );
  procedure(chart, sct('432231006', 'Fine needle aspiration biopsy of lung', 'Lung biopsy'), '2025-10-07');
  goal(chart, concept('To be at home'), {
    status: 'completed',
    start: '2026-07-20',
    achievement: ['achieved', 'Achieved'],
  });
  goal(chart, concept('Weight above 150 lb'), {
    status: 'cancelled',
    start: '2025-11-03',
    achievement: ['not-attainable', 'Not Attainable'],
  });
  assessAndPlan(
    chart,
    '<p>Comfort care at home. Morphine and lorazepam by mouth. No hospital.</p>',
    '2026-07-20T11:30',
    { status: 'completed', encounter: refer(hospice), period: period('2026-07-20', '2026-08-14') },
  );
  const wife = relatedPerson(chart, 'KOWALSKI', 'HELEN', hl7Code('v3-RoleCode', 'WIFE', 'wife'), {
    telecom: [phone('(480) 555-0195')],
  });
  careTeam(
    chart,
    'Hospice at home',
    [
      [concept('Wife'), refer(wife, 'KOWALSKI, HELEN')],
      [concept('Hospice physician'), practitioners.testing],
    ],
    { status: 'inactive', period: period('2026-07-20', '2026-08-14') },
  );
  coverage(chart, {
    payer: payers.medicare,
    memberId: '2KG5-TE6-MK84',
    type: ['1', 'MEDICARE'],
    start: '2012-02-01',
    end: '2026-08-14',
  });
  note(
    chart,
    noteTypes.discharge,
    '2026-07-15T12:00',
    [
      htmlFile(
        '<h1>Discharge summary</h1><p>Pneumonia behind the tumor, treated with antibiotics for a week. No further cancer treatment, by his own wish. Home with hospice.</p><p>Priya Ward, MD</p>',
        'Discharge summary',
      ),
    ],
    { encounter: stay, author: practitioners.hospitalist },
  );
  note(
    chart,
    noteTypes.telephone,
    '2026-08-14T08:10',
    [
      textFile(
        'Hospice nurse: Mr Kowalski died at home at 05:20, wife and sons with him. Certificate signed.',
      ),
    ],
    { author: practitioners.nurse },
  );
  observation(
    chart,
    'exam',
    loinc('69453-9', 'Cause of death [US Standard Certificate of Death]', 'Cause of death'),
    '2026-08-14',
    {
      valueCodeableConcept: concept(
        'Lung cancer',
        icd10('C34.11', 'Malignant neoplasm of upper lobe, right bronchus or lung'),
      ),
    },
    { performer: [practitioners.testing] },
  );
  provenance(chart);
  return chart.all();
}
