import { expect, test } from 'vitest';
import { memoryOf, placeOf } from './place.ts';

const page = { path: '/chart/problems', scroll: 640 };

test('@threat-13 of how a list was set up the choices are kept, and no word that somebody typed', () => {
  const memory = new Map<string, unknown>([
    [
      'list problems',
      { standing: 'all', filters: ['abnormal'], find: 'hiv', sort: { column: 'since', reversed: true } },
    ],
    ['results arrangement', 'by-date'],
    ['trend stretch', 'all'],
    ['trend', '1 typed word'],
    ['list orders', { note: 'SMITH, DAVID', list: ['Penicillin G', 'ok'] }],
    ['another', 'typed'],
    ['opened files', [{ name: 'SmithDavid', type: 'text', bytes: new Uint8Array([83, 77]) }]],
    ['opened documents', new Set(['DocumentReference/1'])],
    ['narrowed documents', { type: 'Oncology', author: '' }],
    ['list documents', { rows: new Uint8Array(9), seen: new Set(['a']) }],
  ]);
  const place = placeOf(page, 'p1', memory);
  expect(place).toMatchObject({ patientId: 'p1', path: '/chart/problems', scroll: 640 });
  expect(JSON.stringify(place)).not.toMatch(/hiv|typed|smith|penicillin|opened|oncology|83/i);
  const back = memoryOf(JSON.parse(JSON.stringify(place)) as typeof place);
  expect(Object.fromEntries(back)).toEqual({
    'list problems': {
      standing: 'all',
      filters: ['abnormal'],
      find: '',
      sort: { column: 'since', reversed: true },
    },
    'results arrangement': 'by-date',
    'trend stretch': 'all',
    'list orders': { list: ['ok'] },
    'list documents': {},
  });
});

test('without a place a chart remembers nothing', () => {
  expect(memoryOf(undefined).size).toBe(0);
});
