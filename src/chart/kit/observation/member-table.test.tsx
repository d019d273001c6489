// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest';
import { amount, laboratorySample, observationSample } from '#fhir/record-samples.ts';
import { siobhan } from '#sandbox/people/siobhan.ts';
import { Laboratory } from '#chart/laboratory/Laboratory.tsx';
import { personReading } from '#chart/kit/person-reading.ts';
import { type Drawn, renderChart } from '#chart/kit/render-chart.tsx';
import '#chart/kit/RecordDetails.tsx';

let drawn: Drawn;
afterEach(() => drawn.remove());

async function open(matching: (resource: ReturnType<typeof siobhan>[number]) => boolean) {
  const found = siobhan().find(matching)!;
  const path = `/chart/results/Observation/${String(found['id'])}`;
  drawn = await renderChart(<Laboratory />, { reading: personReading(siobhan()), path });
  return drawn.box.querySelector('aside')!;
}

test('an organism is read with its susceptibilities, each with what it means in words', async () => {
  const panel = await open((one) =>
    JSON.stringify(one['valueCodeableConcept'] ?? '').includes('Escherichia coli'),
  );
  const rows = [...panel.querySelectorAll('.members tbody tr')].map((row) => row.textContent);
  expect(rows.length).toBeGreaterThan(3);
  expect(rows.some((row) => /^Ampicillin.*Resistant/.test(row))).toBe(true);
  expect(rows.some((row) => /^Ceftriaxone.*Susceptible/.test(row))).toBe(true);
});

test('a susceptibility says whose it is', async () => {
  const panel = await open((one) => JSON.stringify(one['code'] ?? '').includes('Vancomycin'));
  expect(panel.querySelector('.member-of')?.textContent).toMatch(/^Part of Organism .*aureus/i);
});

const panel = laboratorySample('24338-6', 'Gas panel', {
  id: 'panel',
  hasMember: ['ph', 'temperature', 'fraction', 'gone'].map((id) => ({ reference: `Observation/${id}` })),
});
const members = [
  laboratorySample('2744-1', 'pH', { id: 'ph', valueQuantity: { value: 7.31 } }),
  observationSample('8310-5', 'Body temperature', {
    id: 'temperature',
    category: [{ coding: [{ code: 'vital-signs' }] }],
    valueQuantity: amount(38.2, 'Cel'),
  }),
  // Of no category: "other" is no place to be sent to.
  observationSample('3150-6', 'Inhaled oxygen', { id: 'fraction', valueQuantity: amount(40, '%') }),
];

async function openPanel(states = {}) {
  drawn = await renderChart(<Laboratory />, {
    reading: personReading([panel, ...members], { states }),
    path: '/chart/results/Observation/panel',
  });
  const lead = drawn.box.querySelector('aside .observation-lead')!;
  return {
    rows: [...lead.querySelectorAll('.members tbody tr')].map((row) => row.textContent),
    ways: [...lead.querySelectorAll('.members a')].map((link) => link.getAttribute('href')),
    said: lead.textContent,
  };
}

test('a member that another section lists is read here too, and leads there; one that is nowhere is counted', async () => {
  const { rows, ways, said } = await openPanel();
  expect(rows).toEqual([
    expect.stringMatching(/^pH7\.31/),
    expect.stringMatching(/^Body temperature38\.2/),
    expect.stringMatching(/^Inhaled oxygen40/),
  ]);
  expect(ways).toEqual(['/chart/vitals/Observation/temperature']);
  expect(said).toContain('1 result of this panel did not arrive.');
});

test('while something is still being read, nothing is said not to have arrived', async () => {
  const { rows, said } = await openPanel({ Procedure: { state: 'reading' } });
  expect(rows).toHaveLength(3);
  expect(said).not.toContain('did not arrive');
});
