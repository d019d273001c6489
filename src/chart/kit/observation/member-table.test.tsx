// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest';
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
