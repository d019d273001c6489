import { also, concept, icd10, loinc, refer, sct, coding, systems, quantity } from './build.ts';
import { provenance, visit } from './chart.ts';
import { textFile } from './documents.ts';
import { allergy, careTeam, condition, coverage, immunization, procedure } from './history.ts';
import { daily, drugs, medication } from './medications.ts';
import { note, noteTypes } from './notes.ts';
import { observation, panel, smoking, specimen, vitals } from './observations.ts';
import { english, home, notHispanic, person, phone, races } from './person.ts';
import { locations, payers, practitioners } from './practice.ts';
import { seededRandom } from './random.ts';
import type { Resource } from './resource.ts';
import type { TestKey } from './tests.ts';

/** Each test: where it settles, how far it swings, digits after the point. */
const courses: Readonly<Partial<Record<TestKey, readonly [mean: number, swing: number, digits: number]>>> = {
  sodium: [138, 2.2, 0],
  potassium: [5, 0.5, 1],
  chloride: [100, 2.4, 0],
  bicarbonate: [23, 2, 0],
  urea: [54, 9, 0],
  creatinine: [8.2, 1.1, 2],
  glucose: [128, 30, 0],
  calcium: [9, 0.5, 1],
  protein: [6.9, 0.4, 1],
  albumin: [3.8, 0.25, 1],
  bilirubin: [0.5, 0.15, 1],
  alkalinePhosphatase: [112, 24, 0],
  alt: [19, 6, 0],
  ast: [21, 6, 0],
  leukocytes: [6.8, 1.3, 1],
  erythrocytes: [3.6, 0.3, 2],
  hemoglobin: [10.9, 0.8, 1],
  hematocrit: [33.4, 2.4, 1],
  mcv: [93, 2.4, 1],
  rdw: [14.6, 0.8, 1],
  platelets: [212, 38, 0],
  phosphate: [5.4, 0.9, 1],
  pth: [398, 130, 0],
  ferritin: [720, 190, 0],
  tsat: [31, 7, 0],
};
const metabolic: readonly TestKey[] = [
  'sodium',
  'potassium',
  'chloride',
  'bicarbonate',
  'urea',
  'creatinine',
  'glucose',
  'calcium',
  'protein',
  'albumin',
  'bilirubin',
  'alkalinePhosphatase',
  'alt',
  'ast',
];
const cells: readonly TestKey[] = [
  'leukocytes',
  'erythrocytes',
  'hemoglobin',
  'hematocrit',
  'mcv',
  'rdw',
  'platelets',
];

/** Marguerite Delacroix: dialysis three times a week for ten years, 25 results every month: 3,000 in all. */
export function marguerite(): readonly Resource[] {
  const chart = person({
    id: '429200341',
    chartNumber: 'HF429200341',
    names: [{ use: 'official', family: 'DELACROIX', given: ['MARGUERITE'] }],
    gender: 'female',
    birthDate: '1953-03-03',
    birthSex: 'F',
    race: [races.black],
    ethnicity: notHispanic,
    telecom: [phone('(480) 555-0260')],
    address: [home('120 THICK CHART ROAD', '2001-09-01')],
    languages: [english, ['fr', 'French']],
  });
  const random = seededRandom(429200341);
  const level = new Map<TestKey, number>();
  const next = (key: TestKey): string => {
    const [mean, swing, digits] = courses[key] ?? [0, 0, 0];
    const before = level.get(key) ?? mean;
    const now = mean + (before - mean) * 0.7 + (random() + random() + random() - 1.5) * swing;
    level.set(key, now);
    return Math.max(now, 0).toFixed(digits);
  };
  const draw = (keys: readonly TestKey[]) => Object.fromEntries(keys.map((key) => [key, next(key)]));
  for (let month = 0; month < 120; month += 1) {
    const day = new Date(Date.UTC(2016, 11 + month, 4 + Math.floor(random() * 20)))
      .toISOString()
      .slice(0, 10);
    const when = `${day}T06:40`;
    const seen = visit(
      chart,
      when,
      concept('Dialysis visit', coding(systems.snomed, '302497006', 'Hemodialysis')),
      {
        end: `${day}T10:50`,
        by: practitioners.nephrologist,
        location: locations.kidneyClinic,
        reason: 'Monthly dialysis review',
        ...(month === 119 && { id: '90412741' }),
      },
    );
    const serum = specimen(chart, 'serum', when);
    panel(chart, 'cmp', when, draw(metabolic), { specimen: serum, encounter: seen });
    panel(chart, 'cbc', when, draw(cells), { encounter: seen, ranges: { hemoglobin: '10.0-11.5' } });
    panel(chart, 'iron', when, draw(['ferritin', 'tsat', 'phosphate', 'pth']), {
      specimen: serum,
      encounter: seen,
    });
    const weight = 68.4 + Math.sin(month / 9) * 2 + random();
    vitals(
      chart,
      when,
      {
        bp: `${Math.round(132 + random() * 34)}/${Math.round(66 + random() * 22)}`,
        pulse: String(Math.round(64 + random() * 20)),
        weight: [weight.toFixed(1), 'kg'],
      },
      { encounter: refer(seen) },
    );
    if (month % 6 === 5)
      note(
        chart,
        noteTypes.progress,
        `${day}T11:00`,
        [
          textFile(
            `Dialysis review, ${day}. Fistula works. Dry weight ${(weight - 1.6).toFixed(1)} kg. Binders and diet talked about.\nImani Nephron, MD`,
          ),
        ],
        { encounter: seen, author: practitioners.nephrologist },
      );
  }
  condition(
    chart,
    'PL',
    also(
      sct('46177005', 'End-stage renal disease', 'End-stage kidney disease, on hemodialysis'),
      icd10('N18.6', 'End stage renal disease'),
    ),
    { onset: '2016-11', recorded: '2016-12-04' },
  );
  condition(
    chart,
    'PL',
    also(
      sct('127013003', 'Diabetic renal disease'),
      icd10('E11.22', 'Type 2 diabetes mellitus with diabetic chronic kidney disease'),
    ),
    { onset: '2004', recorded: '2016-12-04' },
  );
  condition(
    chart,
    'PL',
    also(
      sct('38341003', 'Hypertension'),
      icd10(
        'I12.0',
        'Hypertensive chronic kidney disease with stage 5 chronic kidney disease or end stage renal disease',
      ),
    ),
    { onset: '1998', recorded: '2016-12-04' },
  );
  condition(
    chart,
    'PL',
    also(concept('Anemia in chronic kidney disease'), icd10('D63.1', 'Anemia in chronic kidney disease')),
    { onset: '2014', recorded: '2016-12-04' },
  );
  allergy(chart, concept('Heparin'), {
    type: 'allergy',
    category: 'medication',
    criticality: 'high',
    recorded: '2018-04-11T09:00',
    reactions: [[concept('low platelets (heparin-induced thrombocytopenia)'), 'severe']],
  });
  medication(
    chart,
    concept('Sevelamer carbonate 800 mg tablet'),
    '2 tablets by mouth three times daily with meals',
    { authored: '2017-02-01', dose: ['2', 'tablet'], route: 'mouth' },
  );
  medication(chart, drugs.amlodipine5, '1 tablet by mouth on days without dialysis', {
    authored: '2019-03-01',
    dose: ['1', 'tablet'],
    route: 'mouth',
  });
  medication(chart, drugs.glargine, '18 units under the skin at bedtime', {
    authored: '2020-01-15',
    dose: ['18', 'units'],
    route: 'subcutaneous',
  });
  medication(chart, drugs.aspirin81, '1 tablet by mouth once daily', {
    authored: '2017-02-01',
    timing: daily,
    dose: ['1', 'tablet'],
    route: 'mouth',
  });
  procedure(chart, concept('Arteriovenous fistula, left forearm'), '2016-08-22', {
    performer: [{ actor: practitioners.hospitalist }],
  });
  procedure(
    chart,
    sct('302497006', 'Hemodialysis', 'Hemodialysis, three times a week'),
    { performedPeriod: { start: '2016-12-01' } },
    { status: 'in-progress' },
  );
  immunization(chart, ['43', 'Hep B, adult'], '2017-01-12', { lot: 'MUHBA' });
  immunization(chart, ['140', 'Influenza, seasonal, injectable, preservative free'], '2026-10-05', {
    lot: 'MU26A71',
  });
  smoking(chart, '2026-01-05', sct('266919005', 'Never smoked tobacco', 'Never smoker'));
  observation(
    chart,
    'social-history',
    loinc('11341-5', 'History of Occupation', 'Occupation'),
    '2016-12-04',
    { valueCodeableConcept: concept('Seamstress, retired') },
  );
  observation(
    chart,
    'survey',
    loinc('72514-3', 'Pain severity - 0-10 verbal numeric rating [Score] - Reported', 'Pain'),
    '2026-11-05',
    { valueQuantity: quantity('2', 'score') },
  );
  careTeam(chart, 'Dialysis', [
    [concept('Nephrologist'), practitioners.nephrologist],
    [sct('453231000124104', 'Primary care provider'), practitioners.testing],
  ]);
  coverage(chart, {
    payer: payers.medicare,
    memberId: '4NG7-TE8-MK06',
    type: ['1', 'MEDICARE'],
    start: '2017-03-01',
  });
  provenance(chart, true);
  return chart.all();
}
