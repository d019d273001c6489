import { describe, expect, test } from 'vitest';
import { dateTicks } from './date-ticks.ts';

const day = 86_400_000;
const at = (text: string): number => Date.parse(text);

describe('ticks of the time axis', () => {
  test.each([
    ['ten years', '2016-12-05', '2026-11-07', 280, ['2018', '2020', '2022', '2024', '2026']],
    ['one year', '2025-11-21', '2026-11-21', 320, ['Jan 2026', 'Apr 2026', 'Jul 2026', 'Oct 2026']],
    ['one year on little room', '2025-11-21', '2026-11-21', 160, ['Jan 2026', 'Jul 2026']],
    [
      'a week',
      '2026-11-14',
      '2026-11-20',
      300,
      ['Nov 14, 2026', 'Nov 16, 2026', 'Nov 18, 2026', 'Nov 20, 2026'],
    ],
    [
      'a day',
      '2026-11-19T02:00Z',
      '2026-11-19T20:00Z',
      340,
      ['Nov 19, 6 AM', 'Nov 19, 12 PM', 'Nov 19, 6 PM'],
    ],
  ])('%s', (_name, from, to, width, labels) => {
    const ticks = dateTicks({ from: at(from), to: at(to), width, zone: 'UTC' });
    expect(ticks.map(({ label }) => label)).toEqual(labels);
  });

  test('labels have room at any width and any span', () => {
    const from = at('2001-02-03');
    for (const width of [120, 200, 372, 800, 1600]) {
      for (const span of [0.2, 1, 3, 9, 40, 100, 400, 1500, 9000, 40_000]) {
        const ticks = dateTicks({ from, to: from + span * day, width, zone: 'UTC' });
        expect(ticks.length).toBeGreaterThan(0);
        const scale = width / (span * day);
        // 6.2 pixels a character of the small type.
        const touching = ticks.filter((tick, index) => {
          const next = ticks[index + 1];
          return next !== undefined && (next.at - tick.at) * scale <= tick.label.length * 6.2;
        });
        expect(touching).toEqual([]);
      }
    }
  });

  test('one moment has one tick', () => {
    expect(dateTicks({ from: at('2019-05-01'), to: at('2019-05-01'), width: 300, zone: 'UTC' })).toEqual([
      { at: at('2019-05-01'), label: 'May 1, 2019' },
    ]);
  });
});
