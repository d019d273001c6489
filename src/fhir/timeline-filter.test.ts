import { describe, expect, test } from 'vitest';
import { entriesOf, order, problem, result, visit } from './story-records.ts';
import { narrowTimeline } from './timeline-filter.ts';

const over = { clinicalStatus: { coding: [{ code: 'resolved' }] } };

describe('narrowing', () => {
  const { entries } = entriesOf(
    result('o1', '2026-08-04T10:00:00Z'),
    problem('c1', 'Asthma', { onsetDateTime: '2026', ...over }),
    problem('c2', 'Gout', { onsetDateTime: '2025-12', ...over }),
    order('m1', 'Aspirin'),
  );
  const keys = (filter: Parameters<typeof narrowTimeline>[1]) =>
    narrowTimeline(entries, filter).map(({ record }) => record.key);

  test('by kind; with no bounds undated records stay', () => {
    expect(keys({ kinds: ['medications'], from: '', to: '' })).toEqual(['MedicationRequest/m1']);
    expect(keys({ kinds: [], from: '', to: '' })).toHaveLength(4);
  });

  test('by date: what is only known to the year or month stays where it may lie inside', () => {
    expect(keys({ kinds: [], from: '2026-08-04', to: '' })).toEqual(['Observation/o1', 'Condition/c1']);
    expect(keys({ kinds: [], from: '', to: '2025-12-15' })).toEqual(['Condition/c2']);
    expect(keys({ kinds: [], from: '2026-08-05', to: '2026-12-31' })).toEqual(['Condition/c1']);
  });
});

describe('what reaches into the dates stays', () => {
  const { entries } = entriesOf(
    visit('stay', '2025-12-28', { period: { start: '2025-12-28', end: '2026-01-05' } }),
    problem('on', 'Hypertension', { onsetDateTime: '2012' }),
    problem('ended', 'Pneumonia', { ...over, onsetDateTime: '2024-02', abatementDateTime: '2026-02-01' }),
    problem('over', 'Gout', { ...over, onsetDateTime: '2012' }),
    order('taken', 'Atorvastatin 40 mg', '2015-03-01'),
    order('stopped', 'Aspirin 81 mg', '2015-03-01', { status: 'stopped' }),
    result('before', '2025-12-31'),
  );
  const keys = (from: string, to: string) =>
    narrowTimeline(entries, { kinds: [], from, to }).map(({ record }) => record.key.split('/')[1]);

  test('a stay, a problem and a drug that went on; not what was over, nor what has no known end', () => {
    expect(keys('2026-01-01', '2026-12-31')).toEqual(['stay', 'on', 'ended', 'taken']);
    expect(keys('2026-02-02', '')).toEqual(['on', 'taken']);
  });

  test('what began after the range is not in it', () => {
    expect(keys('', '2013-12-31')).toEqual(['on', 'over']);
    expect(keys('2015-01-01', '2015-12-31')).toEqual(['on', 'taken', 'stopped']);
  });
});
