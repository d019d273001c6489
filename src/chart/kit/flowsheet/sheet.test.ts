import { expect, test } from 'vitest';
import { sortTimeOf, whenOf } from '#fhir/dates.ts';
import { formatWhen } from '#chart/kit/format.ts';
import { narrowSheet, type SheetItem, sheetOf, sheetOrder, type SheetView, wholeSheet } from './sheet.ts';

function item(line: string, at: string | undefined, text: string, more: Partial<SheetItem> = {}): SheetItem {
  const sortTime = at === undefined ? undefined : Date.parse(at);
  const record = {
    key: `Observation/${line}-${at}-${text}`,
    sortTime,
    when: whenOf(at),
  } as unknown as SheetItem['record'];
  return { record, part: undefined, line, title: line, text, unit: 'mmol/L', flag: undefined, ...more };
}

test('columns are the moments, newest first, the undated last', () => {
  const sheet = sheetOf([
    item('K', undefined, '4.0'),
    item('K', '2025-01-01T08:00:10Z', '4.1'),
    item('Na', '2025-01-01T08:00:50Z', '140'),
    item('K', '2026-01-01T08:00Z', '4.2'),
  ]);
  expect(sheet.columns.map(({ id }) => id === 'undated')).toEqual([false, false, true]);
  const [k, na] = sheet.parts[0]!.lines;
  // Eight o'clock and some seconds is one column for both.
  expect(k!.cells.get(sheet.columns[1]!.id)?.map(({ text }) => text)).toEqual(['4.1']);
  expect(na!.cells.get(sheet.columns[1]!.id)?.map(({ text }) => text)).toEqual(['140']);
  expect(na!.cells.has(sheet.columns[0]!.id)).toBe(false);
});

test('no value stands under a date that its record does not say', () => {
  const dated = (sent: string | object) => {
    const when = whenOf(sent)!;
    const one = item('K', undefined, JSON.stringify(sent));
    return { ...one, record: { ...one.record, when, sortTime: sortTimeOf(when) } };
  };
  const sent = [
    '2025',
    '2025-01',
    '2025-01-01',
    '2025-01-01T00:00:00Z',
    '2025-01-01T00:00:00',
    '2025-01-01T18:00:00',
    { start: '2025-01-01', end: '2025-01-03' },
    { start: '2025-01-01', end: '2025-02-01' },
  ];
  const sheet = sheetOf([...sent, '2025-01-01T01:00:20+01:00'].map(dated));
  expect(sheet.columns).toHaveLength(sent.length);
  for (const { id, when } of sheet.columns) {
    for (const { record } of sheet.parts[0]!.lines[0]!.cells.get(id)!) {
      expect(formatWhen(record.when!)).toBe(formatWhen(when!));
    }
  }
});

test('a line of several names is called by its sign, of one name by that', () => {
  const oral = item('temperature', '2025-01-01', '37', {
    title: 'Oral temperature',
    lineTitle: 'Temperature',
  });
  const rectal = item('temperature', '2026-01-01', '38', {
    title: 'Rectal temperature',
    lineTitle: 'Temperature',
  });
  const titleOf = (...items: readonly SheetItem[]) => sheetOf(items).parts[0]!.lines[0]!.title;
  expect(titleOf(rectal, oral)).toBe('Temperature');
  expect(titleOf(rectal, rectal)).toBe('Rectal temperature');
});

test('two values of one moment are both kept; units that differ stay with their values', () => {
  const sheet = sheetOf([
    item('Glucose', '2026-01-01', '90', { unit: 'mg/dL' }),
    item('Glucose', '2026-01-01', '5.0', { unit: 'mmol/L' }),
  ]);
  const [line] = sheet.parts[0]!.lines;
  expect(line!.unit).toBeUndefined();
  expect([...line!.cells.values()].flat()).toHaveLength(2);
});

test('reading order goes line by line, each record once', () => {
  const sheet = sheetOf([
    item('K', '2025-01-01', '1'),
    item('K', '2026-01-01', '2'),
    item('Na', '2026-01-01', '3'),
  ]);
  expect(sheetOrder(sheet).map((key) => key.at(-1))).toEqual(['2', '1', '3']);
});

const high = { tone: 'abnormal', symbol: '▲' } as SheetItem['flag'];

function narrowed(view: Partial<SheetView>): readonly string[] {
  const sheet = sheetOf([
    item('Potassium', '2026-01-01', '6.1', { part: 'Basic', flag: high }),
    item('Potassium', '2025-01-01', '4.1', { part: 'Basic' }),
    item('Sodium', '2025-01-01', '140', { part: 'Basic' }),
    item('Culture', '2024-01-01', 'Escherichia coli', { part: 'Other', unit: undefined }),
    item('Culture', undefined, 'No growth', { part: 'Other', unit: undefined }),
  ]);
  const { columns, parts } = narrowSheet(sheet, { ...wholeSheet, ...view });
  const lines = parts.flatMap((part) => part.lines);
  return lines.map(({ title, cells }) =>
    [title, ...columns.map(({ id }) => (cells.get(id) ?? []).map(({ text }) => text).join('+') || '-')].join(
      ' ',
    ),
  );
}

test('abnormal only keeps whole tests: an empty cell must mean that nothing was measured', () => {
  expect(narrowed({ abnormal: true })).toEqual(['Potassium 6.1 4.1']);
});

test('find looks through names and values; a part and a range leave what is in them, columns of nothing go', () => {
  expect(narrowed({ find: 'SODI' })).toEqual(['Sodium 140']);
  expect(narrowed({ find: 'éscherichia' })).toEqual(['Culture Escherichia coli No growth']);
  expect(narrowed({ part: 'Basic' })).toEqual(['Potassium 6.1 4.1', 'Sodium - 140']);
  expect(narrowed({ from: '2025-06-01' })).toEqual(['Potassium 6.1']);
  expect(narrowed({ to: '2025-06-01' })).toEqual([
    'Potassium 4.1 -',
    'Sodium 140 -',
    'Culture - Escherichia coli',
  ]);
});

test('what is only known to a year or a month, or went on for days, is in a range that it touches', () => {
  const spans = ['2019', '2019-05', '2019-07', { start: '2019-05-30', end: '2019-06-02' }];
  const sheet = sheetOf(
    spans.map((sent) => {
      const when = whenOf(sent)!;
      const one = item('K', undefined, typeof sent === 'string' ? sent : 'stay');
      return { ...one, record: { ...one.record, when, sortTime: sortTimeOf(when) } };
    }),
  );
  const within = (from: string, to: string) =>
    [...(narrowSheet(sheet, { ...wholeSheet, from, to }).parts[0]?.lines[0]?.cells.values() ?? [])]
      .flat()
      .map(({ text }) => text);
  expect(within('2019-06-01', '2019-12-31')).toEqual(['2019', '2019-07', 'stay']);
  expect(within('2019-06-03', '2019-06-30')).toEqual(['2019']);
  expect(within('2020-01-01', '')).toEqual([]);
});
