import { expect, test } from 'vitest';
import { readRecords } from '#fhir/kind.ts';
import { laboratory } from '#fhir/laboratory.ts';
import { laboratorySample, sampleContext } from '#fhir/record-samples.ts';
import { groupByReport } from '#fhir/result-groups.ts';
import '#chart/kit/RecordDetails.tsx';
import { resultSheet } from './result-sheet.ts';

test('an empty cell means that nothing was measured: a note, a missing value, a result to come each have one', () => {
  const resources = [
    laboratorySample('1-8', 'Smear', { id: '1', note: [{ text: 'Clumped platelets, no count possible.' }] }),
    laboratorySample('2-6', 'Lactate', { id: '2', status: 'registered' }),
    laboratorySample('3-4', 'Ferritin', { id: '3' }),
    laboratorySample('4-2', 'Panel that came alone', {
      id: '4',
      hasMember: [{ reference: 'Observation/nowhere' }],
    }),
    laboratorySample('5-9', 'Panel', { id: '5', hasMember: [{ reference: 'Observation/6' }] }),
    laboratorySample('6-7', 'Member', { id: '6', valueInteger: 5 }),
  ];
  const records = readRecords(laboratory, resources, sampleContext(resources));
  const { parts } = resultSheet(groupByReport(records, []), new Set(records));
  const cells = parts.flatMap(({ lines }) =>
    lines.map(({ title, cells }) => [title, ...[...cells.values()].flat().map(({ text }) => text)]),
  );
  expect(new Map(cells.map(([title, text]) => [title, text]))).toEqual(
    new Map([
      ['Smear', 'See note'],
      ['Lactate', 'No value'],
      ['Ferritin', 'No value'],
      ['Panel that came alone', 'No value'],
      ['Member', '5'],
    ]),
  );
  const lactate = parts.flatMap(({ lines }) => lines).find(({ title }) => title === 'Lactate')!;
  expect([...lactate.cells.values()].flat()[0]?.meaning).toMatch(/no result yet/i);
});
