import {
  also,
  annotation,
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
  orderCategories,
  procedure,
} from './history.ts';
import { administration, drugs, medication, twiceDaily } from './medications.ts';
import { note, noteTypes, report } from './notes.ts';
import {
  interpretation,
  lab,
  labReport,
  observation,
  panel,
  smoking,
  vitals,
  type Vitals,
} from './observations.ts';
import { english, home, notHispanic, oldHome, person, phone, races, relatedPerson } from './person.ts';
import { locations, payers, practitioners } from './practice.ts';
import type { Resource } from './resource.ts';

/** Alex Smith, 14, David and Anna's son: asthma, peanut anaphylaxis, attention deficit, growth from birth. */
export function alex(): readonly Resource[] {
  const chart = person({
    id: '429119572',
    names: [{ use: 'official', family: 'SMITH', given: ['ALEX'] }],
    gender: 'male',
    birthDate: '2012-05-30',
    birthSex: 'M',
    race: [races.white],
    ethnicity: notHispanic,
    telecom: [phone('(621) 654-6545')],
    address: [
      home('12 MADE UP LANE APT 4', '2026-06-01'),
      oldHome('870 FORMER ROAD', '2012-05-30', '2026-05-31', 'SAMPLEVILLE', '85002'),
    ],
    languages: [english],
    more: {
      multipleBirthBoolean: false,
      contact: [
        {
          relationship: [
            hl7Concept('v2-0131', 'N', 'Next-of-Kin'),
            hl7Concept('v3-RoleCode', 'MTH', 'mother'),
          ],
          name: { family: 'SMITH', given: ['ANNA'] },
          telecom: [phone('(621) 555-0113', 'mobile')],
        },
      ],
      generalPractitioner: [practitioners.pediatrician],
    },
  });
  const by = practitioners.pediatrician;
  const child = concept('Well child visit', coding(systems.snomed, '410620009', 'Well child visit'));
  const seen = {
    asthma: visit(
      chart,
      '2026-10-19T15:30',
      concept('Office visit', coding(systems.snomed, '394701000', 'Asthma follow-up')),
      {
        id: '90412388',
        end: '2026-10-19T16:00',
        by,
        reason: 'Asthma follow-up, cough at night',
      },
    ),
    physical: visit(chart, '2026-08-05T10:00', child, {
      end: '2026-08-05T10:45',
      by,
      reason: 'Well child visit, sports form',
    }),
    last: visit(chart, '2025-08-04T10:00', child, {
      end: '2025-08-04T10:40',
      by,
      reason: 'Well child visit',
    }),
    emergency: visit(
      chart,
      '2016-04-09T18:20',
      concept('Emergency department visit', coding(systems.snomed, '50849002', 'Emergency room admission')),
      {
        class: ['EMER', 'emergency'],
        end: '2016-04-09T23:40',
        by: practitioners.hospitalist,
        location: locations.emergency,
        reason: 'Hives and wheeze after a peanut cookie',
        disposition: ['home', 'Home'],
      },
    ),
  };
  for (const day of ['2024-07-29', '2023-07-31', '2022-08-01', '2021-07-26'])
    visit(chart, `${day}T10:00`, child, { end: `${day}T10:35`, by, reason: 'Well child visit' });
  allergies(chart, seen);
  problems(chart, seen);
  medicines(chart, seen);
  growth(chart, seen);
  examinations(chart, seen);
  vaccines(chart);
  rest(chart, seen);
  provenance(chart);
  return chart.all();
}

type Seen = Readonly<Record<'asthma' | 'physical' | 'last' | 'emergency', Resource>>;

function allergies(chart: Chart, seen: Seen): void {
  allergy(chart, sct('762952008', 'Peanut (substance)', 'Peanuts'), {
    type: 'allergy',
    category: 'food',
    criticality: 'high',
    onset: '2016-04-09',
    recorded: '2016-04-11T09:00',
    reactions: [
      [
        [
          sct('39579001', 'Anaphylaxis', 'anaphylaxis'),
          sct('247472004', 'Hives', 'hives'),
          sct('56018004', 'Wheezing', 'wheezing'),
        ],
        'severe',
        {
          onset: '2016-04-09T18:00:00-07:00',
          exposureRoute: sct('26643006', 'Oral route'),
          note: [annotation('Half a cookie. Epinephrine given twice.')],
        },
      ],
    ],
    note: 'Carries two auto-injectors. School has a plan.',
    more: { encounter: refer(seen.emergency), lastOccurrence: '2016-04-09' },
  });
  allergy(chart, sct('227493005', 'Cashew nut', 'Cashews'), {
    type: 'allergy',
    category: 'food',
    criticality: 'high',
    verification: 'unconfirmed',
    recorded: '2016-05-20T10:00',
    note: 'Positive skin test; has never eaten one. Avoids all tree nuts.',
  });
  allergy(chart, sct('264287008', 'Animal dander (substance)', 'Cat dander'), {
    type: 'allergy',
    category: 'environment',
    criticality: 'low',
    recorded: '2018-03-12T16:00',
    reactions: [[concept('sneezing and itchy eyes'), 'mild']],
  });
  allergy(chart, sct('102263004', 'Eggs (edible) (substance)', 'Egg'), {
    status: 'resolved',
    type: 'allergy',
    category: 'food',
    criticality: 'low',
    onset: '2013-06',
    recorded: '2013-07-02T09:00',
    reactions: [[sct('247472004', 'Hives', 'hives around the mouth'), 'mild']],
    note: 'Eats eggs without trouble since 2017.',
  });
}

function problems(chart: Chart, seen: Seen): void {
  condition(
    chart,
    'PL',
    also(
      sct('426979002', 'Mild persistent asthma'),
      icd10('J45.30', 'Mild persistent asthma, uncomplicated'),
    ),
    {
      onset: '2017-11',
      recorded: '2018-03-12T16:00',
    },
  );
  condition(
    chart,
    'PL',
    also(sct('91935009', 'Allergy to peanut', 'Peanut allergy'), icd10('Z91.010', 'Allergy to peanuts')),
    {
      onset: '2016-04-09',
      recorded: '2016-04-11T09:00',
    },
  );
  condition(
    chart,
    'PL',
    also(
      sct('406506008', 'Attention deficit hyperactivity disorder', 'Attention deficit disorder'),
      icd10('F90.0', 'Attention-deficit hyperactivity disorder, predominantly inattentive type'),
    ),
    {
      onset: '2021',
      recorded: '2021-10-04T15:00',
    },
  );
  condition(
    chart,
    'PL',
    also(sct('24079001', 'Atopic dermatitis', 'Eczema'), icd10('L20.9', 'Atopic dermatitis, unspecified')),
    {
      status: 'resolved',
      onset: '2012-11',
      abatement: '2019',
      recorded: '2012-12-04T10:00',
    },
  );
  condition(
    chart,
    'PL',
    also(sct('3110003', 'Acute otitis media'), icd10('H66.90', 'Otitis media, unspecified')),
    {
      status: 'resolved',
      onset: '2014-01-15',
      abatement: '2014-01-29',
      recorded: '2014-01-15T11:00',
    },
  );
  condition(
    chart,
    'ED',
    also(
      sct('426979002', 'Mild persistent asthma'),
      icd10('J45.31', 'Mild persistent asthma with (acute) exacerbation'),
    ),
    {
      recorded: '2026-10-19T15:58',
      encounter: seen.asthma,
    },
  );
  condition(chart, 'HC', concept('Moved in June; new school bus, earlier mornings'), {
    recorded: '2026-08-05T10:40',
    encounter: seen.physical,
  });
}

function medicines(chart: Chart, seen: Seen): void {
  const by = practitioners.pediatrician;
  const asthma = also(concept('Asthma'), icd10('J45.30', 'Mild persistent asthma, uncomplicated'));
  medication(chart, drugs.fluticasone44, '2 puffs inhaled twice daily with spacer; rinse mouth after use', {
    by,
    authored: '2026-10-19T15:55',
    dose: ['2', 'puff'],
    route: 'inhaled',
    timing: twiceDaily,
    reason: asthma,
    encounter: seen.asthma,
    quantity: ['1', 'inhaler'],
    refills: 5,
    note: 'Raised from 1 puff.',
  });
  medication(chart, drugs.fluticasone44, '1 puff inhaled twice daily with spacer', {
    by,
    status: 'stopped',
    authored: '2025-08-04T10:30',
    dose: ['1', 'puff'],
    route: 'inhaled',
    timing: twiceDaily,
    reason: asthma,
    statusReason: concept('Dose changed'),
  });
  medication(
    chart,
    drugs.albuterol,
    '2 puffs inhaled every 4 hours as needed for wheeze, and 15 minutes before sport',
    {
      by,
      authored: '2026-08-05T10:40',
      dose: ['2', 'puff'],
      route: 'inhaled',
      asNeeded: concept('wheeze, cough, or before sport'),
      reason: asthma,
      quantity: ['2', 'inhaler'],
      refills: 2,
      note: 'One for school.',
    },
  );
  medication(
    chart,
    drugs.epinephrine03,
    'Inject into the outer thigh at the first sign of anaphylaxis; call 911; repeat after 5 to 15 minutes if needed',
    {
      by,
      authored: '2026-08-05T10:41',
      dose: ['0.3', 'mg'],
      route: 'intramuscular',
      asNeeded: concept('anaphylaxis'),
      quantity: ['4', 'auto-injector'],
      refills: 1,
    },
  );
  medication(chart, drugs.cetirizine10, '1 tablet by mouth once daily as needed for hay fever', {
    by: refer('Patient/429119572'),
    reported: true,
    authored: '2026-08-05T10:10',
    dose: ['1', 'tablet'],
    route: 'mouth',
    asNeeded: true,
  });
  medication(chart, concept('Methylphenidate ER 18 mg tablet'), '1 tablet by mouth every school morning', {
    by,
    status: 'on-hold',
    authored: '2025-09-08T16:00',
    dose: ['18', 'mg'],
    route: 'mouth',
    statusReason: concept('Appetite; pause over the summer, decide at the October visit'),
  });
  medication(
    chart,
    concept('Amoxicillin 400 mg/5 mL oral suspension'),
    '6 mL by mouth twice daily for 10 days',
    {
      by,
      status: 'completed',
      authored: '2014-01-15T11:10',
      dose: ['480', 'mg'],
      route: 'mouth',
    },
  );
  const given = { context: refer(seen.emergency), performer: [{ actor: practitioners.hospitalist }] };
  administration(
    chart,
    concept('Epinephrine 0.15 mg, auto-injector'),
    '2016-04-09T18:24',
    ['0.15', 'mg'],
    'intramuscular',
    given,
  );
  administration(
    chart,
    concept('Epinephrine 0.15 mg'),
    '2016-04-09T18:39',
    ['0.15', 'mg'],
    'intramuscular',
    given,
  );
}

/** Length, weight and head to two years (WHO percentiles), height, weight and BMI after (CDC). */
const infancy = [
  ['2012-06-04', '51.3', '3.80', '35.2', '59'],
  ['2012-07-31', '59.3', '5.99', '39.5', '61'],
  ['2012-10-02', '64.5', '7.48', '41.9', '56'],
  ['2012-12-04', '68.5', '8.62', '43.7', '59'],
  ['2013-06-03', '76.5', '10.43', '46.3', '56'],
  ['2013-12-02', '83.0', '11.80', '47.6', '56'],
] as const;
const childhood = [
  ['2014-06-10', '87.6', '13.7', '17.9', '82'],
  ['2015-06-08', '96.0', '15.4', '16.7', '71'],
  ['2016-06-06', '103.3', '17.4', '16.3', '71'],
  ['2017-07-11', '110.7', '20.3', '16.6', '81'],
  ['2018-07-16', '117.4', '22.8', '16.5', '77'],
  ['2019-07-22', '124.0', '25.5', '16.6', '74'],
  ['2020-08-03', '130.4', '28.5', '16.8', '70'],
  ['2021-07-26', '136.3', '31.8', '17.1', '67'],
  ['2022-08-01', '141.7', '35.9', '17.9', '70'],
  ['2023-07-31', '147.0', '40.9', '18.9', '74'],
  ['2024-07-29', '153.0', '46.9', '20.0', '77'],
  ['2025-08-04', '160.4', '53.2', '20.7', '76'],
  ['2026-08-05', '167.8', '59.5', '21.1', '73'],
] as const;

function growth(chart: Chart, seen: Seen): void {
  for (const [day, length, weight, head, headPercentile] of infancy)
    vitals(chart, `${day}T10:05`, { height: [length, 'cm'], weight: [weight, 'kg'], head, headPercentile });
  for (const [day, height, weight, bmi, bmiPercentile] of childhood) {
    const latest = day === '2026-08-05';
    const values: Vitals = {
      height: [height, 'cm'],
      weight: [weight, 'kg'],
      bmi,
      bmiPercentile,
      ...(day >= '2020' && { bp: latest ? '112/66' : '104/62', pulse: latest ? '72' : '84' }),
    };
    vitals(chart, `${day}T10:05`, values, latest ? { encounter: refer(seen.physical) } : {});
  }
  vitals(
    chart,
    '2026-10-19T15:34',
    {
      bp: '114/68',
      pulse: '88',
      breaths: '20',
      oxygen: '96',
      temperature: ['37.0', '°C'],
      weight: ['60.2', 'kg'],
    },
    { encounter: refer(seen.asthma) },
  );
}

function examinations(chart: Chart, seen: Seen): void {
  const lung = (code: string, name: string, text: string, value: string, unit: string, more: object = {}) =>
    observation(
      chart,
      'procedure',
      loinc(code, name, text),
      '2026-10-19T15:45',
      { valueQuantity: quantity(value, unit) },
      { performer: [practitioners.nurse], ...more },
    );
  const values = [
    lung('20150-9', 'FEV1', 'FEV1', '2.61', 'L', {
      referenceRange: [{ text: 'predicted 3.19 L' }],
      ...interpretation('L'),
    }),
    lung('19868-9', 'Forced vital capacity [Volume] Respiratory system by Spirometry', 'FVC', '3.58', 'L', {
      referenceRange: [{ text: 'predicted 3.70 L' }],
    }),
    lung('19926-5', 'FEV1/FVC', 'FEV1/FVC', '73', '%', {
      referenceRange: [{ low: quantity('80', '%'), text: 'above 80 %' }],
      ...interpretation('L'),
    }),
  ];
  report(chart, 'cardiology', sct('127783003', 'Spirometry'), '2026-10-19T15:45', {
    results: values,
    conclusion: 'Mild obstruction; FEV1 improves 14 % after albuterol.',
    encounter: seen.asthma,
    more: { category: [concept('Pulmonary function')] },
  });
  observation(
    chart,
    'survey',
    loinc('82668-5', 'Total score ACT', 'Asthma control test, total'),
    '2026-10-19T15:35',
    { valueQuantity: quantity('17', 'score') },
    {
      ...interpretation('L'),
      referenceRange: [{ low: quantity('20', 'score'), text: '20 or more: well controlled' }],
    },
  );
  panel(
    chart,
    'lipid',
    '2023-07-31T10:20',
    { cholesterol: '158', triglycerides: '82', hdl: '52', ldl: '90' },
    { ranges: { cholesterol: '<170', triglycerides: '<90', ldl: '<110', hdl: '>=45' } },
  );
  panel(
    chart,
    'cbc',
    '2026-08-05T10:30',
    { leukocytes: '6.8', hemoglobin: '14.1', hematocrit: '41.9', mcv: '84.2', platelets: '284' },
    { ranges: { hemoglobin: '12.5-16.1', hematocrit: '36.0-47.0', mcv: '78.0-98.0' } },
  );
  const ige = observation(
    chart,
    'laboratory',
    loinc('6206-7', 'Peanut IgE Ab [Units/volume] in Serum', 'Peanut IgE'),
    '2024-07-29T10:25',
    { valueQuantity: quantity('>100', 'kU/L') },
    {
      ...interpretation('HH'),
      referenceRange: [{ high: quantity('0.10', 'kU/L'), text: 'below 0.10 kU/L' }],
    },
  );
  const cashew = observation(
    chart,
    'laboratory',
    loinc('6718-1', 'Cashew nut IgE Ab [Units/volume] in Serum', 'Cashew IgE'),
    '2024-07-29T10:25',
    { valueQuantity: quantity('3.40', 'kU/L') },
    { ...interpretation('H'), referenceRange: [{ high: quantity('0.10', 'kU/L'), text: 'below 0.10 kU/L' }] },
  );
  labReport(chart, concept('Food allergy IgE'), '2024-07-29T10:25', [ige, cashew]);
  lab(chart, 'lead', '2013-06-03T10:30', '<1.0');
  lab(chart, 'lead', '2014-06-10T10:30', '1.2');
}

function vaccines(chart: Chart): void {
  const given: readonly (readonly [code: string, name: string, ...days: string[]])[] = [
    ['08', 'Hep B, adolescent or pediatric', '2012-05-31', '2012-07-31', '2012-12-04'],
    ['20', 'DTaP', '2012-07-31', '2012-10-02', '2012-12-04', '2013-12-02', '2017-07-11'],
    ['10', 'IPV', '2012-07-31', '2012-10-02', '2012-12-04', '2017-07-11'],
    ['49', 'Hib (PRP-OMP)', '2012-07-31', '2012-10-02', '2013-06-03'],
    ['133', 'Pneumococcal conjugate PCV 13', '2012-07-31', '2012-10-02', '2012-12-04', '2013-06-03'],
    ['119', 'Rotavirus, monovalent', '2012-07-31', '2012-10-02'],
    ['03', 'MMR', '2013-06-03', '2017-07-11'],
    ['21', 'Varicella', '2013-06-03', '2017-07-11'],
    ['83', 'Hep A, ped/adol, 2 dose', '2013-06-03', '2013-12-02'],
    ['115', 'Tdap', '2023-07-31'],
    ['114', 'Meningococcal MCV4P', '2023-07-31'],
    ['165', 'HPV9', '2023-07-31', '2024-07-29'],
    [
      '150',
      'Influenza, injectable, quadrivalent, preservative free',
      '2021-10-04',
      '2022-10-12',
      '2023-10-18',
    ],
    ['140', 'Influenza, seasonal, injectable, preservative free', '2024-10-21', '2026-10-19'],
  ];
  for (const [code, name, ...days] of given)
    for (const [index, day] of days.entries())
      immunization(chart, [code, name], day, {
        more: {
          protocolApplied: [
            {
              doseNumberPositiveInt: index + 1,
              ...(days.length > 1 && { seriesDosesPositiveInt: days.length }),
            },
          ],
        },
      });
  immunization(chart, ['309', 'COVID-19, mRNA, LNP-S, PF, tris-sucrose, 30 mcg/0.3 mL'], '2025-08-04', {
    status: 'not-done',
    reason: hl7Concept('v3-ActReason', 'PATOBJ', 'patient objection'),
  });
}

function rest(chart: Chart, seen: Seen): void {
  const by = practitioners.pediatrician;
  const mother = relatedPerson(chart, 'SMITH', 'ANNA', hl7Code('v3-RoleCode', 'MTH', 'mother'), {
    telecom: [phone('(621) 555-0113', 'mobile')],
    gender: 'female',
    address: [home('12 MADE UP LANE APT 4', '2026-06-01')],
  });
  const father = relatedPerson(chart, 'SMITH', 'DAVID', hl7Code('v3-RoleCode', 'FTH', 'father'), {
    telecom: [phone('(621) 555-0112', 'mobile')],
    gender: 'male',
  });
  smoking(chart, '2026-08-05', sct('266919005', 'Never smoked tobacco', 'Never smoker'));
  procedure(chart, sct('127783003', 'Spirometry'), '2026-10-19T15:45', { encounter: refer(seen.asthma) });
  procedure(chart, concept('Skin prick test, nuts'), '2016-05-20', {
    outcome: concept('Peanut 9 mm, cashew 4 mm'),
  });
  assessAndPlan(
    chart,
    '<h3>Asthma action plan, 19 Oct 2026</h3><table><tr><th>Green</th><td>Fluticasone 2 puffs twice daily</td></tr><tr><th>Yellow</th><td>Cough at night, wheeze: albuterol 2 puffs every 4 hours for a day</td></tr><tr><th>Red</th><td>Hard to talk: 4 puffs, call 911</td></tr></table><p>Peanut: epinephrine first, then call.</p>',
    '2026-10-19T16:00',
    { author: by, encounter: refer(seen.asthma), title: 'Asthma action plan' },
  );
  goal(chart, concept('No asthma symptoms at night'), {
    start: '2026-10-19',
    target: {
      measure: loinc('82668-5', 'Total score ACT', 'Asthma control test, total'),
      detailQuantity: quantity('>=20', 'score'),
      dueDate: '2027-01-18',
    },
  });
  careTeam(chart, 'Alex Smith: asthma and allergy', [
    [sct('453231000124104', 'Primary care provider'), by],
    [concept('Mother'), refer(mother, 'SMITH, ANNA')],
    [concept('Father'), refer(father, 'SMITH, DAVID')],
    [concept('School nurse'), { display: 'School nurse, Sampleville Middle School' }],
  ]);
  order(
    chart,
    concept('Referral to allergist', coding(systems.snomed, '3457005', 'Patient referral')),
    '2026-10-19T15:59',
    {
      requester: by,
      category: [orderCategories.referral],
      reasonCode: [concept('Peanut allergy: oral immunotherapy?')],
    },
  );
  coverage(chart, {
    payer: payers.commercial,
    memberId: 'MUM000428946-03',
    type: ['512', 'Commercial Managed Care - PPO'],
    relationship: ['child', 'Child'],
    group: ['MU-4471', 'Parcel Workers'],
    plan: ['PPO-2', 'Made Up PPO Silver'],
    start: '2024-01-01',
    more: { subscriber: refer(father, 'SMITH, DAVID'), subscriberId: 'MUM000428946' },
  });
  note(
    chart,
    noteTypes.progress,
    '2026-10-19T16:05',
    [
      textFile(
        'Cough three nights a week since school started. Forgets the morning puffs. FEV1 82 % of predicted, better by 14 % after albuterol. Fluticasone 2 puffs twice daily, plan gone through with mother. Methylphenidate stays paused.\nTomas Kinder, MD',
      ),
    ],
    { encounter: seen.asthma, author: by },
  );
  note(
    chart,
    noteTypes.progress,
    '2026-08-05T10:50',
    [
      pdfFile('Sports participation form', [
        'TESTFHIRAPI FAMILY MEDICINE (made-up record)',
        'Preparticipation physical evaluation',
        '',
        'SMITH, ALEX   Born: 2012-05-30   Examined: 2026-08-05',
        'Height 167.8 cm  Weight 59.5 kg  BP 112/66  Pulse 72',
        'Heart: no murmur sitting or standing.  Lungs: clear.  Joints: full range.',
        '',
        'CLEARED for all sports, with albuterol before exercise and epinephrine at hand.',
        'Tomas Kinder, MD',
      ]),
      textFile(
        'Well child visit at 14. Growth along the 60th percentile. Cleared for sports with albuterol before exercise.',
        'Summary',
      ),
    ],
    { encounter: seen.physical, author: by },
  );
  note(
    chart,
    noteTypes.emergency,
    '2016-04-09T23:30',
    [
      textFile(
        'Anaphylaxis to peanut, age 3. Epinephrine twice, observed five hours, home with auto-injectors.\nPriya Ward, MD',
      ),
    ],
    { encounter: seen.emergency, author: practitioners.hospitalist },
  );
}
