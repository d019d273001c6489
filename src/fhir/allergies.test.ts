import { describe, expect, it } from 'vitest';
import { allergies, type AllergyRecord } from './allergies.ts';
import { allergySummary } from './allergy-summary.ts';
import { rxnorm, snomed } from './code-systems.ts';
import { contextOf } from './context-of.ts';
import type { FhirResource } from './json.ts';
import { fold, readRecords, sortRecords } from './kind.ts';

const status = (code: string) => ({ coding: [{ system: 'http://terminology.hl7.org/x', code }] });

function allergy(members: Record<string, unknown>): FhirResource {
  return {
    resourceType: 'AllergyIntolerance',
    clinicalStatus: status('active'),
    patient: { reference: 'Patient/p1' },
    ...members,
  };
}

function read(...members: readonly Record<string, unknown>[]): readonly AllergyRecord[] {
  return readRecords(allergies, members.map(allergy), contextOf());
}

function one(members: Record<string, unknown>): AllergyRecord {
  return read(members)[0]!;
}

const penicillin = {
  text: 'Penicillin G',
  coding: [{ system: rxnorm, code: '7980', display: 'penicillin G' }],
};

describe('absence has five faces: none known is a statement, never an item', () => {
  it.each([
    ['716186003', 'allergies'],
    ['409137002', 'drug-allergies'],
    ['428607008', 'environmental-allergies'],
    ['429625007', 'food-allergies'],
    ['716184000', 'latex-allergies'],
    ['1003774007', 'latex-allergies'],
    ['160244002', 'allergies'],
  ])('SNOMED CT %s', (code, noneKnown) => {
    expect(one({ code: { coding: [{ system: snomed, code }] } })).toMatchObject({
      statement: 'none-known',
      noneKnown,
    });
  });

  it.each([
    ['NKDA', 'drug-allergies'],
    ['nka', 'allergies'],
    ['No Known Allergies', 'allergies'],
    ['No known drug allergies.', 'drug-allergies'],
    ['No known food or drug allergies', 'allergies'],
    ['No Known Latex Allergy (situation)', 'latex-allergies'],
    ['Denies any allergies', 'allergies'],
    ['no allergies reported', 'allergies'],
    ['None known', 'allergies'],
    ['no known adverse reactions', 'allergies'],
  ])('text “%s”', (text, noneKnown) => {
    expect(one({ code: { text } })).toMatchObject({ statement: 'none-known', noneKnown });
    expect(one({ code: { text, coding: [{ system: 'urn:local', code: '9' }] } }).statement).toBe(
      'none-known',
    );
  });

  it.each([
    ['No known drug allergies except penicillin'],
    ['Nonoxynol-9'],
    ['Knotweed allergy'],
    ['No-iodine shellfish'],
    ['Allergy status unknown'],
    ['Nickel'],
  ])('“%s” is an allergy', (text) => {
    expect(one({ code: { text } }).statement).toBeUndefined();
  });

  it('a code that says none and words that name a substance are an allergy, with both shown', () => {
    const code = {
      text: 'Penicillin',
      coding: [{ system: snomed, code: '716186003', display: 'No known allergy' }],
    };
    expect(one({ code })).toMatchObject({
      statement: undefined,
      code: { conflicting: ['No known allergy'] },
    });
  });

  it('words that say none and a drug’s code are an allergy', () => {
    expect(
      one({ code: { text: 'NKDA', coding: [{ system: rxnorm, code: '7980' }] } }).statement,
    ).toBeUndefined();
  });

  it('a statement with more words is still one', () => {
    const coding = [{ system: snomed, code: '716186003', display: 'No known allergy' }];
    expect(one({ code: { text: 'NKA - reviewed with mother', coding } }).statement).toBe('none-known');
    expect(one({ code: { text: 'No allergies but cats', coding } }).statement).toBeUndefined();
  });

  it('refuted, with reactions or under an unknown modifier it is no plain none', () => {
    const code = { coding: [{ system: snomed, code: '716186003' }] };
    expect(one({ code, verificationStatus: status('refuted') }).statement).toBeUndefined();
    expect(one({ code, reaction: [{ manifestation: [{ text: 'Hives' }] }] }).statement).toBeUndefined();
    expect(
      one({ code, modifierExtension: [{ url: 'urn:x', valueBoolean: true }] }).statement,
    ).toBeUndefined();
  });
});

describe('allergies at a glance', () => {
  const nka = { id: 'n', code: { coding: [{ system: snomed, code: '716186003' }] } };
  const nkda = { id: 'd', code: { coding: [{ system: snomed, code: '409137002' }] } };
  const drug = { id: 'p', code: penicillin };
  const peanut = { id: 'f', code: { text: 'Peanut' }, category: ['food'] };
  const unsorted = { id: 'u', code: { text: 'Contrast' } };
  const past = { id: 'o', code: { text: 'Milk' }, clinicalStatus: status('resolved') };
  const refuted = { id: 'r', code: { text: 'Sulfa' }, verificationStatus: status('refuted') };
  const wrong = { id: 'w', code: { text: 'Latex' }, verificationStatus: status('entered-in-error') };

  it.each([
    ['nothing', [], 'none-recorded'],
    ['only entered in error', [wrong], 'none-recorded'],
    ['none known', [nka], 'none-known'],
    [
      'four statements count as no allergy',
      [nka, nkda, { ...nka, id: 'n2' }, { ...nkda, id: 'd2' }],
      'none-known',
    ],
    ['one allergy', [drug], 'items'],
    ['a none known beside an active allergy is a conflict', [nka, drug], 'conflict'],
    ['no known drug allergy beside a drug', [nkda, drug], 'conflict'],
    ['no known drug allergy beside a food is none', [nkda, peanut], 'items'],
    ['no known drug allergy beside one of no category may be', [nkda, unsorted], 'conflict'],
    ['none known beside what is over', [nka, past], 'none-known'],
    ['none known beside a refuted one', [nka, refuted], 'none-known'],
    ['only past ones', [past], 'none-current'],
  ])('%s', (_, records, kind) => {
    expect(allergySummary(read(...records)).kind).toBe(kind);
  });

  it('counts what it does not name', () => {
    const summary = allergySummary(read(drug, nkda, past, refuted, wrong));
    expect(summary.items.map((item) => item.source.id)).toEqual(['p']);
    expect(summary.statements.map((item) => item.source.id)).toEqual(['d']);
    expect(summary).toMatchObject({ others: 2, enteredInError: 1 });
  });

  it('puts the worst first', () => {
    const severe = {
      id: 's',
      code: { text: 'Bee' },
      reaction: [{ severity: 'mild' }, { severity: 'severe' }],
    };
    const high = { id: 'h', code: { text: 'Peanut' }, criticality: 'high' };
    const low = { id: 'l', code: { text: 'Dust' }, criticality: 'low' };
    const unrated = { id: 'u', code: { text: 'Dye' } };
    const lowButSevere = {
      id: 'ls',
      code: { text: 'Egg' },
      criticality: 'low',
      reaction: [{ severity: 'severe' }],
    };
    const order = allergySummary(read(low, unrated, lowButSevere, severe, high)).items.map(
      (item) => item.source.id,
    );
    expect(order).toEqual(['h', 'ls', 's', 'u', 'l']);
  });
});

describe('status and modifiers', () => {
  it.each([
    ['active', 'current', { key: 'status.active' }],
    ['inactive', 'past', { key: 'status.inactive' }],
    ['resolved', 'past', { key: 'status.resolved' }],
    ['dormant', 'unknown', 'dormant'],
  ])('%s', (code, standing, words) => {
    expect(one({ clinicalStatus: status(code) })).toMatchObject({ standing, status: words });
  });

  it.each([
    ['refuted', [{ phrase: { key: 'mark.refuted' }, tone: 'warning' }]],
    ['unconfirmed', [{ phrase: { key: 'mark.unconfirmed' }, tone: 'warning' }]],
    ['presumed', [{ phrase: { key: 'mark.presumed' }, tone: 'warning' }]],
    ['confirmed', []],
    ['rumoured', [{ phrase: 'rumoured', tone: 'warning' }]],
  ])('verification %s', (code, marks) => {
    expect(one({ verificationStatus: status(code) }).marks).toEqual(marks);
  });

  it('entered in error is told apart, wherever it stands', () => {
    expect(one({ verificationStatus: status('entered-in-error') }).enteredInError).toBe(true);
    expect(one({ verificationStatus: { text: 'Entered-in-error' } }).enteredInError).toBe(true);
    expect(one({ verificationStatus: status('confirmed') }).enteredInError).toBe(false);
  });

  it('an unknown modifier extension puts a warning first, at any depth', () => {
    const deep = {
      reaction: [{ modifierExtension: [{ url: 'urn:opposite' }], manifestation: [{ text: 'Hives' }] }],
    };
    expect(
      one({ ...deep, verificationStatus: status('unconfirmed') }).marks.map((mark) => mark.phrase),
    ).toEqual([{ key: 'mark.unknown-modifier' }, { key: 'mark.unconfirmed' }]);
  });

  it('what the patient said is marked', () => {
    expect(one({ asserter: { reference: 'Patient/p1' } }).marks).toEqual([
      { phrase: { key: 'mark.patient-reported' }, tone: 'plain' },
    ]);
    expect(
      one({ asserter: { reference: 'RelatedPerson/m', display: 'Her mother' } }).marks[0]?.phrase,
    ).toEqual({
      key: 'mark.reported-by',
      values: { name: 'Her mother' },
    });
  });

  it('unknown codes are shown as sent', () => {
    expect(one({ category: ['food', 'cosmic'], criticality: 'extreme', type: 'aversion' })).toMatchObject({
      categories: [{ key: 'allergy.food' }, 'cosmic'],
      criticality: 'extreme',
      allergyType: 'aversion',
      rank: 3,
    });
  });
});

describe('what a reader of allergies needs', () => {
  it('reactions, dates and people', () => {
    const record = one({
      code: penicillin,
      recordedDate: '2019-05',
      lastOccurrence: '2018',
      onsetAge: { value: 12, unit: 'years' },
      recorder: { reference: 'Practitioner/1', display: 'Dr. Ng' },
      reaction: [
        {
          manifestation: [{ text: 'Hives' }, { text: 'Wheezing' }],
          severity: 'moderate',
          substance: { text: 'Amoxicillin' },
          onset: '2018-05-04',
          exposureRoute: { text: 'Oral' },
        },
        {},
      ],
      note: [{ text: 'a' }, { text: 'b' }],
    });
    expect(record).toMatchObject({
      title: 'Penicillin G',
      when: { kind: 'date', date: { sent: '2019-05' } },
      onset: { kind: 'text', text: '12 years' },
      lastOccurrence: { sent: '2018' },
      recorder: 'Dr. Ng',
      worst: { key: 'severity.moderate' },
    });
    expect(record.reactions[0]?.manifestations.map((m) => m.label)).toEqual(['Hives', 'Wheezing']);
    expect(record.reactions).toHaveLength(2);
    expect(record.notes).toHaveLength(2);
  });

  it('is named by its reactions’ substances, else says that it has no name', () => {
    expect(one({ reaction: [{ substance: { text: 'Bee venom' } }] }).title).toBe('Bee venom');
    expect(one({}).title).toEqual({ key: 'allergy.unnamed' });
  });

  it('lists current before past, statements after allergies, undated last', () => {
    const sorted = sortRecords(
      allergies,
      read(
        { id: 'past', clinicalStatus: status('resolved'), recordedDate: '2026' },
        { id: 'nka', code: { text: 'NKA' } },
        { id: 'undated', code: penicillin },
        { id: 'old', code: penicillin, recordedDate: '2001' },
        { id: 'new', code: penicillin, recordedDate: '2020' },
        { id: 'wrong', code: penicillin, verificationStatus: status('entered-in-error') },
      ),
    );
    expect(sorted.map((record) => record.source.id)).toEqual([
      'new',
      'old',
      'undated',
      'nka',
      'past',
      'wrong',
    ]);
  });

  it('folds what was said twice, never without a date or with another severity', () => {
    const said = { code: penicillin, recordedDate: '2019' };
    const groups = fold(
      allergies,
      read(
        said,
        { ...said, recordedDate: '2020' },
        { code: penicillin },
        { code: penicillin },
        { ...said, criticality: 'high' },
      ),
    );
    expect(groups.map((group) => group.records.length)).toEqual([2, 1, 1, 1]);
  });
});
