// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest';
import type { ReactNode } from 'react';
import { personReading } from '#chart/kit/person-reading.ts';
import { renderChart } from '#chart/kit/render-chart.tsx';
import { useAllRecords } from '#chart/kit/story/use-all-records.ts';
import { speak } from '#i18n/speech.ts';
import { david } from '#sandbox/people/david.ts';
import { Changes } from './Changes.tsx';

afterEach(() => speak({ language: 'en', wording: 'clinician' }));

function Block(): ReactNode {
  return <Changes all={useAllRecords()} />;
}

test('a test has the names here that it has in its list: the record’s, and beside it the plain one', async () => {
  await speak({ language: 'es', wording: 'patient' });
  const drawn = await renderChart(<Block />, { reading: personReading(david()), path: '/chart' });
  await expect
    .poll(() => [...drawn.box.querySelectorAll('.plain-name')].map(({ textContent }) => textContent), {
      timeout: 20_000,
    })
    .toContainEqual(expect.stringMatching(/^Potasio/));
  expect(drawn.box.textContent).toContain('Potassium');
  drawn.remove();
});
