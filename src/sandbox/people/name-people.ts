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
  procedure,
} from './history.ts';
import { daily, drugs, medication, twiceDaily } from './medications.ts';
import { note, noteTypes } from './notes.ts';
import { interpretation, lab, observation, panel, smoking, vitals } from './observations.ts';
import {
  english,
  genderIdentity,
  hispanic,
  home,
  interpreterNeeded,
  interpreterRequired,
  notHispanic,
  person,
  phone,
  pronouns,
  races,
  relatedPerson,
  sexExtension,
  spanish,
  tribe,
} from './person.ts';
import { payers, practitioners } from './practice.ts';
import type { Resource } from './resource.ts';

const office = concept('Office visit', coding(systems.snomed, '185347001', 'Encounter for problem'));

/** A name longer than any banner. */
export function maximiliana(): readonly Resource[] {
  const chart = person({
    id: '429200258',
    names: [
      {
        use: 'official',
        family: 'VON HOHENSTEIN-ROTHENBURG-WERTHEIMER AUF UND ZU ALTENSTEIG-NEUENBÜRG',
        given: ['MAXIMILIANA', 'PHILIPPINE', 'THEODORA-EUGENIE', 'CUNIGUNDE', 'ANASTASIA'],
        prefix: ['DR.', 'DR. H.C.', 'BARONESS'],
        suffix: ['MBA', 'PHD', 'III'],
      },
      { use: 'usual', text: 'MAXI' },
      { use: 'nickname', given: ['MAXI'] },
    ],
    gender: 'female',
    birthDate: '1959-10-31',
    birthSex: 'F',
    race: [races.white],
    ethnicity: notHispanic,
    telecom: [phone('(480) 555-0211')],
    address: [
      home(
        'THE VERY LONG NAMED HOUSE ON THE HILL BEHIND THE OLD OBSERVATORY, APARTMENT 1234-B',
        '2017-05-01',
      ),
    ],
    languages: [english, ['de', 'German']],
  });
  const seen = visit(chart, '2026-09-30T10:00', office, { id: '90412658', reason: 'Shoulder pain' });
  allergy(
    chart,
    concept(
      'Polyethylene glycol 3350 / sodium sulfate / sodium bicarbonate / sodium chloride / potassium chloride oral solution',
    ),
    {
      recorded: '2026-09-30T10:05',
      reactions: [
        [
          concept(
            'Generalised intensely itching maculopapular rash with facial swelling beginning forty minutes after the second glass',
          ),
          'moderate',
        ],
      ],
    },
  );
  condition(
    chart,
    'PL',
    also(
      concept(
        'Complete tear of supraspinatus and infraspinatus tendons of right rotator cuff with retraction and fatty infiltration, not repaired',
      ),
      icd10('M75.121', 'Complete rotator cuff tear or rupture of right shoulder, not specified as traumatic'),
    ),
    { onset: '2026-08', recorded: '2026-09-30T10:20', encounter: seen },
  );
  medication(
    chart,
    drugs.naproxen500,
    'Take one tablet by mouth twice daily with food or milk for no more than fourteen days; stop and call at once with black stools, stomach pain, swelling or shortness of breath; do not take with other pain relievers of the same kind',
    { authored: '2026-09-30T10:22', timing: twiceDaily },
  );
  vitals(chart, '2026-09-30T10:03', { bp: '131/79', pulse: '70' });
  provenance(chart);
  return chart.all();
}

/** Fatima al-Khatib: an Arabic name beside its Latin form; needs an interpreter (US Core's coding). */
export function fatima(): readonly Resource[] {
  const chart = person({
    id: '429200265',
    names: [
      { use: 'official', family: 'AL-KHATIB', given: ['FATIMA'] },
      {
        use: 'usual',
        text: 'فاطمة الخطيب',
        family: 'الخطيب',
        given: ['فاطمة'],
        extension: [
          { url: 'http://hl7.org/fhir/StructureDefinition/iso21090-EN-representation', valueCode: 'IDE' },
        ],
      },
    ],
    gender: 'female',
    birthDate: '1964-07-04',
    birthSex: 'F',
    race: [['2118-8', 'Middle Eastern or North African']],
    ethnicity: notHispanic,
    extensions: [interpreterNeeded('373066001', 'Yes')],
    telecom: [phone('(480) 555-0216', 'mobile')],
    address: [home('77 JASMINE COURT', '2016-11-01')],
    languages: [['ar', 'Arabic'], english],
  });
  const seen = visit(chart, '2026-10-07T13:00', office, {
    id: '90412665',
    reason: 'ألم في الركبة (knee pain)',
  });
  condition(
    chart,
    'PL',
    also(
      sct('239873007', 'Osteoarthritis of knee'),
      icd10('M17.0', 'Bilateral primary osteoarthritis of knee'),
    ),
    { onset: '2020', recorded: '2020-10-10', encounter: seen },
  );
  allergy(chart, concept('بنسلين (penicillin)', coding(systems.rxnorm, '7980', 'penicillin G')), {
    recorded: '2026-10-07T13:05',
    criticality: 'high',
    reactions: [[concept('طفح جلدي (rash)'), 'mild']],
  });
  medication(
    chart,
    drugs.acetaminophen500,
    'حبتان عند اللزوم، ثلاث مرات في اليوم. (2 tablets up to three times daily as needed.)',
    { authored: '2026-10-07T13:20', asNeeded: true },
  );
  relatedPerson(chart, 'AL-KHATIB', 'OMAR', hl7Code('v3-RoleCode', 'SONC', 'son'), {
    telecom: [phone('(480) 555-0217', 'mobile')],
    communication: [
      { language: concept('English', coding('urn:ietf:bcp:47', 'en', 'English')), preferred: true },
    ],
  });
  note(
    chart,
    noteTypes.progress,
    '2026-10-07T13:30',
    [
      textFile(
        'Seen with telephone interpreter (Arabic). الركبة اليمنى أسوأ من اليسرى. Right knee worse than left. Exercises, acetaminophen.',
      ),
    ],
    { encounter: seen },
  );
  provenance(chart);
  return chart.all();
}

/** Wang Xiuying: family name first in Chinese, romanised, a previous family name, a preferred English one. */
export function xiuying(): readonly Resource[] {
  const representation = (code: string) => ({
    url: 'http://hl7.org/fhir/StructureDefinition/iso21090-EN-representation',
    valueCode: code,
  });
  const chart = person({
    id: '429200272',
    names: [
      { use: 'official', text: '王秀英', family: '王', given: ['秀英'], extension: [representation('IDE')] },
      {
        use: 'official',
        text: 'Wang Xiuying',
        family: 'WANG',
        given: ['XIUYING'],
        extension: [representation('SYL')],
      },
      {
        use: 'old',
        family: '李',
        given: ['秀英'],
        text: '李秀英',
        period: period('1956-01-28', '1980-05-01'),
      },
      { use: 'usual', given: ['GRACE'], family: 'WANG', text: 'Grace Wang' },
    ],
    gender: 'female',
    birthDate: '1956-01-28',
    birthSex: 'F',
    race: [races.asian],
    raceDetail: [['2034-7', 'Chinese']],
    ethnicity: notHispanic,
    telecom: [phone('(480) 555-0221')],
    address: [home('8 LOTUS ROAD', '1999-09-09')],
    languages: [['zh', 'Chinese'], english],
  });
  const seen = visit(chart, '2026-11-05T09:30', office, {
    id: '90412672',
    reason: '复诊 (follow-up), blood pressure',
  });
  allergy(chart, sct('300913006', 'Shellfish allergy', '虾 (shrimp)'), {
    category: 'food',
    recorded: '2018-03-03',
    reactions: [[concept('荨麻疹 (hives)'), 'mild']],
  });
  condition(
    chart,
    'PL',
    also(
      sct('38341003', 'Hypertension', '高血压 (hypertension)'),
      icd10('I10', 'Essential (primary) hypertension'),
    ),
    { onset: '2008', recorded: '2008-04-04', encounter: seen },
  );
  medication(chart, drugs.amlodipine5, '每日一次，每次一片 (1 tablet once daily)', {
    authored: '2024-11-05T09:45',
    timing: daily,
  });
  lab(chart, 'a1c', '2026-11-05T08:50', '5.9');
  panel(chart, 'lipid', '2026-11-05T08:50', {
    cholesterol: '192',
    triglycerides: '120',
    hdl: '55',
    ldl: '113',
  });
  vitals(chart, '2026-11-05T09:33', { bp: '134/80', pulse: '71', weight: ['52.4', 'kg'] });
  provenance(chart);
  return chart.all();
}

/** Guadalupe Ramírez Ortega: Spanish, interpreter required (FHIR's own flag), 30 weeks pregnant with diabetes of pregnancy. */
export function guadalupe(): readonly Resource[] {
  const chart = person({
    id: '429200289',
    names: [{ use: 'official', family: 'RAMÍREZ ORTEGA', given: ['GUADALUPE'] }],
    gender: 'female',
    birthDate: '1994-12-12',
    birthSex: 'F',
    race: [races.white],
    ethnicity: hispanic,
    extensions: [interpreterRequired],
    telecom: [phone('(480) 555-0226', 'mobile')],
    address: [home('CALLE FALSA 123', '2022-01-15')],
    languages: [spanish],
  });
  const seen = visit(
    chart,
    '2026-11-19T10:30',
    concept('Prenatal visit', coding(systems.snomed, '424619006', 'Prenatal visit')),
    { id: '90412689', end: '2026-11-19T11:00', reason: 'Embarazo, 30 semanas (pregnancy, 30 weeks)' },
  );
  condition(
    chart,
    'PL',
    also(
      sct('77386006', 'Pregnant', 'Pregnancy'),
      icd10('Z34.83', 'Encounter for supervision of other normal pregnancy, third trimester'),
    ),
    { onset: '2026-05', recorded: '2026-06-18T10:00' },
  );
  condition(
    chart,
    'PL',
    also(
      sct('11687002', 'Gestational diabetes mellitus'),
      icd10('O24.414', 'Gestational diabetes mellitus in pregnancy, insulin controlled'),
    ),
    { onset: '2026-10-20', recorded: '2026-10-22T11:00', encounter: seen },
  );
  observation(
    chart,
    'social-history',
    loinc('82810-3', 'Pregnancy status', 'Pregnancy status'),
    '2026-11-19',
    { valueCodeableConcept: sct('77386006', 'Pregnant') },
    { performer: [practitioners.testing] },
  );
  observation(
    chart,
    'social-history',
    loinc('11778-8', 'Delivery date Estimated', 'Expected date of delivery'),
    '2026-06-18',
    { valueDateTime: '2027-01-30' },
  );
  observation(
    chart,
    'survey',
    loinc(
      '88122-7',
      '(I/We) worried whether (my/our) food would run out before (I/we) got money to buy more',
      'Worried that food would run out',
    ),
    '2026-11-19',
    { valueCodeableConcept: concept('Often true', coding(systems.loinc, 'LA28397-0', 'Often true')) },
    interpretation('A'),
  );
  lab(chart, 'glucose', '2026-10-20T08:30', '104', {
    range: '70-94',
    note: 'Fasting, before 100 g glucose.',
  });
  lab(chart, 'glucose', '2026-10-20T09:30', '198', { range: '<180', note: '1 hour.' });
  lab(chart, 'glucose', '2026-10-20T10:30', '171', { range: '<155', note: '2 hours.' });
  medication(
    chart,
    drugs.glargine,
    '12 unidades bajo la piel al acostarse (12 units under the skin at bedtime)',
    { authored: '2026-11-05T10:00', dose: ['12', 'units'], route: 'subcutaneous', encounter: seen },
  );
  medication(chart, concept('Prenatal vitamin with iron'), '1 tableta al día', {
    authored: '2026-06-18T10:10',
    reported: true,
    by: chart.patient,
  });
  allergy(chart, sct('716186003', 'No known allergy', 'No se conocen alergias'), {
    recorded: '2026-06-18T10:05',
  });
  immunization(chart, ['115', 'Tdap'], '2026-11-19T10:50', { lot: 'MUT26' });
  vitals(chart, '2026-11-19T10:33', { bp: '112/68', pulse: '88', weight: ['70.3', 'kg'] });
  order(
    chart,
    concept(
      'Food pantry program',
      coding(systems.snomed, '467771000124109', 'Assistance with application for food pantry program'),
    ),
    '2026-11-19T10:58',
    { requester: practitioners.socialWorker },
  );
  goal(chart, concept('Glucosa en ayunas menor de 95 (fasting glucose below 95)'), {
    start: '2026-11-05',
    target: {
      detailRange: { low: quantity('60', 'mg/dL'), high: quantity('94', 'mg/dL') },
      dueDate: '2027-01-30',
    },
  });
  assessAndPlan(
    chart,
    '<p lang="es">Semana 30. Insulina 12 unidades por la noche. Control en dos semanas con intérprete.</p><p>Week 30. Insulin 12 units at night. Return in two weeks with interpreter.</p>',
    '2026-11-19T11:00',
    { encounter: refer(seen) },
  );
  coverage(chart, {
    payer: payers.medicaid,
    memberId: 'A99887766',
    type: ['2', 'MEDICAID'],
    start: '2026-06-01',
  });
  note(
    chart,
    noteTypes.progress,
    '2026-11-19T11:05',
    [
      textFile(
        'Con intérprete. Ve movimientos fetales. Glucosas en ayunas 98-110: sube insulina. / Seen with interpreter. Baby moves. Fasting glucose 98-110, insulin raised.',
      ),
    ],
    { encounter: seen },
  );
  provenance(chart);
  return chart.all();
}

/** Sam Begaye: Navajo Nation, nonbinary, they/them, sex recorded apart from gender. */
export function sam(): readonly Resource[] {
  const chart = person({
    id: '429200334',
    names: [
      { use: 'official', family: 'BEGAYE', given: ['SAMANTHA', 'ROSE'] },
      { use: 'usual', family: 'BEGAYE', given: ['SAM'] },
    ],
    gender: 'other',
    birthDate: '1999-06-21',
    birthSex: 'F',
    race: [races.native, races.white],
    raceDetail: [['1515-6', 'Navajo']],
    ethnicity: notHispanic,
    extensions: [
      tribe('170', 'Navajo Nation, Arizona, New Mexico & Utah', 'Navajo Nation', true),
      genderIdentity('33791000087105', 'Identifies as nonbinary gender'),
      pronouns('LA29520-6', 'they/them/their/theirs/themselves'),
      sexExtension('248152002'),
    ],
    telecom: [phone('(480) 555-0231', 'mobile')],
    address: [home('PO BOX 12, ROUTE 7', '2020-08-01', 'WINDOW SAMPLE', '86500')],
    languages: [english, ['nv', 'Navajo']],
    more: { photo: undefined },
  });
  const seen = visit(chart, '2026-08-27T15:00', office, {
    id: '90412734',
    end: '2026-08-27T15:25',
    reason: 'Migraine',
  });
  observation(chart, 'social-history', loinc('76691-5', 'Gender identity', 'Gender identity'), '2026-08-27', {
    valueCodeableConcept: sct('33791000087105', 'Identifies as nonbinary gender', 'Nonbinary'),
  });
  observation(
    chart,
    'social-history',
    loinc('90778-2', 'Personal pronouns - Reported', 'Pronouns'),
    '2026-08-27',
    {
      valueCodeableConcept: concept(
        'they/them',
        coding(systems.loinc, 'LA29520-6', 'they/them/their/theirs/themselves'),
      ),
    },
  );
  condition(
    chart,
    'PL',
    also(
      sct('230462002', 'Migraine with aura'),
      icd10('G43.109', 'Migraine with aura, not intractable, without status migrainosus'),
    ),
    { onset: '2015', recorded: '2021-03-03', encounter: seen },
  );
  medication(chart, drugs.ibuprofen200, '2 to 3 tablets by mouth at the first sign of a migraine', {
    authored: '2026-08-27T15:20',
    asNeeded: true,
  });
  smoking(chart, '2026-08-27', sct('428041000124106', 'Occasional tobacco smoker', 'Smokes on some days'));
  procedure(chart, concept('Bear Springs sing (traditional ceremony), by own account'), {
    performedString: 'last spring',
  });
  careTeam(chart, 'Sam Begaye', [[sct('453231000124104', 'Primary care provider'), practitioners.testing]]);
  vitals(
    chart,
    '2026-08-27T15:03',
    { bp: '108/70', pulse: '66' },
    { note: [annotation('Sitting.'), annotation('Second reading the same.')] },
  );
  immunization(chart, ['165', 'HPV9'], '2012-08', {
    reported: true,
    more: {
      statusReason: undefined,
      fundingSource: hl7Concept('immunization-funding-source', 'public', 'Public'),
    },
  });
  provenance(chart);
  return chart.all();
}
