import { describe, expect, it } from 'vitest';
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
    ['HIV antibody', 'HIV antibody negative'],
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
