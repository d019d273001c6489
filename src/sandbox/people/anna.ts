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
import { htmlFile, pdfFile, textFile } from './documents.ts';
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
import { daily, dispense, drugs, medication } from './medications.ts';
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
} from './observations.ts';
import {
  email,
  english,
  home,
  interpreterNeeded,
  maritalStatus,
  notHispanic,
  oldHome,
  person,
  phone,
  races,
  relatedPerson,
  sexExtension,
} from './person.ts';
import { hospital, payers, practitioners } from './practice.ts';
import type { Resource } from './resource.ts';

/** Anna Smith, 50: underactive thyroid, a benign breast biopsy with a marker left in place, depression treated and gone. */
export function anna(): readonly Resource[] {
  const chart = person({
    id: '428946523',
    names: [
      { use: 'official', family: 'SMITH', given: ['ANNA'], period: period('2001-06-16') },
      {
        use: 'maiden',
        family: 'ARDEN',
        given: ['ANNA'],
        period: period('1976-09-02', '2001-06-16'),
      },
      { use: 'usual', given: ['ANNIE'] },
    ],
    gender: 'female',
    birthDate: '1976-09-02',
    birthSex: 'F',
    race: [races.white],
    ethnicity: notHispanic,
    extensions: [sexExtension('248152002'), interpreterNeeded('373067005', 'No')],
    telecom: [
      phone('(621) 555-0113', 'mobile'),
      phone('(621) 654-6545'),
      email('anna.smith@example.invalid'),
    ],
    address: [
      home('12 MADE UP LANE APT 4', '2026-06-01'),
      oldHome('870 FORMER ROAD', '2009-08-01', '2026-05-31', 'SAMPLEVILLE', '85002'),
    ],
    languages: [english],
    more: { maritalStatus: maritalStatus('M', 'Married') },
  });
  const seen = {
    latest: visit(
      chart,
      '2026-11-12T14:20',
      concept('Office visit', coding(systems.snomed, '390906007', 'Follow-up encounter')),
      {
        id: '90412340',
        end: '2026-11-12T14:50',
        reason: 'Thyroid and sleep',
      },
    ),
    physical: visit(
      chart,
      '2026-03-18T09:00',
      concept('Annual physical', coding(systems.snomed, '185349003', 'Encounter for check up')),
      {
        end: '2026-03-18T09:50',
        reason: 'Annual physical, cervical screening',
      },
    ),
    biopsy: visit(
      chart,
      '2025-04-24T08:00',
      concept('Outpatient procedure', coding(systems.snomed, '371883000', 'Outpatient procedure')),
      {
        end: '2025-04-24T10:30',
        by: practitioners.radiologist,
        reason: 'Breast biopsy',
        disposition: ['home', 'Home'],
      },
    ),
    mood: visit(
      chart,
      '2023-10-10T10:00',
      concept('Office visit', coding(systems.snomed, '185347001', 'Encounter for problem')),
      {
        end: '2023-10-10T10:40',
        reason: 'Low mood, poor sleep',
      },
    ),
    moodLater: visit(
      chart,
      '2024-05-14T11:00',
      concept('Video visit', coding(systems.snomed, '448337001', 'Telemedicine consultation with patient')),
      {
        class: ['VR', 'virtual'],
        end: '2024-05-14T11:20',
        reason: 'Depression follow-up',
      },
    ),
  };
  allergy(chart, sct('716186003', 'No known allergy', 'No known allergies'), {
    recorded: '2026-03-18T09:05',
    note: 'Asked at the annual physical.',
  });
  problems(chart, seen);
  medicines(chart, seen);
  values(chart, seen);
  breast(chart, seen);
  rest(chart, seen);
  provenance(chart);
  return chart.all();
}

type Seen = Readonly<Record<'latest' | 'physical' | 'biopsy' | 'mood' | 'moodLater', Resource>>;

function problems(chart: Chart, seen: Seen): void {
  condition(
    chart,
    'PL',
    also(
      sct('21983002', 'Hashimoto thyroiditis', 'Hypothyroidism, Hashimoto'),
      icd10('E06.3', 'Autoimmune thyroiditis'),
    ),
    {
      onset: '2018-05',
      recorded: '2018-06-04T10:00',
    },
  );
  condition(
    chart,
    'PL',
    also(
      sct('370143000', 'Major depressive disorder'),
      icd10('F32.5', 'Major depressive disorder, single episode, in full remission'),
    ),
    {
      status: 'remission',
      onset: '2023-08',
      abatement: '2024-09-30',
      recorded: '2023-10-10T10:40',
      encounter: seen.mood,
      severity: sct('6736007', 'Moderate'),
    },
  );
  condition(
    chart,
    'PL',
    also(
      sct('254845004', 'Fibroadenoma of breast', 'Fibroadenoma, left breast'),
      icd10('D24.2', 'Benign neoplasm of left breast'),
    ),
    {
      onset: '2025-04-17',
      recorded: '2025-04-30T12:00',
      note: 'Benign on core biopsy. Marker in place.',
      more: { bodySite: [sct('80248007', 'Left breast structure', 'Left breast')] },
    },
  );
  condition(chart, 'PL', also(sct('35240004', 'Iron deficiency'), icd10('E61.1', 'Iron deficiency')), {
    status: 'resolved',
    onset: '2024-02',
    abatement: '2025-03-10',
    recorded: '2024-02-20T09:00',
  });
  condition(
    chart,
    'PL',
    concept('Breast cancer', coding(systems.snomed, '254837009', 'Malignant neoplasm of breast')),
    {
      status: 'none',
      verification: 'refuted',
      recorded: '2025-04-30T12:05',
      note: 'Suspected on mammogram of 17 Apr 2025; ruled out by biopsy.',
    },
  );
  condition(chart, 'HC', concept('Worried about husband’s kidney disease and about money'), {
    onset: '2026-08',
    recorded: '2026-11-12T14:45',
    encounter: seen.latest,
  });
  condition(chart, 'ED', also(sct('193462001', 'Insomnia'), icd10('G47.00', 'Insomnia, unspecified')), {
    recorded: '2026-11-12T14:45',
    encounter: seen.latest,
  });
}

function medicines(chart: Chart, seen: Seen): void {
  const levothyroxine = medication(
    chart,
    drugs.levothyroxine75,
    '1 tablet by mouth every morning on an empty stomach',
    {
      authored: '2026-03-18T09:40',
      dose: ['1', 'tablet'],
      route: 'mouth',
      timing: daily,
      encounter: seen.physical,
      reason: also(concept('Hypothyroidism'), icd10('E06.3', 'Autoimmune thyroiditis')),
      quantity: ['90', 'tablet'],
      refills: 3,
      days: 90,
    },
  );
  dispense(chart, levothyroxine, '2026-09-21T10:15', ['90', 'tablet']);
  dispense(chart, levothyroxine, '2026-06-20T09:50', ['90', 'tablet']);
  medication(chart, concept('Levothyroxine 50 mcg tablet'), '1 tablet by mouth every morning', {
    status: 'completed',
    authored: '2018-06-04T10:00',
    route: 'mouth',
    timing: daily,
  });
  medication(chart, drugs.sertraline50, '1 tablet by mouth once daily', {
    status: 'completed',
    authored: '2023-10-10T10:35',
    dose: ['1', 'tablet'],
    route: 'mouth',
    timing: daily,
    encounter: seen.mood,
    quantity: ['90', 'tablet'],
    refills: 3,
    note: 'Taken for a year, tapered in autumn 2024.',
  });
  medication(chart, drugs.ferrousSulfate, '1 tablet by mouth every other day', {
    status: 'completed',
    authored: '2024-02-20T09:00',
    dose: ['1', 'tablet'],
    route: 'mouth',
  });
  medication(chart, concept('Melatonin 3 mg (store brand)'), 'At bedtime when needed', {
    authored: '2026-11-12T14:30',
    reported: true,
    by: chart.patient,
    asNeeded: concept('trouble falling asleep'),
  });
}

function values(chart: Chart, seen: Seen): void {
  const female = {
    erythrocytes: '4.00-5.20',
    hemoglobin: '12.0-15.5',
    hematocrit: '36.0-46.0',
    creatinine: '0.6-1.1',
    ferritin: '15-150',
    hdl: '>=50',
  };
  const tsh = [
    ['2026-11-09T08:10', '3.12', '1.21'],
    ['2026-03-11T08:05', '5.68', '1.02'],
    ['2025-03-10T08:20', '2.40', '1.30'],
    ['2024-02-16T08:15', '2.85', '1.24'],
    ['2023-10-10T10:50', '3.90', '1.10'],
    ['2022-09-08T08:00', '1.95', '1.33'],
  ] as const;
  for (const [when, thyrotropin, thyroxine] of tsh) {
    const serum = specimen(chart, 'serum', when);
    labReport(
      chart,
      loinc('3016-3', 'Thyrotropin [Units/volume] in Serum or Plasma', 'Thyroid tests'),
      when,
      [
        lab(chart, 'tsh', when, thyrotropin, { specimen: serum }),
        lab(chart, 'freeT4', when, thyroxine, { specimen: serum }),
      ],
    );
  }
  lab(chart, 'tpo', '2018-05-28T08:30', '412');
  for (const [when, ferritin, cells] of [
    ['2026-03-11T08:05', '48', ['6.1', '4.52', '13.4', '40.2', '88.9', '29.6', '33.3', '13.2', '268']],
    ['2025-03-10T08:20', '52', ['5.9', '4.49', '13.2', '39.8', '88.6', '29.4', '33.2', '13.5', '272']],
    ['2024-02-16T08:15', '9', ['6.4', '4.21', '11.4', '35.1', '83.4', '27.1', '32.5', '15.8', '331']],
  ] as const) {
    lab(chart, 'ferritin', when, ferritin, { range: female.ferritin });
    const [leukocytes, erythrocytes, hemoglobin, hematocrit, mcv, mch, mchc, rdw, platelets] = cells;
    panel(
      chart,
      'cbc',
      when,
      { leukocytes, erythrocytes, hemoglobin, hematocrit, mcv, mch, mchc, rdw, platelets },
      { ranges: female },
    );
  }
  for (const [when, cholesterol, triglycerides, hdl, ldl] of [
    ['2026-03-11T08:05', '209', '112', '61', '126'],
    ['2024-02-16T08:15', '201', '104', '63', '117'],
    ['2022-09-08T08:00', '194', '98', '64', '110'],
  ] as const)
    panel(chart, 'lipid', when, { cholesterol, triglycerides, hdl, ldl }, { ranges: female });
  for (const [when, sodium, potassium, creatinine, egfr, glucose] of [
    ['2026-03-11T08:05', '139', '4.1', '0.8', '72', '92'],
    ['2024-02-16T08:15', '140', '4.3', '0.7', '>60', '90'],
  ] as const)
    panel(chart, 'bmp', when, { sodium, potassium, creatinine, egfr, glucose }, { ranges: female });
  lab(chart, 'hepatitisC', '2022-09-08T08:00', 'Nonreactive');
  for (const [when, bp, pulse, weight, bmi] of [
    ['2026-11-12T14:22', '118/74', '68', '142.0', '23.6'],
    ['2026-03-18T09:04', '116/72', '66', '140.4', '23.4'],
    ['2025-03-12T09:10', '114/72', '70', '138.8', '23.1'],
    ['2023-10-10T10:05', '120/78', '82', '131.2', '21.8'],
  ] as const)
    vitals(chart, when, {
      bp,
      pulse,
      weight: [weight, 'lb'],
      height: ['65.0', 'in'],
      bmi,
      temperature: ['98.2', '°F'],
      oxygen: '99',
      breaths: '14',
    });
  phq9(chart, '2023-10-10T10:15', [2, 2, 3, 2, 1, 2, 2, 0, 0], seen.mood);
  phq9(chart, '2024-05-14T11:05', [1, 0, 1, 1, 0, 1, 0, 0, 0], seen.moodLater);
  phq9(chart, '2026-03-18T09:08', [0, 0, 1, 0, 0, 0, 0, 0, 0], seen.physical);
}

const phq9Items = [
  ['44250-9', 'Little interest or pleasure in doing things'],
  ['44255-8', 'Feeling down, depressed, or hopeless'],
  ['44259-0', 'Trouble falling or staying asleep, or sleeping too much'],
  ['44254-1', 'Feeling tired or having little energy'],
  ['44251-7', 'Poor appetite or overeating'],
  [
    '44258-2',
    'Feeling bad about yourself - or that you are a failure or have let yourself or your family down',
  ],
  ['44252-5', 'Trouble concentrating on things, such as reading the newspaper or watching television'],
  ['44253-3', 'Moving or speaking so slowly that other people could have noticed'],
  ['44260-8', 'Thoughts that you would be better off dead, or of hurting yourself in some way'],
] as const;
const phqAnswers = [
  ['LA6568-5', 'Not at all'],
  ['LA6569-3', 'Several days'],
  ['LA6570-1', 'More than half the days'],
  ['LA6571-9', 'Nearly every day'],
] as const;

function phq9(chart: Chart, when: string, answers: readonly number[], encounter: Resource): void {
  const about = { performer: [chart.patient], encounter: refer(encounter) };
  const items = phq9Items.map(([code, text], index) => {
    const [answer, words] = phqAnswers[answers[index] ?? 0] ?? phqAnswers[0];
    return observation(
      chart,
      'survey',
      loinc(code, text),
      when,
      { valueCodeableConcept: concept(words, coding(systems.loinc, answer, words)) },
      about,
    );
  });
  const total = answers.reduce((sum, each) => sum + each, 0);
  const score = observation(
    chart,
    'survey',
    loinc(
      '44261-6',
      'Patient Health Questionnaire 9 item (PHQ-9) total score [Reported]',
      'PHQ-9 total score',
    ),
    when,
    { valueQuantity: quantity(String(total), 'score') },
    {
      ...about,
      ...(total >= 10 && interpretation('H')),
      referenceRange: [{ high: quantity('4', 'score'), text: '0–4 none or minimal' }],
    },
  );
  observation(
    chart,
    'survey',
    loinc('44249-1', 'PHQ-9 quick depression assessment panel', 'PHQ-9 depression screening'),
    when,
    {},
    {
      ...about,
      hasMember: [...items, score].map((each) => refer(each)),
      derivedFrom: items.map((each) => refer(each)),
    },
  );
}

function breast(chart: Chart, seen: Seen): void {
  report(
    chart,
    'radiology',
    loinc('24606-6', 'MG Breast Screening', 'Screening mammogram'),
    '2025-04-17T10:00',
    {
      conclusion: 'BI-RADS 4: 14 mm oval mass, left breast, 2 o’clock. Biopsy advised.',
    },
  );
  report(
    chart,
    'radiology',
    loinc('24606-6', 'MG Breast Screening', 'Screening mammogram'),
    '2026-04-20T10:10',
    {
      conclusion: 'BI-RADS 2: benign. Marker clip in the stable left fibroadenoma. Next in one year.',
      attachments: [
        htmlFile(
          '<h1>Screening mammogram</h1><p><b>SMITH, ANNA</b>, born 1976-09-02, 20 Apr 2026</p><p>Scattered fibroglandular density. Stable 14 mm oval mass with clip, left breast, 2 o’clock.</p><p><strong>BI-RADS 2, benign.</strong> Next screening in 12 months.</p><p>Leon Shadow, MD</p>',
          'Screening mammogram, 20 Apr 2026',
        ),
      ],
    },
  );
  procedure(
    chart,
    sct('44578009', 'Core needle biopsy of breast', 'Core needle biopsy, left breast, with marker clip'),
    '2025-04-24T09:10',
    {
      encounter: refer(seen.biopsy),
      performer: [{ actor: practitioners.radiologist, onBehalfOf: refer(hospital, hospital.name) }],
      bodySite: [sct('80248007', 'Left breast structure', 'Left breast')],
      reasonCode: [concept('Mass on mammogram')],
    },
  );
  report(
    chart,
    'pathology',
    loinc('11526-1', 'Pathology study', 'Pathology, breast core biopsy'),
    '2025-04-29T15:00',
    {
      conclusion: 'Left breast, 2 o’clock, core biopsy: fibroadenoma. No atypia, no malignancy.',
      attachments: [
        pdfFile('Pathology report', [
          'SAMPLEVILLE GENERAL HOSPITAL - PATHOLOGY (made-up record)',
          '',
          'Patient: SMITH, ANNA   Born: 1976-09-02   Specimen: left breast core biopsy, 24 Apr 2025',
          'Microscopy: proliferation of stroma and ducts, well circumscribed. No atypia.',
          'Diagnosis: FIBROADENOMA.',
        ]),
      ],
    },
  );
  const human = '(01)09999999999994(11)240610(17)290609(10)MC2406(21)000417';
  chart.add('Device', {
    udiCarrier: [
      {
        deviceIdentifier: '09999999999994',
        issuer: 'http://hl7.org/fhir/NamingSystem/gs1-di',
        jurisdiction: 'http://hl7.org/fhir/NamingSystem/fda-udi',
        carrierHRF: human,
        carrierAIDC: base64(human.replaceAll(/[()]/g, '')),
        entryType: 'barcode',
      },
    ],
    status: 'active',
    distinctIdentifier: 'MADEUP-CLIP-417',
    manufacturer: 'Made Up Devices Inc.',
    manufactureDate: '2024-06-10',
    expirationDate: '2029-06-09',
    lotNumber: 'MC2406',
    serialNumber: '000417',
    deviceName: [{ name: 'Ribbon marker clip', type: 'user-friendly-name' }],
    modelNumber: 'RC-2',
    type: concept('Breast biopsy marker clip'),
    patient: chart.patient,
    note: [annotation('Left breast, 2 o’clock, placed 24 Apr 2025.')],
    safety: [concept('MR conditional')],
  });
  note(
    chart,
    noteTypes.procedure,
    '2025-04-24T10:00',
    [
      textFile(
        'Ultrasound-guided core biopsy, left breast, 2 o’clock, four cores. Ribbon clip placed. No complication.',
      ),
    ],
    {
      encounter: seen.biopsy,
      author: practitioners.radiologist,
      more: { description: 'Ultrasound-guided core biopsy, left breast' },
    },
  );
}

function rest(chart: Chart, seen: Seen): void {
  procedure(
    chart,
    sct('439958008', 'Sampling of cervix for Papanicolaou smear', 'Cervical screening'),
    '2026-03-18T09:30',
    { encounter: refer(seen.physical) },
  );
  procedure(chart, sct('73761001', 'Colonoscopy'), '2022-10-03', {
    performer: [{ actor: practitioners.hospitalist }],
  });
  procedure(chart, sct('11466000', 'Cesarean section'), '2012-05-30', {
    note: [annotation('Breech; son Alex.')],
  });
  for (const [vaccine, when, lot] of [
    [['140', 'Influenza, seasonal, injectable, preservative free'], '2026-11-12T14:45', 'MU26A71'],
    [['140', 'Influenza, seasonal, injectable, preservative free'], '2025-10-20T09:00', 'MU25B10'],
    [['150', 'Influenza, injectable, quadrivalent, preservative free'], '2023-10-10T10:38', 'MU23C40'],
    [['115', 'Tdap'], '2022-09-08T08:30', 'MUT22'],
    [['187', 'Zoster recombinant'], '2026-11-12T14:47', 'MUZ26'],
  ] as const)
    immunization(chart, vaccine, when, { lot, dose: '0.5', site: ['LA', 'Left arm'] });
  immunization(chart, ['208', 'COVID-19, mRNA, LNP-S, PF, 30 mcg/0.3 mL dose'], '2021-04-16', {
    reported: true,
  });
  immunization(chart, ['208', 'COVID-19, mRNA, LNP-S, PF, 30 mcg/0.3 mL dose'], '2021-05-07', {
    reported: true,
  });
  smoking(chart, '2026-03-18', sct('266919005', 'Never smoked tobacco', 'Never smoker'));
  const social = (code: string, name: string, text: string, value: object) =>
    observation(chart, 'social-history', loinc(code, name, text), '2026-03-18', value, {
      performer: [practitioners.nurse],
    });
  social('11341-5', 'History of Occupation', 'Occupation', {
    valueCodeableConcept: concept('School librarian'),
  });
  social('76690-7', 'Sexual orientation', 'Sexual orientation', {
    valueCodeableConcept: concept('Straight', coding(systems.snomed, '20430005', 'Heterosexual')),
  });
  social('82810-3', 'Pregnancy status', 'Pregnancy status', {
    valueCodeableConcept: sct('60001007', 'Not pregnant'),
  });
  social('86645-9', 'Pregnancy intention in the next year - Reported', 'Pregnancy intention', {
    valueCodeableConcept: concept(
      'No desire to become pregnant',
      coding(systems.snomed, '454391000124108', 'No desire to become pregnant'),
    ),
  });
  const husband = relatedPerson(chart, 'SMITH', 'DAVID', hl7Code('v3-RoleCode', 'HUSB', 'husband'), {
    telecom: [phone('(621) 555-0112', 'mobile')],
  });
  assessAndPlan(
    chart,
    '<h3>Assessment and plan, 12 Nov 2026</h3><ol><li><b>Hypothyroidism</b>: TSH 3.12 on 75 mcg, good. Again in a year.</li><li><b>Insomnia</b> since August: sleep hours, no screens, melatonin is fine. PHQ-2 negative.</li><li><b>Breast</b>: clip stable, mammogram April 2027.</li></ol>',
    '2026-11-12T14:50',
    { encounter: refer(seen.latest) },
  );
  goal(chart, concept('Sleep seven hours on most nights'), {
    start: '2026-11-12',
    target: { detailString: 'five nights a week', dueDate: '2027-01-31' },
  });
  careTeam(chart, 'Anna Smith: primary care', [
    [sct('453231000124104', 'Primary care provider'), practitioners.testing],
    [concept('Spouse'), refer(husband, 'SMITH, DAVID')],
  ]);
  order(chart, loinc('24606-6', 'MG Breast Screening', 'Screening mammogram'), '2026-11-12T14:48', {
    category: [orderCategories.imaging],
    occurrenceDateTime: '2027-04',
  });
  coverage(chart, {
    payer: payers.commercial,
    memberId: 'MUM000428946-02',
    type: ['512', 'Commercial Managed Care - PPO'],
    relationship: ['spouse', 'Spouse'],
    group: ['MU-4471', 'Parcel Workers'],
    plan: ['PPO-2', 'Made Up PPO Silver'],
    start: '2024-01-01',
    more: { subscriber: refer(husband, 'SMITH, DAVID'), subscriberId: 'MUM000428946' },
  });
  for (const [type, when, text, encounter] of [
    [
      'progress',
      '2026-11-12T15:00',
      'Sleeping badly since August: husband’s kidneys, lost lease. No low mood most days. TSH 3.12. Sleep advice, melatonin as needed. Influenza and first zoster vaccine.',
      seen.latest,
    ],
    [
      'progress',
      '2026-03-18T10:00',
      'Annual physical. TSH 5.68 on 50 mcg: levothyroxine 75 mcg. Cervical sample taken. PHQ-9 1.',
      seen.physical,
    ],
    [
      'telephone',
      '2024-09-30T09:30',
      'Stopped sertraline four weeks ago, doing well. Depression in remission.',
      undefined,
    ],
    [
      'progress',
      '2024-05-14T11:25',
      'Video visit. PHQ-9 4 (was 14). Continue sertraline to autumn.',
      seen.moodLater,
    ],
    [
      'progress',
      '2023-10-10T10:45',
      'Low mood and early waking since August. PHQ-9 14, item 9 zero. TSH normal. Sertraline 50 mg, counselling offered.',
      seen.mood,
    ],
  ] as const)
    note(chart, noteTypes[type], when, [textFile(text)], encounter === undefined ? {} : { encounter });
  observation(
    chart,
    'exam',
    loinc('32422-8', 'Physical findings of Breast', 'Breast examination'),
    '2026-03-18T09:25',
    {
      valueString: 'Mobile 1.5 cm lump, left, 2 o’clock, unchanged. No nodes.',
    },
  );
  labReport(
    chart,
    loinc('10524-7', 'Microscopic observation [Identifier] in Cervix by Cyto stain', 'Cervical cytology'),
    '2026-03-18T09:30',
    [
      observation(
        chart,
        'laboratory',
        loinc('10524-7', 'Microscopic observation [Identifier] in Cervix by Cyto stain', 'Cervical cytology'),
        '2026-03-18T09:30',
        { valueString: 'Negative for intraepithelial lesion or malignancy. Endocervical cells present.' },
        { issued: '2026-03-24T11:00:00-07:00', bodySite: concept('Cervix') },
      ),
    ],
    {
      issued: '2026-03-24T11:00:00-07:00',
      category: [hl7Concept('v2-0074', 'LAB', 'Laboratory'), hl7Concept('v2-0074', 'CP', 'Cytopathology')],
    },
  );
}
