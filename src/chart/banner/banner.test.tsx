// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { FhirResource } from '#fhir/json.ts';
import type { SearchState } from '#fhir/reading.ts';
import { answerOf, fakeReading } from '#chart/kit/fake-reading.ts';
import { type Drawn, renderChart } from '#chart/kit/render-chart.tsx';
import { Banner } from './Banner.tsx';

const patientId = 'p1';
const now = new Date(2026, 10, 23, 14, 30).getTime();
const person = {
  resourceType: 'Patient',
  id: patientId,
  name: [
    { use: 'official', family: 'SMITH', given: ['DAVID'] },
    { use: 'usual', family: 'SMITH', given: ['DAVE'] },
  ],
  birthDate: '1974-03-14',
  gender: 'male',
  identifier: [{ type: { coding: [{ code: 'MR' }] }, value: 'HF428946492' }],
};
const allergy = (id: string, text: string, more: object = {}) => ({
  resourceType: 'AllergyIntolerance',
  id,
  clinicalStatus: { coding: [{ code: 'active' }] },
  code: { text },
  ...more,
});
const penicillin = allergy('1', 'Penicillin G', {
  criticality: 'high',
  reaction: [{ manifestation: [{ text: 'anaphylaxis' }], severity: 'severe' }],
});

let drawn: Drawn;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now });
});
afterEach(() => {
  drawn.remove();
  vi.useRealTimers();
});

interface Case {
  readonly patient?: object | SearchState;
  readonly allergies?: SearchState;
  readonly banner?: 'whole' | 'slim';
  readonly readAt?: number;
  readonly encounterId?: string;
  readonly visits?: readonly FhirResource[];
}

async function banner({
  patient = person,
  allergies = answerOf([]),
  banner: size = 'whole',
  readAt = now - 60_000,
  encounterId,
  visits = [],
}: Case) {
  const patientState =
    'state' in patient ? (patient as SearchState) : answerOf([patient as typeof person], { readAt });
  const reading = fakeReading({
    patientId,
    resources: visits,
    states: { Patient: patientState, AllergyIntolerance: allergies },
    readAt,
  });
  drawn = await renderChart(<Banner />, { reading, chart: { banner: size, encounterId } });
  return { reading, said: drawn.text().replaceAll('\u202f', ' ') };
}

const line = (): string =>
  drawn.box.querySelector('.banner-allergies')?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

describe('who', () => {
  test('name as the EHR writes it, preferred name, age with birth date, sex, number, system and time', async () => {
    const { said } = await banner({});
    expect(said).toContain('SMITH, DAVID');
    expect(said).toContain('known as DAVE SMITH');
    expect(said).toContain('52 years · born Mar 14, 1974');
    expect(said).toContain('Sex: Male');
    expect(said).toContain('HF428946492');
    expect(said).toContain('NextGen Office, read 2:29 PM');
    expect(drawn.box.querySelector('header')).not.toBeNull();
  });

  test('what was not recorded is said, and no number is made from an id', async () => {
    const { said } = await banner({
      patient: { resourceType: 'Patient', id: patientId, name: [{ text: 'X' }] },
    });
    expect(said).toContain('no birth date recorded');
    expect(said).toContain('sex not recorded');
    expect(said).toContain('no chart number recorded');
    expect(said).not.toContain(patientId);
  });

  test('death is said in words, with the age at death', async () => {
    const { said } = await banner({ patient: { ...person, deceasedDateTime: '2020-01-02' } });
    expect(said).toContain('Died Jan 2, 2020');
    expect(said).toContain('45 years at death');
  });

  test('a language other than the page’s is named, English is not', async () => {
    const speaks = (text: string) => ({
      ...person,
      communication: [{ language: { text }, preferred: true }],
    });
    expect((await banner({ patient: speaks('Spanish') })).said).toContain('Speaks Spanish');
    drawn.remove();
    expect((await banner({ patient: speaks('English (United States)') })).said).not.toContain('Speaks');
    drawn.remove();
    expect((await banner({ patient: speaks('eng') })).said).not.toContain('Speaks');
    drawn.remove();
    expect((await banner({ patient: speaks('pt-BR') })).said).toContain('Speaks Brazilian Portuguese');
  });

  test('the slim banner keeps the name, two identifiers, age and sex', async () => {
    const { said } = await banner({ banner: 'slim' });
    expect(said).toContain('SMITH, DAVID');
    expect(said).toContain('52 years · born Mar 14, 1974');
    expect(said).toContain('Sex: Male');
    expect(said).toContain('HF428946492');
    expect(said).not.toContain('known as');
  });

  test('the slim banner tells a child’s age as clinicians count it', async () => {
    const { said } = await banner({ banner: 'slim', patient: { ...person, birthDate: '2026-11-19' } });
    expect(said).toContain('4 days · born Nov 19, 2026');
  });

  test('before it is read there is a line of the same height; a failure says so and can be tried again', async () => {
    expect((await banner({ patient: { state: 'reading' } })).said).toContain('Opening the chart…');
    drawn.remove();
    const failed: SearchState = { state: 'failed', failure: { kind: 'unreachable', reason: 'network' } };
    const { said, reading } = await banner({ patient: failed });
    expect(said).toContain('The patient’s details could not be read. The EHR could not be reached.');
    await drawn.after(() => drawn.box.querySelector('button')?.click());
    expect(reading.asked).toEqual(['again patient']);
  });
});

describe('the visit of the launch', () => {
  const visit = (id: string): FhirResource => ({
    resourceType: 'Encounter',
    id,
    type: [{ text: 'Office visit' }],
    period: { start: '2026-11-21' },
  });

  test.each([
    ['123456', 'PT-123456'],
    ['PT-123456', 'PT-123456'],
    ['PT-123456', '123456'],
    ['123456', '123456'],
  ])('%s finds the record %s, in the slim line and in the whole banner', async (encounterId, id) => {
    for (const size of ['slim', 'whole'] as const) {
      const { said } = await banner({ banner: size, encounterId, visits: [visit('PT-9'), visit(id)] });
      expect(said).toContain('Visit of Nov 21, 2026 · Office visit');
      drawn.remove();
    }
  });

  test('one that has not arrived is told without a date, and none is not told', async () => {
    expect((await banner({ encounterId: '123456' })).said).toContain('Opened from a visit');
    drawn.remove();
    expect((await banner({ visits: [visit('PT-123456')] })).said).not.toMatch(/visit/i);
  });
});

describe.each(['whole', 'slim'] as const)('what can hurt them, in the %s banner', (size) => {
  test.each<[string, SearchState, string]>([
    ['no list yet', { state: 'reading' }, 'Allergiesbeing read'],
    ['waiting', { state: 'waiting' }, 'Allergieswaiting for the EHR'],
    ['an empty list', answerOf([]), 'AllergiesNo allergies recorded'],
    ['a statement', answerOf([allergy('1', 'No known allergies')]), 'AllergiesNo known allergies'],
    [
      'a narrower statement',
      answerOf([allergy('1', 'No known food allergy')]),
      'AllergiesNo known food allergy',
    ],
    ['not shared', { state: 'not-shared', by: 'scope' }, 'Allergiesnot shared with this app'],
    ['not offered', { state: 'not-offered' }, 'Allergiesnot offered by the EHR'],
    ['a failure', { state: 'failed', failure: { kind: 'expired' } }, 'Allergiescould not be read'],
    [
      'an unreadable entry and nothing else',
      answerOf([], { unreadable: [1] }),
      'Allergiesnot all of them are here',
    ],
    [
      'records that cannot be told to be theirs, and nothing else',
      answerOf([], { foreign: 2 }),
      'Allergiesnot all of them are here',
    ],
    [
      'an answer that is cut short, with a statement of none in it',
      answerOf([allergy('1', 'No known allergies')], { more: true }),
      'Allergiesnot all of them are here',
    ],
    [
      'only past ones',
      answerOf([allergy('1', 'Latex', { clinicalStatus: { coding: [{ code: 'resolved' }] } })]),
      'AllergiesNo current allergies; past ones are recorded',
    ],
  ])('%s', async (_what, allergies, expected) => {
    await banner({ allergies, banner: size });
    expect(line()).toBe(expected);
  });

  test('the worst comes first, marked by shape and word, with its reaction', async () => {
    await banner({ banner: size, allergies: answerOf([allergy('2', 'Latex'), penicillin]) });
    expect(line()).toBe('Allergies‼ Severe: Penicillin G anaphylaxisLatex');
  });

  test('one that nobody confirmed says so, in either banner', async () => {
    const verificationStatus = {
      coding: [
        {
          system: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-verification',
          code: 'unconfirmed',
        },
      ],
    };
    for (const size of ['whole', 'slim'] as const) {
      // oxlint-disable-next-line no-await-in-loop -- one banner after the other
      await banner({ banner: size, allergies: answerOf([allergy('a', 'Cashews', { verificationStatus })]) });
      expect(line()).toContain('Cashews (Unconfirmed)');
      drawn.remove();
    }
    await banner({ allergies: answerOf([allergy('a', 'Cashews')]) });
    expect(line()).not.toContain('(');
  });

  test('some that are not severe are there all the same', async () => {
    await banner({ banner: size, allergies: answerOf([allergy('2', 'Latex')]) });
    expect(line()).toBe('AllergiesLatex');
  });

  test('those for which there is no room are counted, the severe among them too', async () => {
    const names = ['A', 'B', 'C', 'D', 'E', 'F'];
    await banner({ banner: size, allergies: answerOf(names.map((name) => allergy(name, name))) });
    expect(line()).toBe(size === 'whole' ? 'AllergiesABCDand 2 more' : 'AllergiesABand 4 more');
    drawn.remove();
    const severe = names.map((name, at) => allergy(name, name, at < 5 ? { criticality: 'high' } : {}));
    await banner({ banner: size, allergies: answerOf(severe) });
    expect(line()).toContain(size === 'whole' ? 'and 2 more, 1 severe' : 'and 4 more, 3 severe');
  });

  test('a statement of none beside an allergy is a contradiction, and both are there', async () => {
    await banner({ banner: size, allergies: answerOf([penicillin, allergy('9', 'No known allergies')]) });
    expect(line()).toContain('Penicillin G');
    expect(line()).toContain('also recorded: No known allergies');
  });
});

describe('when it was read', () => {
  test('an old page says how old it is', async () => {
    expect((await banner({ readAt: now - 9 * 60_000 })).said).not.toContain('old');
    drawn.remove();
    expect((await banner({ readAt: now - 25 * 60_000 })).said).toContain('25 minutes old');
  });

  test('reading again asks for everything', async () => {
    const { reading } = await banner({});
    await drawn.after(() => drawn.box.querySelector<HTMLElement>('.banner-source button')?.click());
    expect(reading.asked).toEqual(['again all']);
  });
});
