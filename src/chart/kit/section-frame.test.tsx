// @vitest-environment jsdom
import { afterEach, describe, expect, test } from 'vitest';
import type { SearchState } from '#fhir/reading.ts';
import { allergies } from '#fhir/allergies.ts';
import { planFor } from '#fhir/plan.ts';
import { readStatement } from '#fhir/read-statement.ts';
import { socialHistory } from '#fhir/social-history.ts';
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
      'NextGen Office does not let this app read allergies. The practice can change that.Ask NextGen Office why',
    ],
    [
      { state: 'not-shared', by: 'consent' },
      'NextGen Office says that allergies were not shared with this app at sign-in. It says the same of what it does not offer. The practice can change that.Ask NextGen Office why',
    ],
    [{ state: 'not-offered' }, 'NextGen Office does not offer allergies to apps.Ask NextGen Office why'],
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
  expect(said).toContain('NextGen Office has more than is shown here: read 4 of 40 records.');
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

describe('asked why, the EHR’s own statement explains', () => {
  const stated = (types: Record<string, readonly string[]>) =>
    readStatement({
      resourceType: 'CapabilityStatement',
      rest: [
        {
          mode: 'server',
          resource: Object.entries(types).map(([type, parameters]) => ({
            type,
            interaction: [{ code: 'read' }, ...(parameters.length > 0 ? [{ code: 'search-type' }] : [])],
            searchParam: parameters.map((name) => ({ name })),
          })),
        },
      ],
    })!;

  test.each([
    [{}, 'NextGen Office’s own statement of what it offers does not list AllergyIntolerance.'],
    [
      { AllergyIntolerance: [] },
      'NextGen Office’s own statement lists AllergyIntolerance, but no search for it.',
    ],
    [
      { AllergyIntolerance: ['subject'] },
      'NextGen Office’s own statement does not list a parameter that was needed: AllergyIntolerance, patient.',
    ],
    [
      { AllergyIntolerance: ['patient'] },
      'NextGen Office’s own statement lists AllergyIntolerance. The request was refused all the same.',
    ],
  ])('%j', async (types, sentence) => {
    const { reading } = await frame({ state: 'not-offered' });
    expect(reading.asked).toEqual([]);
    await drawn.after(() => drawn.box.querySelector('button')?.click());
    expect(reading.asked).toEqual(['statement']);
    await drawn.after(() => reading.setStatement({ state: 'asking' }));
    expect(drawn.text()).toContain('Asking NextGen Office…');
    await drawn.after(() => reading.setStatement({ state: 'read', statement: stated(types) }));
    expect(drawn.text()).toBe(`AllergiesNextGen Office does not offer allergies to apps.${sentence}`);
  });

  test('an EHR that does not say may be asked again', async () => {
    const { reading } = await frame({ state: 'not-offered' });
    await drawn.after(() =>
      reading.setStatement({ state: 'failed', failure: { kind: 'unreachable', reason: 'timeout' } }),
    );
    expect(drawn.text()).toContain('NextGen Office did not say. The EHR did not answer in time.');
    expect(drawn.box.querySelector('button')?.textContent).toBe('Ask NextGen Office why');
  });

  test('nothing is offered where nothing was refused, or the app did not ask', async () => {
    for (const state of [answerOf([]), { state: 'not-shared', by: 'scope' } as const]) {
      // oxlint-disable-next-line no-await-in-loop -- one page at a time
      await frame(state);
      expect(drawn.text()).not.toContain('Ask NextGen Office why');
      drawn.remove();
    }
  });
});

describe('observations searched for category by category', () => {
  const searches = planFor('enterprise', 'R4', patientId);
  const survey = (id: string) => ({
    resourceType: 'Observation',
    id,
    status: 'final',
    code: { text: 'Tobacco use' },
    category: [{ coding: [{ code: 'social-history' }] }],
  });
  function History() {
    const records = useRecords(socialHistory);
    return (
      <SectionFrame section="social-history" records={records}>
        {(shown) => shown.map((record) => <p key={record.key}>{words(record.title)}</p>)}
      </SectionFrame>
    );
  }
  const empty = Object.fromEntries(searches.map(({ id }) => [id, answerOf([])]));

  test('a category that is refused is named beside what was read', async () => {
    const states = {
      ...empty,
      'Observation:social-history': answerOf([survey('1')]),
      'Observation:survey': { state: 'not-offered' } as const,
      'Observation:sdoh': { state: 'not-offered' } as const,
    };
    drawn = await renderChart(<History />, {
      reading: fakeReading({ patientId, resources: [], searches, states }),
    });
    expect(drawn.text()).toContain('Tobacco use');
    expect(drawn.text()).toContain(
      'NextGen Office does not offer part of this list to apps: Observation (survey), Observation (sdoh).',
    );
  });

  test('and beside an empty list, which is not said to be all there is', async () => {
    const states = { ...empty, QuestionnaireResponse: { state: 'not-shared', by: 'consent' } as const };
    drawn = await renderChart(<History />, {
      reading: fakeReading({ patientId, resources: [], searches, states }),
    });
    expect(drawn.text()).toContain(
      'part of this list was not shared with this app at sign-in: QuestionnaireResponse.',
    );
    expect(drawn.text()).toContain('What was shared holds no social history or screening answers.');
    expect(drawn.text()).not.toContain('are recorded in');
  });

  const uncategorised =
    'NextGen Office gives social history or screening answers by category alone. Any that it keeps in none of the usual categories cannot be asked for, and are not here.';

  test('what stands in no category cannot be asked for: said beside records, and beside none', async () => {
    for (const records of [[], [survey('1')]]) {
      const states = { ...empty, 'Observation:social-history': answerOf(records) };
      // oxlint-disable-next-line no-await-in-loop -- one page at a time
      drawn = await renderChart(<History />, {
        reading: fakeReading({ patientId, resources: [], searches, states }),
      });
      expect(drawn.text()).toContain(uncategorised);
      drawn.remove();
    }
  });

  test('where observations are searched for whole nothing of the kind is said', async () => {
    const whole = planFor('office', 'R4', patientId);
    const states = Object.fromEntries(whole.map(({ id }) => [id, answerOf([])]));
    drawn = await renderChart(<History />, {
      reading: fakeReading({ patientId, resources: [], searches: whole, states }),
    });
    expect(drawn.text()).toContain('No social history');
    expect(drawn.text()).not.toContain('by category alone');
  });

  test('what came of all of it is counted once', async () => {
    const states = {
      ...empty,
      'Observation:social-history': answerOf([survey('1'), survey('2')], { more: true, total: 109 }),
      'Observation:survey': answerOf([survey('2')]),
    };
    drawn = await renderChart(<History />, {
      reading: fakeReading({ patientId, resources: [], searches, states }),
    });
    expect(drawn.box.querySelectorAll('.section > p')).toHaveLength(2);
    expect(drawn.text()).toContain('read 3 of 110 records.');
  });
});
