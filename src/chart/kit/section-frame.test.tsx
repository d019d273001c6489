// @vitest-environment jsdom
import { afterEach, describe, expect, test } from 'vitest';
import type { SearchState } from '#fhir/reading.ts';
import { allergies } from '#fhir/allergies.ts';
import { answerOf, fakeReading } from './fake-reading.ts';
import { type Drawn, renderChart } from './render-chart.tsx';
import { SectionFrame } from './SectionFrame.tsx';
import { useRecords } from './use-records.ts';
import { words } from './words.ts';

const patientId = 'p1';
const allergy = (id: string, text: string, more: object = {}) => ({
  resourceType: 'AllergyIntolerance',
  id,
  patient: { reference: 'Patient/p1' },
  clinicalStatus: {
    coding: [{ system: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical', code: 'active' }],
  },
  code: { text },
  ...more,
});

function Section() {
  const records = useRecords(allergies);
  return (
    <SectionFrame section="allergies" records={records}>
      {(shown) => shown.map((record) => <p key={record.key}>{words(record.title)}</p>)}
    </SectionFrame>
  );
}

let drawn: Drawn;
afterEach(() => drawn.remove());

async function frame(state: SearchState, audience: 'clinician' | 'patient' = 'clinician') {
  const reading = fakeReading({
    patientId,
    resources: [],
    states: { AllergyIntolerance: state },
    waitSeconds: 14,
  });
  drawn = await renderChart(<Section />, { reading, chart: { audience } });
  return { reading, said: drawn.text() };
}

describe('each face of absence is said in its own words', () => {
  test.each<[SearchState, string]>([
    [{ state: 'waiting' }, 'Waiting for the EHR before reading allergies, 14 s.'],
    [{ state: 'reading' }, 'Reading allergies…'],
    [answerOf([]), 'No allergies are recorded in NextGen Office.'],
    [
      { state: 'not-shared', by: 'scope' },
      'The EHR did not share allergies with this app. Whoever signed in can allow it by opening the app again from the chart.',
    ],
    [
      { state: 'not-shared', by: 'server' },
      'NextGen Office does not let this app read allergies. The practice can change that.',
    ],
    [{ state: 'not-offered' }, 'NextGen Office does not offer allergies to apps.'],
    [
      { state: 'failed', failure: { kind: 'unreachable', reason: 'timeout' } },
      'Could not read allergies. The EHR did not answer in time. Try again',
    ],
    [
      { state: 'failed', failure: { kind: 'broken', status: 200, reason: 'not-json' } },
      'Could not read allergies. The EHR’s answer could not be understood. Try again',
    ],
  ])('%j', async (state, sentence) => {
    const { said } = await frame(state);
    expect(said).toBe(`Allergies${sentence}`);
  });

  test('a patient is told that they can change it themselves', async () => {
    const { said } = await frame({ state: 'not-shared', by: 'scope' }, 'patient');
    expect(said).toContain('You can allow it by signing in again.');
  });
});

test('rows that are coming keep their room', async () => {
  await frame({ state: 'reading' });
  expect(drawn.box.querySelectorAll('.skeleton-row')).toHaveLength(8);
});

test('a failure can be tried again, this kind alone', async () => {
  const { reading } = await frame({ state: 'failed', failure: { kind: 'throttled', retryAfter: undefined } });
  await drawn.after(() => drawn.box.querySelector('button')?.click());
  expect(reading.asked).toEqual(['again allergies']);
});

test('an answer that arrives takes the place of the wait', async () => {
  const { reading } = await frame({ state: 'reading' });
  await drawn.after(() => reading.set('AllergyIntolerance', answerOf([allergy('1', 'Latex')])));
  expect(drawn.text()).toBe('AllergiesLatex');
});

test('what is missing beside the records is said, and unreadable entries are shown as sent', async () => {
  const { said } = await frame(
    answerOf([allergy('1', 'Latex')], { unreadable: [{ odd: 'entry' }], foreign: 2, more: true, total: 40 }),
  );
  expect(said).toContain('NextGen Office has more than is shown here: 40 records in all.');
  expect(said).toContain('One entry the EHR sent could not be read.');
  expect(said).toContain('2 records about somebody else came with these. They were refused.');
  expect(said).not.toContain('odd');
  await drawn.after(() => drawn.box.querySelector<HTMLElement>('.section-notes button')?.click());
  expect(drawn.text()).toContain('"odd": "entry"');
});

test('entered in error is hidden, counted, and shown on request', async () => {
  const error = { verificationStatus: { coding: [{ code: 'entered-in-error' }] } };
  const { said } = await frame(answerOf([allergy('1', 'Latex'), allergy('2', 'Peanut', error)]));
  expect(said).toBe('AllergiesLatexOne record entered in error is hidden. Show');
  await drawn.after(() => drawn.box.querySelector<HTMLElement>('.section-errors button')?.click());
  expect(drawn.text()).toBe('AllergiesLatexPeanutOne record entered in error is shown struck through. Hide');
});

test('a list of nothing but errors never reads as an empty list', async () => {
  const error = { verificationStatus: { coding: [{ code: 'entered-in-error' }] } };
  const { said } = await frame(answerOf([allergy('2', 'Peanut', error)]));
  expect(said).toContain('All that was sent was entered in error.');
  expect(said).not.toContain('No allergies are recorded');
});
