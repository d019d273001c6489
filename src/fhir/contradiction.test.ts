import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConcept } from './concept.ts';
import './clinical-words.ts';
import { contradicts } from './contradiction.ts';

describe('two wordings of one code that name different things are both shown', () => {
  it.each([
    ['Type 1 diabetes mellitus', 'Type 2 diabetes mellitus'],
    ['Left knee pain', 'Right knee pain'],
    ['Lisinopril 20 mg tablet', 'lisinopril 10 MG Oral Tablet'],
    ['Levothyroxine 75 mcg tablet', 'levothyroxine sodium 75 MG Oral Tablet'],
    ['Penicillin allergy', 'No penicillin allergy'],
    ['Smoker', 'Non-smoker'],
    ['Latex', 'Peanut'],
    ['HTN', 'Diabetes mellitus'],
    ['Lidocaine 1 % gel', 'lidocaine 20 MG/ML Topical Gel'],
    ['Lisinopril 20 mg tablet', 'hydrochlorothiazide 12.5 MG / lisinopril 20 MG Oral Tablet'],
    ['Lisinopril', 'hydrochlorothiazide 12.5 MG / lisinopril 20 MG Oral Tablet'],
    ['Oxycodone 5 mg', 'acetaminophen 325 MG / oxycodone hydrochloride 5 MG Oral Tablet'],
    ['HIV antibody', 'HIV antibody negative'],
  ])('%s, %s', (one, other) => {
    expect(contradicts(one, other)).toBe(true);
    expect(contradicts(other, one)).toBe(true);
  });
});

describe('two things that share a class, a place, an amount or how they begin', () => {
  it.each([
    ['Lantus', 'Humalog'],
    ['Levemir', 'Novolog'],
    ['Insulin glargine', 'Humalog'],
    ['Insulin glargine', 'Insulin lispro'],
    ['Percocet', 'OxyContin'],
    ['OxyContin', 'oxycodone hydrochloride 5 MG / acetaminophen 325 MG Oral Tablet'],
    ['Augmentin', 'Amoxicillin'],
    ['Bactrim', 'Trimethoprim'],
    ['Toprol XL', 'Lopressor'],
    ['Metoprolol succinate', 'Lopressor'],
    ['Flonase', 'Flovent'],
    ['Ozempic', 'Rybelsus'],
    ['Lisinopril 20 mg tablet', 'atorvastatin 20 MG Oral Tablet'],
    ['Levothyroxine sodium', 'Warfarin sodium'],
    ['Potassium chloride', 'Sodium chloride'],
    ['Metoprolol succinate', 'Metoprolol tartrate'],
    ['Current smoker', 'Former smoker'],
    ['Hydralazine', 'Hydroxyzine'],
    ['Celexa', 'Celebrex'],
    ['Prednisone', 'Prednisolone'],
    ['Breast cancer', 'Malignant neoplasm of lung'],
    ['Breast cancer', 'Lung cancer'],
    ['Fracture of wrist', 'Inflammation of colon'],
    ['Kidney stone', 'Renal failure'],
    ['Kidney stone', 'Kidney failure'],
    ['Thrombocytopenia', 'Blood clot'],
    ['Pregnancy', 'Gestational diabetes'],
    ['Lime', 'Borreliosis'],
    ['Paper tape', 'Mumps'],
    ['Severe asthma', 'Severe depression'],
    ['Heart attack', 'Heart failure'],
    ['Pain in right knee', 'Pain in right hip'],
    ['Vitamin D2', 'Cholecalciferol'],
    ['Hepatitis B', 'Viral hepatitis C'],
  ])('%s, %s', (one, other) => {
    expect(contradicts(one, other)).toBe(true);
    expect(contradicts(other, one)).toBe(true);
  });
});

describe('the same thing said more or less exactly is no contradiction', () => {
  it.each([
    ['Lisinopril 20 mg tablet', 'lisinopril 20 MG Oral Tablet'],
    ['Metformin 1,000 mg tablet', 'metformin hydrochloride 1000 MG Oral Tablet'],
    ['Levothyroxine 75 mcg tablet', 'levothyroxine sodium 0.075 MG Oral Tablet'],
    ['Amoxicillin 1 g', 'amoxicillin 1000 MG'],
    ['Osteoporosis', 'Age-related osteoporosis without current pathological fracture'],
    ['Osteoarthritis', 'Polyosteoarthritis, unspecified'],
    ['HTN', 'Hypertension'],
    ['COPD', 'Chronic obstructive lung disease'],
    ['Latanoprost 0.005 % eye drops', 'latanoprost 0.05 MG/ML Ophthalmic Solution'],
    ['Migraine with aura', 'Migraine with aura, not intractable'],
    ['Non-small cell lung cancer, right upper lobe', 'Malignant neoplasm of upper lobe, right lung'],
    ['Essential hypertension', 'Essential (primary) hypertension'],
  ])('%s, %s', (one, other) => {
    expect(contradicts(one, other)).toBe(false);
    expect(contradicts(other, one)).toBe(false);
  });
});

describe('opposites contradict, whatever else they share', () => {
  it.each([
    ['Severe hyperkalemia', 'Hypokalemia, severe'],
    ['Hipertiroidismo', 'Hypothyroidism'],
    ['Bradycardia', 'Tachycardia'],
    ['Acute bronchitis', 'Chronic bronchitis'],
    ['Benign neoplasm of colon', 'Malignant neoplasm of colon'],
    ['Systolic heart failure', 'Diastolic heart failure'],
    ['Fracture of upper end of tibia', 'Fracture of lower end of tibia'],
    ['Type I diabetes mellitus', 'Type 2 diabetes mellitus'],
    ['Chronic kidney disease stage III', 'Chronic kidney disease stage 4'],
    ['MI', 'Migraine'],
  ])('%s, %s', (one, other) => {
    expect(contradicts(one, other)).toBe(true);
    expect(contradicts(other, one)).toBe(true);
  });
});

describe('the same thing in other words is no contradiction', () => {
  it.each([
    ['Kidney stone', 'Renal calculus'],
    ['Kidney stone', 'Nephrolithiasis'],
    ['Breast cancer', 'Malignant neoplasm of breast'],
    ['Breast cancer', 'Cancer'],
    ['Lyme disease', 'Borreliosis'],
    ['Mumps', 'Infectious parotitis'],
    ['Lantus', 'insulin glargine 100 UNT/ML Injectable Solution'],
    ['Hydrocodone-APAP', 'acetaminophen 325 MG / hydrocodone bitartrate 5 MG Oral Tablet'],
    ['Paracetamol codeine', 'acetaminophen 300 MG / codeine phosphate 30 MG Oral Tablet'],
    ['Butalbital-APAP-caffeine', 'acetaminophen 325 MG / butalbital 50 MG / caffeine 40 MG Oral Tablet'],
    ['Percocet', 'acetaminophen 325 MG / oxycodone hydrochloride 5 MG Oral Tablet'],
    ['Toprol XL', '24 HR metoprolol succinate 50 MG Extended Release Oral Tablet'],
    ['Augmentin', 'amoxicillin 875 MG / clavulanate 125 MG Oral Tablet'],
    ['Norco 5/325', 'Norco'],
    ['Stroke', 'Cerebrovascular accident'],
    ['Hives', 'Urticaria'],
    ['Itching', 'Pruritus (disorder)'],
    ['Chickenpox', 'Varicella'],
    ['Shingles', 'Herpes zoster'],
    ['Lasix 40 mg', 'furosemide 40 MG Oral Tablet'],
    ['Coumadin', 'warfarin sodium 5 MG Oral Tablet'],
    ['Tylenol', 'acetaminophen'],
    ['Aspirin', 'Acetylsalicylic acid'],
    ['Oedema of leg', 'Swelling of lower limb'],
    ['Diarrhoea', 'Diarrhea (finding)'],
    ['Anaemia', 'Anemia'],
    ['Hipertensión arterial', 'Hypertensive disorder'],
    ['Asma', 'Asthma'],
    ['Cacahuate', 'Peanut'],
    ['Acute on chronic kidney failure', 'Chronic kidney disease'],
    ['Chronic kidney disease stage III', 'Chronic kidney disease stage 3'],
    ['T2DM', 'Type 2 diabetes mellitus'],
    ['Hx of CVA', 'Cerebral Vascular Accident'],
  ])('%s, %s', (one, other) => {
    expect(contradicts(one, other)).toBe(false);
    expect(contradicts(other, one)).toBe(false);
  });
});

describe('published records (US Core, FHIR, Inferno, vendors): what they call a thing and what they code it as', () => {
  it.each([
    ['WBCs', 'Leukocytes [#/volume] in Blood by Automated count'],
    ['RBC', 'Erythrocytes [#/area] in Urine sediment by Microscopy high power field'],
    ['Haemoglobin', 'Hemoglobin [Mass/volume] in Blood'],
    ['eGFR (ml/min)', 'Glomerular filtration rate/1.73 sq M.predicted'],
    ['ER Pct', 'estrogen receptor 1'],
    ['Porcine', 'Genus Sus (organism)'],
    ['Hazy', 'Cloudy'],
    ['White blood cells', 'Leukocytes [#/volume] in Blood by Automated count'],
    ['Heart failure, preserved ejection fraction', 'Chronic diastolic (congestive) heart failure'],
    ['Fracture of left hip', 'Fracture of unspecified part of neck of left femur'],
    ['Senna 8.6 mg tablet', 'sennosides, USP 8.6 MG Oral Tablet'],
    ['High blood pressure', 'Hypertension'],
    ['Heart attack', 'Myocardial infarction'],
    ['Low back pain', 'Lumbago'],
    ['Chest pain', 'Thoracic pain'],
    ['Vitamin D3 1000 IU', 'cholecalciferol 1000 UNT Oral Tablet'],
    ['in the eye', 'Ophthalmic route'],
    ['Glucose, Blood', 'Glucose SerPl-mCnc'],
    ['Gram Stain', 'Gram Stn XXX'],
    ['Lung cancer', 'Malignant tumor of lung (disorder)'],
    ['Insertion of grommets', 'Myringotomy and insertion of tympanic ventilation tube'],
    ['Former smoker', 'Ex-smoker (finding)'],
    ['Stroke', 'Ischemic stroke (disorder)'],
  ])('the same: %s, %s', (one, other) => {
    expect(contradicts(one, other)).toBe(false);
  });

  it.each([
    ['Bradycardia', 'Ventricular fibrillation (disorder)'],
    ['influenza, injectable, quadrivalent', 'Acyclovir  (product)'],
    ['Niece', 'Chaperone (person)'],
    ['BMI', 'Weight-for-length Per age and sex'],
    ['Gram Positive Rods', 'Moderate'],
  ])('another thing: %s, %s', (one, other) => {
    expect(contradicts(one, other)).toBe(true);
  });
});

const folder = process.env['CHARTSIDE_DATA'];
const sets = ['uscore-6.1.0', 'uscore-8.0.0', 'fhir-r4-spec', 'inferno-refserver', 'custom-dstu2'];
const marked = /^(AllergyIntolerance|Condition|Medication\w*)$/;

/** Where a contradiction is marked beside a name: of drugs, allergies and problems. */
function markedIn(value: unknown, found: Set<string>, looked: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  const { resourceType, ...members } = value as Record<string, unknown>;
  if (typeof resourceType === 'string' && marked.test(resourceType)) {
    const concept = readConcept(members['code'] ?? members['medicationCodeableConcept']);
    for (const { display } of concept?.codings ?? []) looked.add(`${concept?.label}, ${display}`);
    for (const other of concept?.conflicting ?? []) found.add(`${concept?.label}, ${other}`);
  }
  for (const member of Object.values(members)) markedIn(member, found, looked);
}

describe.skipIf(folder === undefined)('of the published drugs, allergies and problems', () => {
  it('not one is called by two names that contradict', () => {
    const [found, looked] = [new Set<string>(), new Set<string>()];
    for (const set of sets) {
      const path = join(folder ?? '', set);
      for (const name of readdirSync(path).filter((file) => file.endsWith('.json')))
        markedIn(JSON.parse(readFileSync(join(path, name), 'utf8')), found, looked);
    }
    expect(looked.size).toBeGreaterThan(60);
    expect([...found].toSorted()).toEqual([]);
  });
});

describe('a combination under the name prescribers give it is the same', () => {
  it.each([
    ['Lisinopril-HCTZ 20-12.5 mg', 'hydrochlorothiazide 12.5 MG / lisinopril 20 MG Oral Tablet'],
    ['Lisinopril HCTZ', 'hydrochlorothiazide 12.5 MG / lisinopril 20 MG Oral Tablet'],
    ['Lisinopril and hydrochlorothiazide', 'hydrochlorothiazide 12.5 MG / lisinopril 20 MG Oral Tablet'],
    ['Amoxicillin-pot clavulanate', 'amoxicillin 875 MG / clavulanate 125 MG Oral Tablet'],
    ['Oxycodone-APAP 5-325', 'acetaminophen 325 MG / oxycodone hydrochloride 5 MG Oral Tablet'],
    ['Percocet', 'acetaminophen 325 MG / oxycodone hydrochloride 5 MG Oral Tablet'],
    ['insulin isophane 70 UNT/ML / insulin, regular, human 30 UNT/ML', 'Insulin 70/30'],
    ['Insulin glargine 100 units/mL pen', '3 ML insulin glargine 100 UNT/ML Pen Injector'],
  ])('%s, %s', (one, other) => {
    expect(contradicts(one, other)).toBe(false);
    expect(contradicts(other, one)).toBe(false);
  });
});
