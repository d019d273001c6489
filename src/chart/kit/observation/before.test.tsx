// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { parseDateTime } from '#fhir/dates.ts';
import { fakeReading } from '#chart/kit/fake-reading.ts';
import { renderChart } from '#chart/kit/render-chart.tsx';
import type { PressureBefore as Earlier } from '#fhir/pressure-course.ts';
import { PressureBefore } from './Before.tsx';

async function said(directions: Earlier['directions']) {
  const before = {
    written: '142/92',
    when: { kind: 'date', date: parseDateTime('2026-03-04')! },
    directions,
  } as const;
  const drawn = await renderChart(<PressureBefore before={before} />, {
    reading: fakeReading({ patientId: 'p1', resources: [] }),
  });
  const seen = drawn.box.querySelector('[aria-hidden]')?.textContent.trim();
  const spoken = drawn.box.querySelector('.unseen')?.textContent;
  const whole = drawn.text();
  drawn.remove();
  return { seen, spoken, whole };
}

test('each half of a blood pressure has its own direction, the systolic first', async () => {
  const up = await said(['up', 'up']);
  const down = await said(['down', 'down']);
  expect((await said(['up', 'down'])).seen).toBe(`${up.seen}/${down.seen}`);
  expect((await said(['down', 'up'])).seen).toBe(`${down.seen}/${up.seen}`);
  expect((await said(['up', 'down'])).spoken).toBe('systolic up, diastolic down, ');
  expect((await said(['down', 'up'])).spoken).toBe('systolic down, diastolic up, ');
});

test('where a bound leaves it open, the value before stands by itself', async () => {
  expect(await said(undefined)).toEqual({ seen: undefined, spoken: undefined, whole: 'from 142/92' });
});
