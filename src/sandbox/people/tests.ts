/** Laboratory tests of the cast: LOINC code and name, the laboratory's words, unit, reference range, critical limits. */
export interface Test {
  readonly code: string;
  readonly name: string;
  readonly text: string;
  readonly unit?: string;
  /** `3.5-5.1`, `>=60`, `<100`; other words stay a range in text. */
  readonly range?: string;
  readonly critical?: readonly [low: number | undefined, high: number | undefined];
  readonly specimen?: 'serum' | 'blood' | 'urine' | 'plasma';
}

const test = (
  code: string,
  name: string,
  text: string,
  unit?: string,
  range?: string,
  more: Partial<Test> = {},
): Test => ({
  code,
  name,
  text,
  ...(unit !== undefined && { unit }),
  ...(range !== undefined && { range }),
  ...more,
});
const blood = { specimen: 'blood' } as const;
const urine = { specimen: 'urine' } as const;

export const tests = {
  sodium: test('2951-2', 'Sodium [Moles/volume] in Serum or Plasma', 'Sodium', 'mmol/L', '136-145', {
    critical: [120, 160],
  }),
  potassium: test('2823-3', 'Potassium [Moles/volume] in Serum or Plasma', 'Potassium', 'mmol/L', '3.5-5.1', {
    critical: [2.5, 6],
  }),
  chloride: test('2075-0', 'Chloride [Moles/volume] in Serum or Plasma', 'Chloride', 'mmol/L', '98-107'),
  bicarbonate: test(
    '2028-9',
    'Carbon dioxide, total [Moles/volume] in Serum or Plasma',
    'Bicarbonate',
    'mmol/L',
    '22-29',
    { critical: [10, 40] },
  ),
  urea: test('3094-0', 'Urea nitrogen [Mass/volume] in Serum or Plasma', 'Urea nitrogen', 'mg/dL', '7-20'),
  creatinine: test('2160-0', 'Creatinine [Mass/volume] in Serum or Plasma', 'Creatinine', 'mg/dL', '0.7-1.3'),
  egfr: test(
    '98979-8',
    'Glomerular filtration rate/1.73 sq M.predicted [Volume Rate/Area] in Serum, Plasma or Blood by Creatinine-based formula (CKD-EPI 2021)',
    'eGFR',
    'mL/min/1.73 m²',
    '>=60',
  ),
  glucose: test('2345-7', 'Glucose [Mass/volume] in Serum or Plasma', 'Glucose', 'mg/dL', '70-99', {
    critical: [45, 450],
  }),
  calcium: test('17861-6', 'Calcium [Mass/volume] in Serum or Plasma', 'Calcium', 'mg/dL', '8.6-10.3', {
    critical: [6.5, 13],
  }),
  protein: test('2885-2', 'Protein [Mass/volume] in Serum or Plasma', 'Total protein', 'g/dL', '6.4-8.3'),
  albumin: test('1751-7', 'Albumin [Mass/volume] in Serum or Plasma', 'Albumin', 'g/dL', '3.5-5.2'),
  bilirubin: test(
    '1975-2',
    'Bilirubin.total [Mass/volume] in Serum or Plasma',
    'Bilirubin, total',
    'mg/dL',
    '0.2-1.2',
  ),
  alkalinePhosphatase: test(
    '6768-6',
    'Alkaline phosphatase [Enzymatic activity/volume] in Serum or Plasma',
    'Alkaline phosphatase',
    'U/L',
    '40-129',
  ),
  alt: test(
    '1742-6',
    'Alanine aminotransferase [Enzymatic activity/volume] in Serum or Plasma',
    'ALT',
    'U/L',
    '7-56',
  ),
  ast: test(
    '1920-8',
    'Aspartate aminotransferase [Enzymatic activity/volume] in Serum or Plasma',
    'AST',
    'U/L',
    '10-40',
  ),
  cholesterol: test(
    '2093-3',
    'Cholesterol [Mass/volume] in Serum or Plasma',
    'Cholesterol, total',
    'mg/dL',
    '<200',
  ),
  triglycerides: test(
    '2571-8',
    'Triglyceride [Mass/volume] in Serum or Plasma',
    'Triglycerides',
    'mg/dL',
    '<150',
  ),
  hdl: test(
    '2085-9',
    'Cholesterol in HDL [Mass/volume] in Serum or Plasma',
    'HDL cholesterol',
    'mg/dL',
    '>=40',
  ),
  ldl: test(
    '13457-7',
    'Cholesterol in LDL [Mass/volume] in Serum or Plasma by calculation',
    'LDL cholesterol',
    'mg/dL',
    '<100',
  ),
  a1c: test('4548-4', 'Hemoglobin A1c/Hemoglobin.total in Blood', 'Hemoglobin A1c', '%', '4.0-5.6', blood),
  uacr: test(
    '9318-7',
    'Albumin/Creatinine [Mass Ratio] in Urine',
    'Albumin/creatinine, urine',
    'mg/g',
    '<30',
    urine,
  ),
  leukocytes: test(
    '6690-2',
    'Leukocytes [#/volume] in Blood by Automated count',
    'White blood cells',
    'x10³/µL',
    '4.0-11.0',
    { ...blood, critical: [1, 50] },
  ),
  erythrocytes: test(
    '789-8',
    'Erythrocytes [#/volume] in Blood by Automated count',
    'Red blood cells',
    'x10⁶/µL',
    '4.50-5.90',
    blood,
  ),
  hemoglobin: test('718-7', 'Hemoglobin [Mass/volume] in Blood', 'Hemoglobin', 'g/dL', '13.5-17.5', {
    ...blood,
    critical: [7, 20],
  }),
  hematocrit: test(
    '4544-3',
    'Hematocrit [Volume Fraction] of Blood by Automated count',
    'Hematocrit',
    '%',
    '41.0-53.0',
    blood,
  ),
  mcv: test('787-2', 'MCV [Entitic volume] by Automated count', 'MCV', 'fL', '80.0-100.0', blood),
  mch: test('785-6', 'MCH [Entitic mass] by Automated count', 'MCH', 'pg', '27.0-33.0', blood),
  mchc: test('786-4', 'MCHC [Mass/volume] by Automated count', 'MCHC', 'g/dL', '32.0-36.0', blood),
  rdw: test(
    '788-0',
    'Erythrocyte distribution width [Ratio] by Automated count',
    'RDW',
    '%',
    '11.5-14.5',
    blood,
  ),
  platelets: test(
    '777-3',
    'Platelets [#/volume] in Blood by Automated count',
    'Platelets',
    'x10³/µL',
    '150-400',
    { ...blood, critical: [20, 1000] },
  ),
  tsh: test('3016-3', 'Thyrotropin [Units/volume] in Serum or Plasma', 'TSH', 'µIU/mL', '0.40-4.50'),
  freeT4: test(
    '3024-7',
    'Thyroxine (T4) free [Mass/volume] in Serum or Plasma',
    'Free T4',
    'ng/dL',
    '0.80-1.80',
  ),
  tpo: test(
    '8099-4',
    'Thyroperoxidase Ab [Units/volume] in Serum or Plasma',
    'TPO antibodies',
    'IU/mL',
    '<9',
  ),
  phosphate: test('2777-1', 'Phosphate [Mass/volume] in Serum or Plasma', 'Phosphorus', 'mg/dL', '2.5-4.5'),
  pth: test('2731-8', 'Parathyrin.intact [Mass/volume] in Serum or Plasma', 'PTH, intact', 'pg/mL', '15-65'),
  ferritin: test('2276-4', 'Ferritin [Mass/volume] in Serum or Plasma', 'Ferritin', 'ng/mL', '30-400'),
  iron: test('2498-4', 'Iron [Mass/volume] in Serum or Plasma', 'Iron', 'µg/dL', '60-170'),
  tsat: test('2502-3', 'Iron saturation [Mass Fraction] in Serum or Plasma', 'Iron saturation', '%', '20-50'),
  magnesium: test('19123-9', 'Magnesium [Mass/volume] in Serum or Plasma', 'Magnesium', 'mg/dL', '1.6-2.6'),
  uricAcid: test('3084-1', 'Urate [Mass/volume] in Serum or Plasma', 'Uric acid', 'mg/dL', '3.5-7.2'),
  vitaminD: test(
    '1989-3',
    '25-hydroxyvitamin D3 [Mass/volume] in Serum or Plasma',
    'Vitamin D, 25-hydroxy',
    'ng/mL',
    '30-100',
  ),
  b12: test(
    '2132-9',
    'Cobalamin (Vitamin B12) [Mass/volume] in Serum or Plasma',
    'Vitamin B12',
    'pg/mL',
    '200-900',
  ),
  psa: test('2857-1', 'Prostate specific Ag [Mass/volume] in Serum or Plasma', 'PSA', 'ng/mL', '<4.0'),
  inr: test('6301-6', 'INR in Platelet poor plasma by Coagulation assay', 'INR', undefined, '0.9-1.1', {
    specimen: 'plasma',
    critical: [undefined, 5],
  }),
  bnp: test(
    '33762-6',
    'Natriuretic peptide.B prohormone N-Terminal [Mass/volume] in Serum or Plasma',
    'NT-proBNP',
    'pg/mL',
    '<450',
  ),
  troponin: test(
    '67151-1',
    'Troponin T.cardiac [Mass/volume] in Serum or Plasma by High sensitivity method',
    'Troponin T, high sensitivity',
    'ng/L',
    '<22',
  ),
  digoxin: test('10535-3', 'Digoxin [Mass/volume] in Serum or Plasma', 'Digoxin', 'ng/mL', '0.5-0.9', {
    critical: [undefined, 2],
  }),
  lead: test('5671-3', 'Lead [Mass/volume] in Blood', 'Lead', 'µg/dL', '<3.5', blood),
  specificGravity: test(
    '5811-5',
    'Specific gravity of Urine by Test strip',
    'Specific gravity',
    undefined,
    '1.005-1.030',
    urine,
  ),
  urinePh: test('5803-2', 'pH of Urine by Test strip', 'pH, urine', undefined, '5.0-8.0', urine),
  urineProtein: test(
    '20454-5',
    'Protein [Presence] in Urine by Test strip',
    'Protein, urine',
    undefined,
    'Negative',
    urine,
  ),
  urineGlucose: test(
    '25428-4',
    'Glucose [Presence] in Urine by Test strip',
    'Glucose, urine',
    undefined,
    'Negative',
    urine,
  ),
  urineKetones: test(
    '2514-8',
    'Ketones [Presence] in Urine by Test strip',
    'Ketones, urine',
    undefined,
    'Negative',
    urine,
  ),
  urineBlood: test(
    '5794-3',
    'Hemoglobin [Presence] in Urine by Test strip',
    'Blood, urine',
    undefined,
    'Negative',
    urine,
  ),
  urineNitrite: test(
    '5802-4',
    'Nitrite [Presence] in Urine by Test strip',
    'Nitrite, urine',
    undefined,
    'Negative',
    urine,
  ),
  urineEsterase: test(
    '5799-2',
    'Leukocyte esterase [Presence] in Urine by Test strip',
    'Leukocyte esterase, urine',
    undefined,
    'Negative',
    urine,
  ),
  urineCulture: test(
    '630-4',
    'Bacteria identified in Urine by Culture',
    'Urine culture',
    undefined,
    undefined,
    urine,
  ),
  hepatitisBsAg: test(
    '5196-1',
    'Hepatitis B virus surface Ag [Presence] in Serum or Plasma by Immunoassay',
    'Hepatitis B surface antigen',
    undefined,
    'Nonreactive',
  ),
  hepatitisC: test(
    '16128-1',
    'Hepatitis C virus Ab [Presence] in Serum',
    'Hepatitis C antibody',
    undefined,
    'Nonreactive',
  ),
} as const satisfies Record<string, Test>;

export type TestKey = keyof typeof tests;

/** Panels as the laboratory reports them. */
export const panels = {
  bmp: ['51990-0', 'Basic metabolic panel - Blood', 'Basic metabolic panel'],
  cmp: ['24323-8', 'Comprehensive metabolic 2000 panel - Serum or Plasma', 'Comprehensive metabolic panel'],
  lipid: ['24331-1', 'Lipid 1996 panel - Serum or Plasma', 'Lipid panel'],
  cbc: ['58410-2', 'CBC panel - Blood by Automated count', 'Complete blood count'],
  urinalysis: ['24357-6', 'Urinalysis macro (dipstick) panel - Urine', 'Urinalysis, dipstick'],
  liver: ['24325-3', 'Hepatic function 2000 panel - Serum or Plasma', 'Liver panel'],
  iron: ['50190-8', 'Iron and Iron binding capacity panel - Serum or Plasma', 'Iron studies'],
} as const satisfies Record<string, readonly [string, string, string]>;
