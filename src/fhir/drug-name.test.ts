import { expect, test } from 'vitest';
import { drugName } from './drug-name.ts';

test.each([
  ['Lisinopril 20 mg tablet', 'Lisinopril 10 MG Oral Tablet [Zestril]'],
  ['24 HR metformin hydrochloride 500 MG Extended Release Oral Tablet', 'Metformin hydrochloride 1000 mg'],
  ['NDA020800 0.3 ML Epinephrine 1 MG/ML Auto-Injector', 'Epinephrine 1 MG/ML Injection'],
  ['Amoxicillin 250 mg / 5 mL suspension', 'Amoxicillin 500 MG Oral Capsule'],
  ['Acetaminophen 325 MG / oxyCODONE 5 MG Oral Tablet', 'oxycodone 10 mg / acetaminophen 325 mg'],
  ['Hydrocodone-acetaminophen 5-325 mg', 'hydrocodone-acetaminophen 10-325 mg tablet'],
  ['Hydrocortisone 1% cream', 'Hydrocortisone 2.5 % cream'],
  ['Cyanocobalamin (vitamin B12) 1,000 mcg', 'cyanocobalamin (Vitamin B12) 500 mcg'],
])('%s and %s are one drug', (a, b) => {
  expect(drugName(a)).toBe(drugName(b));
});

test.each([
  ['Acetaminophen 325 MG Oral Tablet', 'Acetaminophen 325 MG / oxyCODONE 5 MG Oral Tablet'],
  ['Acetaminophen 300 mg tablet', 'Acetaminophen 300 mg with codeine 30 mg'],
  ['Acetaminophen 325 mg', 'acetaminophen 325 mg-oxycodone 5 mg tablet'],
  ['Lisinopril 20 mg', 'Lisinopril 20 mg / hydrochlorothiazide'],
  ['Vancomycin 1 g', 'Vancomycin 1 g + sodium chloride 0.9 %'],
  ['NDA020800 0.3 ML Epinephrine 1 MG/ML', 'NDA021746 1 ML Sumatriptan 12 MG/ML'],
  ['Vitamin B12 1000 mcg', 'Vitamin B6 50 mg'],
  ['Vitamin B 12 1000 mcg', 'Vitamin B 6 50 mg'],
  ['Interferon beta-1a 30 mcg', 'Interferon beta-1b 250 mcg'],
  ['Novolin 70/30 100 unit/mL', 'Novolin 100 unit/mL'],
])('%s and %s are not one drug', (a, b) => {
  expect(drugName(a)).not.toBe(drugName(b));
});
