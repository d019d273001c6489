import { describe, expect, it } from 'vitest';
import { loinc, rxnorm, snomed } from './code-systems.ts';
import { codeOf, hasCode, readConcept, readConcepts } from './concept.ts';
import { contradicts } from './contradiction.ts';

describe('codes: text, then the preferred display, then the code; all codings kept', () => {
  const rx = { system: rxnorm, code: '197361', display: 'amlodipine 5 MG Oral Tablet' };
  const local = { system: 'urn:local', code: 'A5', display: 'AMLODIPINE' };

  it('text first', () => {
    expect(readConcept({ text: 'Amlodipine 5 mg', coding: [local, rx] })).toMatchObject({
      label: 'Amlodipine 5 mg',
      codings: [{ code: 'A5' }, { code: '197361', system: rxnorm }],
      conflicting: [],
    });
  });

  it('without text RxNorm before a local system, and the user’s own pick before both', () => {
    expect(readConcept({ coding: [local, rx] })?.label).toBe('amlodipine 5 MG Oral Tablet');
    expect(readConcept({ coding: [{ ...local, userSelected: true }, rx] })?.label).toBe('AMLODIPINE');
    expect(readConcept({ coding: [{ system: loinc, code: '718-7' }] })?.label).toBe('718-7');
  });

  it('a lone coding, a list or text where a concept belongs', () => {
    expect(readConcept({ system: snomed, code: '38341003', display: 'Hypertension' })?.label).toBe(
      'Hypertension',
    );
    expect(readConcept('Hypertension')?.text).toBe('Hypertension');
    expect(readConcept([{ text: 'a' }, { text: 'b' }])?.label).toBe('a');
    expect(readConcepts({ text: 'a' }).map((one) => one.label)).toEqual(['a']);
  });

  it.each([undefined, null, {}, { text: ' ' }, { coding: [{}] }, { coding: 'x' }, { coding: [null, 3] }, []])(
    'says nothing: %j',
    (sent) => {
      expect(readConcept(sent)).toBeUndefined();
    },
  );

  it('knows a code by its system', () => {
    const concept = readConcept({ coding: [rx] });
    expect(hasCode(concept, rxnorm, ['1', '197361'])).toBe(true);
    expect(hasCode(concept, snomed, ['197361'])).toBe(false);
    expect(codeOf(concept)).toBe('197361');
    expect(codeOf(readConcept('text only'))).toBe('text only');
  });
});

describe('two codings that contradict the text are both shown', () => {
  it('lists each display that says something else', () => {
    const sent = {
      text: 'Type 1 diabetes',
      coding: [
        { display: 'Diabetes mellitus type 2' },
        { display: 'Asthma' },
        { display: 'Type 1 diabetes mellitus' },
      ],
    };
    expect(readConcept(sent)?.conflicting).toEqual(['Diabetes mellitus type 2', 'Asthma']);
  });

  it.each([
    ['Lisinopril 10 mg', 'lisinopril 20 MG Oral Tablet'],
    ['Fracture of left wrist', 'Fracture of right wrist'],
    ['Penicillin', 'No known allergy'],
    ['Penicillin allergy', 'No penicillin allergy'],
    ['Peanut', 'Amoxicillin'],
  ])('%s / %s', (one, other) => {
    expect(contradicts(one, other)).toBe(true);
    expect(contradicts(other, one)).toBe(true);
  });

  it.each([
    ['HTN', 'Hypertension'],
    ['NKDA', 'No known drug allergy (situation)'],
    ['COPD', 'Chronic obstructive pulmonary disease'],
    ['Essential hypertension', 'Hypertensive disorder (disorder)'],
    ['metformin 500', 'metformin hydrochloride 500 MG Oral Tablet'],
    ['Blood pressure', 'Blood pressure panel with all children optional'],
    ['1.0 mg', '1 MG tablet'],
    ['高血圧', ''],
  ])('not %s / %s', (one, other) => {
    expect(contradicts(one, other)).toBe(false);
  });
});
