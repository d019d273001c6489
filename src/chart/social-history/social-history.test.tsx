// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest';
import { david } from '#sandbox/people/david.ts';
import { answerOf } from '#chart/kit/fake-reading.ts';
import { personReading } from '#chart/kit/person-reading.ts';
import { type Drawn, renderChart } from '#chart/kit/render-chart.tsx';
import { SocialHistory } from './SocialHistory.tsx';
import '#chart/kit/RecordDetails.tsx';

let drawn: Drawn;
afterEach(() => drawn.remove());

test('smoking first, each topic under its own heading', async () => {
  drawn = await renderChart(<SocialHistory />, {
    reading: personReading(david()),
    path: '/chart/social-history',
  });
  const [heading, first] = [...drawn.box.querySelectorAll('tbody tr')].map((row) => row.textContent);
  expect(heading).toBe('Smoking');
  expect(first).toMatch(/smok/i);
});

test('a questionnaire shows its questions nested, and what was not answered', async () => {
  const form = {
    resourceType: 'QuestionnaireResponse',
    id: 'q1',
    status: 'completed',
    subject: { reference: 'Patient/p1' },
    authored: '2026-05-01',
    questionnaire: 'http://example.org/Questionnaire/home',
    item: [
      {
        linkId: '1',
        text: 'Home',
        item: [
          { linkId: '1.1', text: 'Do you live alone?', answer: [{ valueBoolean: true }] },
          { linkId: '1.2', text: 'Since when?' },
        ],
      },
    ],
  };
  const reading = personReading([{ resourceType: 'Patient', id: 'p1' }], {
    states: { QuestionnaireResponse: answerOf([form]), Observation: answerOf([form]) },
  });
  drawn = await renderChart(<SocialHistory />, {
    reading,
    path: '/chart/social-history/QuestionnaireResponse/q1',
  });
  const answers = [...drawn.box.querySelectorAll<HTMLElement>('.answers > div')];
  expect(answers.map((one) => [one.dataset['depth'], one.textContent])).toEqual([
    ['0', 'Home'],
    ['1', 'Do you live alone?Yes'],
    ['1', 'Since when?not answered'],
  ]);
});
