// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { fakeReading } from '#chart/kit/fake-reading.ts';
import { renderChart } from '#chart/kit/render-chart.tsx';
import { MedicationsBlock } from './clinical-blocks.tsx';

const order = (id: string, drug: string, dose: string) => ({
  resourceType: 'MedicationRequest',
  id,
  status: 'active',
  intent: 'order',
  subject: { reference: 'Patient/p1' },
  medicationCodeableConcept: { text: drug },
  authoredOn: '2026-03-01',
  dosageInstruction: [{ text: dose }],
});

test('copies of one order take one row, which says how many; another dose stands by itself', async () => {
  const copies = Array.from({ length: 6 }, (_, at) => order(`a${at}`, 'Metformin 500 mg', 'twice a day'));
  const drawn = await renderChart(<MedicationsBlock />, {
    reading: fakeReading({
      patientId: 'p1',
      resources: [
        ...copies,
        order('b', 'Metformin 500 mg', 'at night'),
        order('c', 'Lisinopril 10 mg', 'once a day'),
      ],
    }),
  });
  const rows = [...drawn.box.querySelectorAll('.summary-rows li')].map(({ textContent }) => textContent);
  expect(rows).toHaveLength(3);
  expect(rows[0]).toContain('twice a day · and 5 more that say the same');
  expect(rows.some((row) => row.includes('at night'))).toBe(true);
  expect(rows.some((row) => row.includes('Lisinopril'))).toBe(true);
  drawn.remove();
});
