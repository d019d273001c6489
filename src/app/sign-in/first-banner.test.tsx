// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Banner } from '#chart/banner/Banner.tsx';
import type { Chart } from '#chart/kit/chart-context.tsx';
import { answerOf, type FakeReading, fakeReading } from '#chart/kit/fake-reading.ts';
import { renderChart } from '#chart/kit/render-chart.tsx';
import { allergies } from '#fhir/allergies.ts';
import { bannerIdentity } from '#fhir/banner-identity.ts';
import { contextOf } from '#fhir/context-of.ts';
import type { FhirResource } from '#fhir/json.ts';
import { readRecords } from '#fhir/kind.ts';
import { patient } from '#fhir/patient.ts';
import { first } from '#i18n/en-first.ts';
import { people } from '#sandbox/cast.ts';
import { castResources } from '#sandbox/people/resources.ts';
import { drawFirstBanner } from './first-banner.ts';

const now = new Date(2026, 10, 23, 14, 30).getTime();
const person = { resourceType: 'Patient', id: 'p1', name: [{ family: 'SMITH', given: ['DAVID'] }] };
const pending = { Patient: { state: 'reading' }, AllergyIntolerance: { state: 'reading' } } as const;

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now }));
afterEach(() => void vi.useRealTimers());

function chartOf(reading: FakeReading, more: Partial<Chart> = {}): Chart {
  return {
    sessionId: 'test',
    reading,
    systemLabel: 'NextGen Office',
    fhirBase: 'https://fhir.example/r4',
    fhirVersion: 'R4',
    audience: 'clinician',
    encounterId: undefined,
    banner: 'whole',
    paths: { section: String, record: String },
    memory: new Map(),
    ...more,
  };
}

function rootWith(text: string): HTMLElement {
  const root = document.createElement('div');
  root.append(text);
  return root;
}

const saidBy = (element: Element | null): string =>
  element?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '';

test('everybody in the cast is named just as React names them, in both sizes', async () => {
  for (const { id } of Object.values(people)) {
    const resources = castResources().filter(
      (one) => one.resourceType === 'Patient' && one.id === id,
    ) as readonly FhirResource[];
    for (const banner of ['whole', 'slim'] as const) {
      const reading = fakeReading({
        patientId: id,
        resources,
        readAt: now - 60_000,
        states: { AllergyIntolerance: { state: 'reading' } },
      });
      const more = { banner, encounterId: 'PT-1' };
      const root = rootWith('');
      drawFirstBanner(root, chartOf(reading, more), () => {});
      // oxlint-disable-next-line no-await-in-loop -- one page, one person after the other
      const react = await renderChart(<Banner />, { reading, chart: more });
      const header = root.querySelector('header');
      expect(`${id} ${saidBy(header)}`).toBe(`${id} ${saidBy(react.box.querySelector('header'))}`);
      expect(saidBy(header)).not.toBe('');
      react.remove();
    }
  }
});

test('whatever of ours a record lends to the banner has words before the others are loaded', () => {
  const unnamed = { resourceType: 'AllergyIntolerance', id: 'a1' };
  const odd = ['male', 'female', 'other', 'unknown'].flatMap((gender) =>
    [undefined, '2026', '2026-11', '1974', '2026-11-20', '2026-10-01', '2025-11-01'].map((birthDate) => ({
      resourceType: 'Patient',
      id: `${gender}-${birthDate}`,
      gender,
      birthDate,
      identifier: [{ value: `${gender}-${birthDate}` }],
    })),
  );
  const resources = [...castResources(), ...odd, unnamed];
  const context = contextOf(...resources);
  const of = (type: string) => resources.filter(({ resourceType }) => resourceType === type);
  const said = [
    ...readRecords(patient, of('Patient'), context).flatMap((record) => {
      const { name, age, sex, number } = bannerIdentity(record, new Date(now));
      return [name, age, sex, number?.label];
    }),
    ...readRecords(allergies, of('AllergyIntolerance'), context).map(({ title }) => title),
  ];
  const keys = new Set(said.flatMap((one) => (typeof one === 'object' ? [one.key] : [])));
  expect(keys).toContain('allergy.unnamed');
  expect(keys).toContain('patient.unnamed');
  expect([...keys].filter((key) => !Object.hasOwn(first, key))).toEqual([]);
});

test('it comes with the patient, above what stands there, once', () => {
  const reading = fakeReading({ patientId: 'p1', resources: [], states: pending });
  const root = rootWith('Opening the chart…');
  const then = vi.fn<() => void>();
  drawFirstBanner(root, chartOf(reading), then);
  expect(root.innerHTML).toBe('Opening the chart…');
  expect(then).not.toHaveBeenCalled();
  reading.set('Patient', answerOf([person], { readAt: now }));
  reading.set('AllergyIntolerance', answerOf([], { readAt: now }));
  expect(root.querySelectorAll('header')).toHaveLength(1);
  expect(root.firstElementChild?.textContent).toContain('SMITH, DAVID');
  // The list has arrived and nobody has read it yet: it is not said to be empty.
  expect(root.textContent).toContain('being read');
  expect(root.textContent).toContain('Opening the chart…');
  expect(then).toHaveBeenCalledOnce();
});

test('once React has the page nothing is drawn', () => {
  const reading = fakeReading({ patientId: 'p1', resources: [], states: pending });
  const root = rootWith('React');
  const stop = drawFirstBanner(root, chartOf(reading), () => {});
  stop();
  reading.set('Patient', answerOf([person], { readAt: now }));
  expect(root.innerHTML).toBe('React');
});

test.each([
  ['a failure', { state: 'failed', failure: { kind: 'expired' } }],
  ['nobody', answerOf([])],
  ['somebody else', answerOf([], { foreign: 1 })],
] as const)('%s is left to React to explain', (_what, state) => {
  const reading = fakeReading({ patientId: 'p1', resources: [], states: { Patient: state } });
  const root = rootWith('');
  const then = vi.fn<() => void>();
  drawFirstBanner(root, chartOf(reading), then);
  expect(root.innerHTML).toBe('');
  expect(then).toHaveBeenCalledOnce();
});
