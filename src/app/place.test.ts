import { expect, test } from 'vitest';
import { memoryOf, placeOf } from './place.ts';

const page = { location: { pathname: '/chart/problems' }, scrollY: 640 } as unknown as Window;

test('@threat-13 of how a list was set up the choices are kept, and no word that somebody typed', () => {
  const memory = new Map<string, unknown>([
    [
      'list problems',
      { standing: 'all', filters: ['abnormal'], find: 'hiv', sort: { column: 'since', reversed: true } },
    ],
    ['results arrangement', 'by-date'],
    ['sheet vitals', 4],
    ['another', 'typed words, with a name'],
    ['one more', { note: 'SMITH, DAVID', list: ['Penicillin G', 'ok'] }],
  ]);
  const place = placeOf(page, 'p1', memory);
  expect(place).toMatchObject({ patientId: 'p1', path: '/chart/problems', scroll: 640 });
  expect(JSON.stringify(place)).not.toMatch(/hiv|typed|smith|penicillin/i);
  const back = memoryOf(JSON.parse(JSON.stringify(place)) as typeof place);
  expect(Object.fromEntries(back)).toEqual({
    'list problems': {
      standing: 'all',
      filters: ['abnormal'],
      find: '',
      sort: { column: 'since', reversed: true },
    },
    'results arrangement': 'by-date',
    'sheet vitals': 4,
    'one more': { list: ['ok'] },
  });
});

test('without a place a chart remembers nothing', () => {
  expect(memoryOf(undefined).size).toBe(0);
});
