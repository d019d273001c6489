// @vitest-environment jsdom
/** Observations of no category among other records: their values stand in the list, and open as results do. */
import { afterEach, expect, test } from 'vitest';
import { fakeReading } from '#chart/kit/fake-reading.ts';
import { type Drawn, renderChart } from '#chart/kit/render-chart.tsx';
import { recordLine } from '#chart/kit/take/record-line.ts';
import { tableRows } from '#chart/kit/take/table-rows.ts';
import { withoutEmptyColumns } from '#chart/kit/list.ts';
import type { FhirResource } from '#fhir/json.ts';
import { readRecords } from '#fhir/kind.ts';
import { other } from '#fhir/other.ts';
import { planFor } from '#fhir/plan.ts';
import { amount, observationSample, sample, sampleContext } from '#fhir/record-samples.ts';
import { Other } from './Other.tsx';
import { otherList } from './other-list.tsx';
import '#chart/kit/RecordDetails.tsx';

let drawn: Drawn | undefined;
afterEach(() => drawn?.remove());

const potassium = (id: string, date: string, value: number, code?: string): FhirResource =>
  observationSample('2823-3', 'Potassium', {
    id,
    effectiveDateTime: date,
    valueQuantity: amount(value, 'mmol/L'),
    ...(code !== undefined && { interpretation: [{ coding: [{ code }] }] }),
  });
const critical = potassium('2', '2026-03-02', 7.1, 'HH');
const earlier = potassium('1', '2026-03-01', 5);
const fall = sample('Flag', { id: 'f', status: 'active', code: { text: 'Falls easily' } });

async function open(resources: readonly FhirResource[], path: string): Promise<Drawn> {
  drawn = await renderChart(<Other />, {
    reading: fakeReading({ patientId: 'p1', resources, searches: planFor('us-core', 'R4', 'p1') }),
    path,
  });
  return drawn;
}

const headers = ({ box }: Drawn): readonly string[] =>
  [...box.querySelectorAll('thead th')].map(({ textContent }) => textContent);
const cells = ({ box }: Drawn, name: string): readonly string[] =>
  [...box.querySelectorAll('tbody tr')]
    .filter((row) => row.querySelector('th')?.textContent.includes(name))
    .map((row) => [...row.querySelectorAll('td')].map(({ textContent }) => textContent).join(' | '));

test('their value and flag stand in the list; rows of all other types say what they said', async () => {
  const page = await open([critical, earlier, fall], '/chart/other');
  expect(headers(page).slice(1)).toEqual(['Result', 'Flag', 'Kind', 'Status', 'Date']);
  const [first, second] = cells(page, 'Potassium');
  expect(first).toContain('7.1 mmol/L | Critical high | Observation | Final | Mar 2, 2026');
  expect(second).toBe('5 mmol/L |  | Observation | Final | Mar 1, 2026');
  expect(cells(page, 'Falls easily')).toEqual([' |  | Flag | Active | no date']);
});

test('where none came, no column keeps room for what nobody says', async () => {
  const page = await open([fall], '/chart/other');
  expect(headers(page).slice(1)).not.toContain('Result');
  expect(headers(page).slice(1)).not.toContain('Flag');
  expect(cells(page, 'Falls easily')).toEqual(['Flag | Active']);
});

test('an open one says its value large, with its course, and all that an observation says', async () => {
  const page = await open([critical, earlier, fall], '/chart/other/Observation/2');
  const panel = page.box.querySelector('aside')!;
  expect(panel.querySelector('.observation-value')?.textContent).toContain('7.1 mmol/L');
  expect(panel.querySelector('.trend')).not.toBeNull();
  const facts = [...panel.querySelectorAll('dt')].map(({ textContent }) => textContent);
  expect(facts).toEqual(expect.arrayContaining(['Kind', 'Status', 'Interpretation']));
});

test('an open record of another type has no value to begin with', async () => {
  const page = await open([critical, fall], '/chart/other/Flag/f');
  const panel = page.box.querySelector('aside')!;
  expect(panel.querySelector('.observation-lead')).toBeNull();
  expect(panel.querySelector('dl')?.textContent).toContain('KindFlag');
});

const whose = {
  name: 'SMITH, DAVID',
  born: 'Mar 14, 1974',
  birthDate: '1974-03-14',
  number: '',
  sex: 'Male',
  line: '',
  system: 'NextGen Office',
  readAt: undefined,
  source: '',
};

test('a copied line, a table and paper say the value too', () => {
  const shape = otherList(() => undefined);
  const records = readRecords(other, [critical, fall], sampleContext());
  expect(recordLine(records[0]!, shape)).toBe(
    'Potassium; Result: 7.1 mmol/L; Flag: Critical high; Kind: Observation; Status: Final; Mar 2, 2026',
  );
  expect(recordLine(records[1]!, shape)).toBe('Falls easily; Kind: Flag; Status: Active; no date');
  const [header = [], row = []] = tableRows({ records, shape, whose, missing: [] });
  expect(row[header.indexOf('Result')]).toBe('7.1 mmol/L');
  expect(row[header.indexOf('Flag')]).toBe('Critical high');
  const columns = (shown: typeof records): readonly string[] =>
    withoutEmptyColumns(shape, shown).columns.map(({ id }) => id);
  expect(columns(records)).toContain('result');
  expect(columns(records.slice(1))).not.toContain('result');
});
