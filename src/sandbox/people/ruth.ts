import {
  also,
  annotation,
  base64,
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
import { pdfFile, textFile } from './documents.ts';
import {
  allergy,
  assessAndPlan,
  careTeam,
  condition,
  coverage,
  goal,
  immunization,
  order,
  procedure,
} from './history.ts';
import { bedtime, daily, drugs, medication, twiceDaily, type MedicationOptions } from './medications.ts';
import { note, noteTypes, report } from './notes.ts';
import { lab, observation, panel, smoking, vitals } from './observations.ts';
import {
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
import { locations, payers, practitioners } from './practice.ts';
import type { Resource } from './resource.ts';

/** Ruth Abernathy, 90, with twenty-five medicines in every state a list can hold. */
export function ruth(): readonly Resource[] {
  const chart = person({
    id: '429200203',
    chartNumber: 'HF429200203',
    names: [
      { use: 'official', family: 'ABERNATHY', given: ['RUTH', 'ELEANOR'], prefix: ['MRS'] },
      { use: 'maiden', family: 'CLAYBORNE', given: ['RUTH', 'ELEANOR'] },
    ],
    gender: 'female',
    birthDate: '1936-04-21',
    birthSex: 'F',
    race: [races.black],
    ethnicity: notHispanic,
    telecom: [phone('(480) 555-0190')],
    address: [
      home('SAGUARO HOUSE ROOM 12, 600 CARE STREET', '2026-02-15'),
      oldHome('41 OLDER LANE', '1968-05-01', '2026-02-14', 'SAMPLEVILLE', '85006'),
    ],
    languages: [english],
    more: { maritalStatus: maritalStatus('W', 'Widowed') },
  });
  const stay = visit(
    chart,
    '2026-09-03T16:20',
    concept('Hospital stay', coding(systems.snomed, '32485007', 'Hospital admission')),
    {
      class: ['IMP', 'inpatient encounter'],
      end: '2026-09-08T13:00',
      by: practitioners.hospitalist,
      location: locations.hospital,
      reason: 'Shortness of breath, digoxin too high',
      disposition: ['snf', 'Skilled nursing facility'],
    },
  );
  const seen = visit(
    chart,
    '2026-11-17T13:30',
    concept('Nursing home visit', coding(systems.snomed, '390906007', 'Follow-up encounter')),
    {
      id: '90412603',
      end: '2026-11-17T14:10',
      reason: 'Monthly visit, medicines review',
    },
  );
  allergy(chart, concept('Codeine'), {
    type: 'intolerance',
    category: 'medication',
    criticality: 'low',
    recorded: '1998',
    reactions: [
      [concept('confusion'), 'moderate'],
      [sct('422587007', 'Nausea', 'nausea'), 'mild'],
    ],
  });
  problems(chart, stay);
  medicines(chart, seen, stay);
  values(chart);
  device(chart);
  const daughter = relatedPerson(
    chart,
    'ABERNATHY-COLE',
    'DENISE',
    hl7Code('v3-RoleCode', 'DAUC', 'daughter'),
    {
      telecom: [phone('(480) 555-0191', 'mobile')],
      relationship: [
        concept('Daughter', hl7Code('v3-RoleCode', 'DAUC', 'daughter')),
        concept(
          'Healthcare power of attorney',
          hl7Code('v3-RoleCode', 'HPOWATT', 'healthcare power of attorney'),
        ),
      ],
    },
  );
  careTeam(chart, 'Ruth Abernathy: nursing home', [
    [sct('453231000124104', 'Primary care provider'), practitioners.testing],
    [concept('Pharmacist'), practitioners.pharmacist],
    [concept('Daughter, decides for her'), refer(daughter, 'ABERNATHY-COLE, DENISE')],
  ]);
  assessAndPlan(
    chart,
    '<p>Heart failure stable at 128 lb. Digoxin stays on hold (level 2.3 in September). Three metoprolol entries in the list, ONE is taken: ask pharmacy to clean up. Furosemide 40 mg morning and 20 mg at two.</p>',
    '2026-11-17T14:10',
    { encounter: refer(seen) },
  );
  goal(chart, concept('No falls'), {
    start: '2026-02-15',
    status: 'active',
    achievement: ['sustaining', 'Sustaining'],
  });
  order(chart, loinc('10535-3', 'Digoxin [Mass/volume] in Serum or Plasma', 'Digoxin'), '2026-11-17T14:05', {
    status: 'on-hold',
  });
  coverage(chart, {
    payer: payers.medicare,
    memberId: '1EG4-TE5-MK73',
    type: ['1', 'MEDICARE'],
    start: '2001-04-01',
  });
  coverage(chart, {
    payer: payers.commercial,
    memberId: 'MUMS-90311',
    type: ['5', 'PRIVATE HEALTH INSURANCE'],
    start: '2001-04-01',
    plan: ['SUPP-G', 'Made Up Medicare Supplement G'],
  });
  note(
    chart,
    noteTypes.discharge,
    '2026-09-08T13:00',
    [
      pdfFile('Discharge summary', [
        'SAMPLEVILLE GENERAL HOSPITAL (made-up record)',
        'Discharge summary',
        '',
        'ABERNATHY, RUTH   Born: 1936-04-21   In: 2026-09-03   Out: 2026-09-08',
        '',
        'Heart failure with preserved ejection fraction, worse with atrial fibrillation.',
        'Digoxin level 2.3 ng/mL: digoxin held. Furosemide IV, then 40 mg and 20 mg by mouth.',
        'Weight 128.2 lb at discharge.',
      ]),
    ],
    { encounter: stay, author: practitioners.hospitalist },
  );
  note(
    chart,
    noteTypes.directive,
    '2026-02-20',
    [
      textFile(
        'Do not attempt resuscitation. No feeding tube. Hospital for comfort or for what can be put right. Signed by Ruth Abernathy, witnessed by Denise Abernathy-Cole.',
      ),
    ],
    { more: { docStatus: undefined } },
  );
  note(
    chart,
    noteTypes.progress,
    '2026-11-17T14:15',
    [
      textFile(
        'Sits in the garden. No swelling. Weight 128.0. Medicines review with pharmacist: duplicates of metoprolol and omeprazole in the list.',
      ),
    ],
    { encounter: seen },
  );
  provenance(chart);
  return chart.all();
}

function problems(chart: Chart, stay: Resource): void {
  const problem = (
    code: string,
    name: string,
    icd: string,
    icdName: string,
    onset: string,
    text = name,
  ): void => {
    condition(chart, 'PL', also(sct(code, name, text), icd10(icd, icdName)), {
      onset,
      recorded: `${onset.slice(0, 4)}-06-01`,
    });
  };
  problem(
    '446221000',
    'Heart failure with normal ejection fraction',
    'I50.32',
    'Chronic diastolic (congestive) heart failure',
    '2019',
    'Heart failure, preserved ejection fraction',
  );
  problem('49436004', 'Atrial fibrillation', 'I48.20', 'Chronic atrial fibrillation, unspecified', '2014');
  problem(
    '26929004',
    'Alzheimer’s disease',
    'G30.1',
    'Alzheimer’s disease with late onset',
    '2021',
    'Alzheimer’s disease, mild',
  );
  problem('40930008', 'Hypothyroidism', 'E03.9', 'Hypothyroidism, unspecified', '1989');
  problem(
    '64859006',
    'Osteoporosis',
    'M81.0',
    'Age-related osteoporosis without current pathological fracture',
    '2004',
  );
  problem('396275006', 'Osteoarthritis', 'M15.9', 'Polyosteoarthritis, unspecified', '1999');
  problem(
    '77075001',
    'Primary open angle glaucoma',
    'H40.1190',
    'Primary open-angle glaucoma, unspecified eye',
    '2008',
  );
  problem('15188001', 'Hearing loss', 'H91.90', 'Unspecified hearing loss, unspecified ear', '2012');
  condition(
    chart,
    'PL',
    also(
      sct('359817006', 'Closed fracture of hip', 'Fracture of left hip'),
      icd10('S72.002A', 'Fracture of unspecified part of neck of left femur'),
    ),
    { status: 'resolved', onset: '2018-01-19', abatement: '2018-06', recorded: '2018-01-19' },
  );
  condition(
    chart,
    'ED',
    also(
      sct('88805009', 'Chronic congestive heart failure', 'Heart failure, worse'),
      icd10('I50.33', 'Acute on chronic diastolic (congestive) heart failure'),
    ),
    { recorded: '2026-09-03T18:00', encounter: stay },
  );
  condition(
    chart,
    'HC',
    concept('At risk of falling', coding(systems.snomed, '129839007', 'At risk for falls')),
    { recorded: '2026-02-15' },
  );
}

/** Twenty-five, no more and no fewer. */
function medicines(chart: Chart, seen: Resource, stay: Resource): void {
  const tablet = { dose: ['1', 'tablet'], route: 'mouth' } as const;
  const take = (drug: keyof typeof drugs, sig: string, options: MedicationOptions) =>
    medication(chart, drugs[drug], sig, { route: 'mouth', ...options });
  take('apixaban25', '1 tablet by mouth twice daily', {
    ...tablet,
    authored: '2020-03-02T10:00',
    timing: twiceDaily,
    reason: concept('Atrial fibrillation'),
  });
  take('warfarin5', 'As directed by INR', {
    status: 'stopped',
    authored: '2014-07-10',
    statusReason: concept('Changed to apixaban'),
  });
  // The same drug three times: twice alike, once without a date.
  take('metoprolol50', '1 tablet by mouth once daily', {
    ...tablet,
    authored: '2026-09-08T12:30',
    timing: daily,
    by: practitioners.hospitalist,
    encounter: stay,
  });
  take('metoprolol50', '1 tablet by mouth once daily', {
    ...tablet,
    authored: '2025-06-11T10:00',
    timing: daily,
  });
  take('metoprolol50', '1 tablet by mouth once daily', { ...tablet, timing: daily });
  // The same drug, two strengths, both taken.
  take('furosemide40', '1 tablet by mouth every morning', {
    ...tablet,
    authored: '2026-09-08T12:31',
    timing: daily,
    by: practitioners.hospitalist,
    encounter: stay,
  });
  take('furosemide20', '1 tablet by mouth at 2 in the afternoon', {
    ...tablet,
    authored: '2026-09-08T12:31',
    by: practitioners.hospitalist,
    encounter: stay,
    timing: { repeat: { frequency: 1, period: 1, periodUnit: 'd', timeOfDay: ['14:00:00'] } },
  });
  take('digoxin', '1 tablet by mouth once daily', {
    ...tablet,
    status: 'on-hold',
    authored: '2016-11-04',
    timing: daily,
    statusReason: concept('Level 2.3 ng/mL on 3 Sep 2026'),
  });
  take('lisinopril10', '1 tablet by mouth once daily', { ...tablet, authored: '2019-05-20', timing: daily });
  take('atorvastatin40', '1 tablet by mouth at bedtime', {
    ...tablet,
    status: 'stopped',
    authored: '2009-02-01',
    timing: bedtime,
    statusReason: concept('Aged 88: no longer wanted'),
  });
  take('levothyroxine75', '1 tablet by mouth every morning', {
    ...tablet,
    authored: '2021-10-12',
    timing: daily,
  });
  take('donepezil10', '1 tablet by mouth at bedtime', { ...tablet, authored: '2022-01-18', timing: bedtime });
  take('mirtazapine15', '1 tablet by mouth at bedtime', {
    ...tablet,
    authored: '2026-03-30',
    timing: bedtime,
    reason: concept('Appetite and sleep'),
  });
  take('omeprazole20', '1 capsule by mouth before breakfast', {
    dose: ['1', 'capsule'],
    authored: '2023-04-04',
    timing: daily,
  });
  take('omeprazole20', '1 capsule by mouth before breakfast', {
    dose: ['1', 'capsule'],
    authored: '2026-02-16',
    timing: daily,
    reported: true,
    by: chart.patient,
    note: 'Daughter brings it from the store.',
  });
  take('acetaminophen500', '2 tablets by mouth three times daily', {
    dose: ['1000', 'mg'],
    authored: '2026-02-16',
  });
  take('gabapentin300', '1 capsule by mouth at bedtime', {
    dose: ['1', 'capsule'],
    authored: '2024-08-19',
    timing: bedtime,
  });
  take('lorazepam1', 'Half a tablet by mouth at bedtime as needed', {
    dose: ['0.5', 'mg'],
    status: 'cancelled',
    authored: '2026-03-30',
    asNeeded: true,
    statusReason: concept('Falls'),
  });
  take('nitroglycerin', '1 tablet under the tongue for chest pain; call if not better in 5 minutes', {
    dose: ['0.4', 'mg'],
    route: 'sublingual',
    authored: '2019-05-20',
    asNeeded: concept('chest pain'),
  });
  take('ferrousSulfate', '1 tablet by mouth every other day', {
    ...tablet,
    status: 'completed',
    authored: '2025-01-14',
  });
  take('latanoprost', '1 drop in each eye at bedtime', {
    dose: ['1', 'drop'],
    route: 'eye',
    authored: '2008-09-22',
    timing: bedtime,
  });
  take('senna', '2 tablets by mouth at bedtime', {
    dose: ['2', 'tablet'],
    authored: '2026-02-16',
    reported: true,
    by: chart.patient,
  });
  take('cephalexin500', '1 capsule by mouth four times daily for 7 days', {
    dose: ['1', 'capsule'],
    status: 'completed',
    authored: '2026-06-02',
    reason: concept('Cellulitis'),
  });
  medication(chart, concept('Vitamin D3 1,000 units'), 'One a day', {
    status: 'unknown',
    reported: true,
    by: chart.patient,
    authored: '2015',
  });
  medication(chart, concept('Potassium chloride ER 10 mEq tablet'), '1 tablet by mouth once daily', {
    ...tablet,
    status: 'draft',
    intent: 'proposal',
    authored: '2026-11-17T14:08',
    encounter: seen,
  });
}

function values(chart: Chart): void {
  const female = { hemoglobin: '12.0-15.5', creatinine: '0.6-1.1' };
  for (const [when, sodium, potassium, urea, creatinine, egfr] of [
    ['2026-11-16T07:00', '137', '4.4', '28', '1.2', '43'],
    ['2026-09-08T06:10', '135', '3.6', '34', '1.3', '39'],
    ['2026-09-03T16:50', '131', '3.2', '38', '1.4', '36'],
    ['2026-05-11T07:10', '138', '4.2', '24', '1.1', '48'],
  ] as const)
    panel(chart, 'bmp', when, { sodium, potassium, urea, creatinine, egfr }, { ranges: female });
  lab(chart, 'digoxin', '2026-09-03T16:50', '2.3', { note: 'Called to Dr Ward 17:35.' });
  lab(chart, 'digoxin', '2026-09-06T06:00', '1.1');
  lab(chart, 'bnp', '2026-09-03T16:50', '4120', { range: '<1800' });
  lab(chart, 'bnp', '2026-11-16T07:00', '1530', { range: '<1800' });
  lab(chart, 'tsh', '2026-05-11T07:10', '2.10');
  panel(
    chart,
    'cbc',
    '2026-11-16T07:00',
    { leukocytes: '6.2', hemoglobin: '11.6', hematocrit: '35.0', platelets: '198' },
    { ranges: { ...female, hematocrit: '36.0-46.0' } },
  );
  for (const [when, bp, pulse, weight, oxygen] of [
    ['2026-11-17T13:35', '118/62', '76', '128.0', '94'],
    ['2026-10-13T13:30', '122/64', '72', '128.4', '95'],
    ['2026-09-08T08:00', '112/58', '68', '128.2', '94'],
    ['2026-09-03T16:30', '142/80', '48', '137.6', '88'],
  ] as const)
    vitals(chart, when, { bp, pulse, weight: [weight, 'lb'], oxygen, temperature: ['97.4', '°F'] });
  smoking(chart, '2026-02-15', sct('266919005', 'Never smoked tobacco', 'Never smoker'));
  observation(
    chart,
    'survey',
    loinc('72106-8', 'Total score [MMSE]', 'Mini-mental state, total'),
    '2026-02-15',
    { valueQuantity: quantity('19', 'score') },
    { referenceRange: [{ low: quantity('24', 'score'), text: '24 or more' }] },
  );
  observation(
    chart,
    'survey',
    loinc('11332-4', 'History of Cognitive function', 'Memory and thinking'),
    '2026-02-15',
    { valueString: 'Knows family; not the date. Finds her room.' },
  );
  report(
    chart,
    'cardiology',
    loinc('34552-0', 'Cardiac 2D echo panel', 'Echocardiogram'),
    '2026-09-04T10:00',
    { conclusion: 'Ejection fraction 58 %. Both atria large. Moderate mitral regurgitation.' },
  );
  immunization(chart, ['197', 'Influenza, high-dose, quadrivalent'], '2025-10-02', { lot: 'MUH25' });
  immunization(chart, ['135', 'Influenza, high-dose, trivalent'], '2026-10-13', { lot: 'MUH26' });
  immunization(
    chart,
    ['305', 'RSV, bivalent, protein subunit RSVpreF, diluent reconstituted, 0.5 mL'],
    '2024-10-08',
    { lot: 'MUR24' },
  );
  immunization(chart, ['33', 'Pneumococcal polysaccharide PPV23'], '2004', { reported: true });
  immunization(chart, ['187', 'Zoster recombinant'], '2026-11-17T14:00', {
    status: 'not-done',
    reason: hl7Concept('v3-ActReason', 'MEDPREC', 'medical precaution'),
  });
}

function device(chart: Chart): void {
  const human = '(01)09999999999987(11)140301(17)160301(10)PM1401(21)AB1147';
  chart.add('Device', {
    udiCarrier: [
      {
        deviceIdentifier: '09999999999987',
        issuer: 'http://hl7.org/fhir/NamingSystem/gs1-di',
        carrierHRF: human,
        carrierAIDC: base64(human.replaceAll(/[()]/g, '')),
        entryType: 'card',
      },
    ],
    status: 'active',
    distinctIdentifier: 'MADEUP-PM-1147',
    manufacturer: 'Made Up Cardiac',
    manufactureDate: '2014-03-01',
    expirationDate: '2016-03-01',
    lotNumber: 'PM1401',
    serialNumber: 'AB1147',
    modelNumber: 'Steady 2',
    deviceName: [{ name: 'Dual chamber pacemaker', type: 'user-friendly-name' }],
    type: concept('Cardiac pacemaker', coding(systems.snomed, '14106009', 'Cardiac pacemaker')),
    patient: chart.patient,
    note: [annotation('Battery checked March 2026: two years left.')],
  });
  chart.add('Device', {
    status: 'inactive',
    statusReason: [hl7Concept('device-status-reason', 'off', 'Off')],
    udiCarrier: [{ carrierHRF: 'label not kept' }],
    type: concept('Hearing aid, left'),
    patient: chart.patient,
    note: [annotation('Lost in spring 2026.')],
  });
  procedure(
    chart,
    sct('25267002', 'Insertion of intracardiac pacemaker', 'Pacemaker implantation'),
    '2014-08-21',
    { performer: [{ actor: practitioners.hospitalist }] },
  );
  procedure(chart, sct('110473004', 'Cataract surgery', 'Cataract surgery, both eyes'), {
    performedPeriod: period('2009-03', '2009-05'),
  });
  procedure(chart, concept('Hip pinning, left'), '2018-01-20', {
    focalDevice: [{ manipulated: { display: 'Cannulated screws' } }],
  });
}
