/** What a line, a list and a table say: the value with unit, range, flag and date, and whose it is. */
import { expect, test } from 'vitest';
import { whenColumn, textColumn } from '#chart/kit/columns.tsx';
import { readObservation } from '#fhir/observations.ts';
import { amount, laboratorySample, sampleContext } from '#fhir/record-samples.ts';
import { chartRecord, type ChartRecord } from '#fhir/record.ts';
import { whenOf } from '#fhir/dates.ts';
import { listText } from './list-text.ts';
import { recordLine, type RowShape } from './record-line.ts';
import { tableRows } from './table-rows.ts';

const whose = {
  name: 'SMITH, DAVID',
  born: 'Mar 14, 1974',
  birthDate: '1974-03-14',
  number: 'Chart no. HF1',
  sex: 'Male',
  line: 'SMITH, DAVID · born Mar 14, 1974 · Chart no. HF1',
  system: 'NextGen Office',
  readAt: Date.UTC(2026, 10, 23, 15),
  source: 'Read from NextGen Office on Nov 23, 2026, 3:00 PM',
};

const potassium = readObservation(
  laboratorySample('2823-3', 'Potassium', {
    valueQuantity: amount(6.1, 'mmol/L'),
    referenceRange: [{ low: amount(3.5, 'mmol/L'), high: amount(5.1, 'mmol/L') }],
    interpretation: [{ coding: [{ code: 'HH' }] }],
    status: 'preliminary',
  }),
  sampleContext(),
);

const pressure = readObservation(
  laboratorySample('85354-9', 'Blood pressure', {
    effectiveDateTime: '2026-03-01',
    component: [
      {
        code: { coding: [{ system: 'http://loinc.org', code: '8480-6' }] },
        valueQuantity: amount(120, 'mmHg'),
      },
      {
        code: { coding: [{ system: 'http://loinc.org', code: '8462-4' }] },
        valueQuantity: amount(80, 'mmHg'),
      },
    ],
  }),
  sampleContext(),
);

const shape: RowShape<ChartRecord> = { columns: [whenColumn()] };

test('a result in one line: value, unit, flag, range, date, and a status that is not final', () => {
  expect(recordLine(potassium, shape)).toBe(
    'Potassium 6.1 mmol/L, Critical high (range 3.5–5.1 mmol/L), Mar 1, 2026, 8:00 AM, Preliminary',
  );
});

test('both pressures stand together', () => {
  expect(recordLine(pressure, shape)).toBe('Blood pressure 120/80 mmHg, Mar 1, 2026');
});

const drug: ChartRecord = {
  ...chartRecord(
    { resourceType: 'MedicationRequest', id: 'm1' },
    {
      title: 'Lisinopril 10 mg',
      standing: 'current',
      status: 'Active',
      when: whenOf('2019-05'),
      enteredInError: false,
    },
  ),
};
const drugShape: RowShape<ChartRecord> = {
  columns: [textColumn('who', 'column.who', () => 'TESTING, PROVIDER'), whenColumn()],
  subtitle: () => '1 tablet daily',
};

test('any other record in one line', () => {
  expect(recordLine(drug, drugShape)).toBe(
    'Lisinopril 10 mg; 1 tablet daily; By: TESTING, PROVIDER; May 2019',
  );
});

test('a list names whose it is, where it came from and what is missing before its lines', () => {
  const text = listText('Medications', {
    records: [drug],
    shape: drugShape,
    whose,
    missing: ['Part is missing.'],
  });
  expect(text.split('\n')).toEqual([
    `Medications: ${whose.line}`,
    whose.source,
    'Part is missing.',
    '- Lisinopril 10 mg; 1 tablet daily; By: TESTING, PROVIDER; May 2019',
  ]);
});

test('a table names the person in every line, keeps dates as sent, and says what is missing first', () => {
  const [header, note, row] = tableRows({
    records: [drug],
    shape: drugShape,
    whose,
    missing: ['Part is missing.'],
  });
  expect(header?.slice(0, 3)).toEqual(['Patient', 'Born', 'Name']);
  expect(note?.slice(0, 3)).toEqual(['SMITH, DAVID', '1974-03-14', 'Note: Part is missing.']);
  expect(row?.slice(0, 3)).toEqual(['SMITH, DAVID', '1974-03-14', 'Lisinopril 10 mg']);
  expect(row?.[header?.indexOf('Date') ?? -1]).toBe('2019-05');
  expect(row?.[header?.indexOf('Source') ?? -1]).toBe('NextGen Office');
});

test('a table of results has value, unit, flag and range apart', () => {
  const [header = [], row = []] = tableRows({ records: [potassium], shape, whose, missing: [] });
  const under = (name: string): string | undefined => row[header.indexOf(name)];
  expect([under('Result'), under('Unit'), under('Flag'), under('Range')]).toEqual([
    '6.1',
    'mmol/L',
    'Critical high',
    '3.5–5.1 mmol/L',
  ]);
  expect(under('Date')).toBe('2026-03-01T08:00:00Z');
  expect(under('Codes')).toBe('LOINC 2823-3');
  expect(row).toHaveLength(header.length);
});
