// @vitest-environment jsdom
/** The bar of alerts: several by name and value, each in full at a click. */
import { expect, test } from 'vitest';
import { fakeReading } from '#chart/kit/fake-reading.ts';
import { renderChart } from '#chart/kit/render-chart.tsx';
import '#fhir/kinds.ts';
import { planFor } from '#fhir/plan.ts';
import { Alerts } from './Alerts.tsx';
import { ResultsBlock } from './result-blocks.tsx';

const critical = (id: string, name: string, value: number) => ({
  resourceType: 'Observation',
  id,
  status: 'final',
  category: [
    {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'laboratory' }],
    },
  ],
  code: { text: name },
  subject: { reference: 'Patient/p1' },
  effectiveDateTime: new Date().toISOString(),
  valueQuantity: { value, unit: 'mmol/L' },
  interpretation: [{ coding: [{ code: 'HH' }] }],
});

test('one stands in full; two stand side by side, and in full at a click', async () => {
  const one = await renderChart(<Alerts />, {
    reading: fakeReading({ patientId: 'p1', resources: [critical('a', 'Potassium', 6.1)] }),
  });
  expect(one.text()).toContain('Potassium 6.1 mmol/L, critical high');
  expect(one.text()).toContain('See record');
  one.remove();

  const two = await renderChart(<Alerts />, {
    reading: fakeReading({
      patientId: 'p1',
      resources: [critical('a', 'Potassium', 6.1), critical('b', 'Lactate', 5.2)],
    }),
  });
  const chips = [...two.box.querySelectorAll('.alert-chip')].map(({ textContent }) => textContent);
  expect(chips).toHaveLength(2);
  expect(chips).toContain('‼Potassium 6.1 mmol/L, critical high');
  expect(two.text()).not.toContain('See record');
  await two.after(() => two.box.querySelector('button')?.click());
  expect(two.text().match(/See record/g)).toHaveLength(2);
  two.remove();
});

const report = (id: string, inside: object, status = 'final') => ({
  resourceType: 'DiagnosticReport',
  id,
  status,
  code: { text: 'Electrolytes' },
  subject: { reference: 'Patient/p1' },
  contained: [inside],
  result: [{ reference: '#r' }],
});

test('a critical value is one wherever it stands: inside a report, in a clinical test, in no category', async () => {
  const { category: _, ...uncategorised } = critical('b', 'Lactate', 5.2);
  const exam = { ...critical('c', 'Ejection fraction', 12), category: [{ coding: [{ code: 'exam' }] }] };
  const resources = [report('d', critical('r', 'Potassium', 7.1)), uncategorised, exam];
  const drawn = await renderChart(<Alerts />, { reading: fakeReading({ patientId: 'p1', resources }) });
  const hrefs = [...drawn.box.querySelectorAll('.alert-chip')].map((link) => link.getAttribute('href') ?? '');
  expect(hrefs.toSorted()).toEqual([
    expect.stringContaining('other/Observation'),
    expect.stringContaining('results/DiagnosticReport'),
    expect.stringContaining('tests/Observation'),
  ]);
  drawn.remove();
});

test('of a report that was an error no result is told', async () => {
  const resources = [report('d', critical('r', 'Potassium', 7.1), 'entered-in-error')];
  const drawn = await renderChart(<Alerts />, { reading: fakeReading({ patientId: 'p1', resources }) });
  expect(drawn.text()).not.toContain('Potassium');
  drawn.remove();
});

test('results that came inside a report alone are key results, not "none recorded"', async () => {
  const resources = [report('d', critical('r', 'Potassium', 7.1))];
  const drawn = await renderChart(<ResultsBlock />, { reading: fakeReading({ patientId: 'p1', resources }) });
  expect(drawn.text()).toContain('Potassium');
  drawn.remove();
});

test('where reports were not read, nobody says that no results are recorded', async () => {
  const drawn = await renderChart(<ResultsBlock />, {
    reading: fakeReading({
      patientId: 'p1',
      resources: [],
      states: { DiagnosticReport: { state: 'failed', failure: { kind: 'unreachable', reason: 'network' } } },
    }),
  });
  expect(drawn.text()).toContain(
    'No laboratory results came by themselves. There may be some in diagnostic reports, and not all of those were read.',
  );
  drawn.remove();
});

test('where reports were not read, nobody says that no result is critical', async () => {
  const drawn = await renderChart(<Alerts />, {
    reading: fakeReading({
      patientId: 'p1',
      resources: [],
      states: { DiagnosticReport: { state: 'not-shared', by: 'scope' } },
    }),
  });
  expect(drawn.text()).toContain('Critical results may be missing');
  drawn.remove();
});

test('where any list that may hold one was not read, nobody says that no result is critical', async () => {
  const searches = planFor('enterprise', 'R4', 'p1');
  const saidWithout = async (search: string): Promise<string> => {
    const drawn = await renderChart(<Alerts />, {
      reading: fakeReading({
        patientId: 'p1',
        resources: [],
        searches,
        states: { [search]: { state: 'failed', failure: { kind: 'unreachable', reason: 'network' } } },
      }),
    });
    const text = drawn.text();
    drawn.remove();
    return text;
  };
  const holding = searches.filter(({ type }) => type === 'Observation').map(({ id }) => id);
  expect(holding.length).toBeGreaterThan(3);
  for (const search of holding) {
    // oxlint-disable-next-line no-await-in-loop -- one page after the other
    expect([search, await saidWithout(search)]).toEqual([search, expect.stringContaining('may be missing')]);
  }
  expect(searches.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['ExplanationOfBenefit', 'QuestionnaireResponse']),
  );
  expect(await saidWithout('ExplanationOfBenefit')).not.toContain('may be missing');
  expect(await saidWithout('QuestionnaireResponse')).not.toContain('may be missing');
});

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

test('three critical results stand by name and value, of more it is said how many; a conflict stands beside them', async () => {
  const names = ['Potassium', 'Lactate', 'Glucose', 'Calcium', 'Sodium'];
  const allergy = (id: string, text: string) => ({
    resourceType: 'AllergyIntolerance',
    id,
    clinicalStatus: { coding: [{ code: 'active' }] },
    code: { text },
  });
  const drawn = await renderChart(<Alerts />, {
    reading: fakeReading({
      patientId: 'p1',
      resources: [
        ...names.map((name, at) => ({ ...critical(name, name, 6), effectiveDateTime: daysAgo(at) })),
        allergy('x', 'Latex'),
        allergy('y', 'No known allergies'),
      ],
    }),
  });
  const chips = [...drawn.box.querySelectorAll('.alert-chip')].map(({ textContent }) => textContent);
  expect(chips).toHaveLength(4);
  for (const name of names.slice(0, 3)) expect(drawn.text()).toContain(name);
  expect(drawn.text()).toContain('and 2 more critical');
  expect(chips.at(-1)).toContain('No known allergies');
  drawn.remove();
});

test('how many critical results there are in all is said where not all stand here, with the way to them', async () => {
  const old = { ...critical('old', 'Lactate', 5.2), effectiveDateTime: daysAgo(200) };
  const overtaken = { ...critical('before', 'Potassium', 6.3), effectiveDateTime: daysAgo(3) };
  for (const [resources, said] of [
    [[critical('a', 'Potassium', 6.1)], undefined],
    [[critical('a', 'Potassium', 6.1), overtaken], '2 critical laboratory results in all'],
    [[old], '1 critical laboratory result in all'],
    [
      [critical('a', 'Potassium', 6.1), critical('b', 'Calcium', 4), old],
      '3 critical laboratory results in all',
    ],
  ] as const) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const drawn = await renderChart(<Alerts />, { reading: fakeReading({ patientId: 'p1', resources }) });
    const link = drawn.box.querySelector('.alert-in-all a');
    expect(link?.textContent).toBe(said);
    expect(link?.getAttribute('href') ?? 'results').toContain('results');
    drawn.remove();
  }
});
