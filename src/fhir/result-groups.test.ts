import { describe, expect, it } from 'vitest';
import type { FhirResource, JsonObject } from './json.ts';
import { readRecords } from './kind.ts';
import { laboratory, latestPerTest } from './laboratory.ts';
import { laboratorySample, sample, sampleContext, amount } from './record-samples.ts';
import { groupByReport, type ResultGroup } from './result-groups.ts';
import { reports } from './reports.ts';

const ref = (id: string) => ({ reference: `Observation/${id}` });

function lab(id: string, fields: JsonObject = {}): FhirResource {
  return laboratorySample(id, id, { id, ...fields });
}

function report(id: string, results: readonly string[], fields: JsonObject = {}): FhirResource {
  const base = {
    id,
    status: 'final',
    code: { text: id },
    effectiveDateTime: '2026-03-01',
    result: results.map(ref),
  };
  return sample('DiagnosticReport', { ...base, ...fields });
}

function grouped(resources: readonly FhirResource[]) {
  const context = sampleContext(resources);
  const of = (type: string) => resources.filter((resource) => resource.resourceType === type);
  return groupByReport(
    readRecords(laboratory, of('Observation'), context),
    readRecords(reports, of('DiagnosticReport'), context),
  );
}

function outline({ key, results, panels }: ResultGroup): unknown {
  return [key, results.map((result) => result.key), ...panels.map(outline)];
}

describe('groupByReport', () => {
  it('groups results as reported; the rest are single tests', () => {
    const { groups, single } = grouped([lab('na'), lab('k'), lab('hba1c'), report('bmp', ['na', 'k'])]);
    expect(groups.map(outline)).toEqual([['DiagnosticReport/bmp', ['Observation/na', 'Observation/k']]]);
    expect(single.map((result) => result.key)).toEqual(['Observation/hba1c']);
  });

  it('a panel with members is a group, within the report that names it', () => {
    const panel = lab('panel', { hasMember: [ref('na'), ref('k')] });
    const within = grouped([panel, lab('na'), lab('k'), report('r', ['panel', 'na', 'k'])]);
    expect(within.groups.map(outline)).toEqual([
      ['DiagnosticReport/r', [], ['Observation/panel', ['Observation/na', 'Observation/k']]],
    ]);
    const alone = grouped([panel, lab('na'), lab('k')]);
    expect(alone.groups.map(outline)).toEqual([['Observation/panel', ['Observation/na', 'Observation/k']]]);
    expect(alone.single).toEqual([]);
  });

  it('panels within panels, and panels that name each other, end', () => {
    const outer = lab('outer', { hasMember: [ref('inner')] });
    const inner = lab('inner', { hasMember: [ref('na'), ref('outer'), ref('inner')] });
    const { groups, single } = grouped([inner, outer, lab('na')]);
    expect(groups).toHaveLength(1);
    expect(JSON.stringify(groups.map(outline)).match(/Observation\/na/g)).toHaveLength(1);
    expect(single).toEqual([]);
  });

  it('every result stands in one place: the newest report that names it', () => {
    const { groups } = grouped([
      lab('na'),
      lab('k'),
      report('old', ['na', 'k'], { effectiveDateTime: '2026-02-01' }),
      report('new', ['na']),
    ]);
    expect(groups.map(outline)).toEqual([
      ['DiagnosticReport/new', ['Observation/na']],
      ['DiagnosticReport/old', ['Observation/k']],
    ]);
    expect(groups[1]?.elsewhere).toBe(1);
  });

  it('says how many named results have not arrived, and takes a report in error last', () => {
    const { groups } = grouped([
      lab('na'),
      report('r', ['na', 'gone']),
      report('error', ['na'], { status: 'entered-in-error', effectiveDateTime: '2026-04-01' }),
    ]);
    expect(groups).toHaveLength(1);
    expect(groups[0]).toMatchObject({ key: 'DiagnosticReport/r', missing: 1 });
  });

  it('results inside a report are shown with it', () => {
    const inside = {
      resourceType: 'Observation',
      id: 'o1',
      status: 'final',
      code: { text: 'Sodium' },
      valueString: '138',
    };
    const { groups } = grouped([report('r', [], { contained: [inside], result: [{ reference: '#o1' }] })]);
    expect(groups[0]?.results).toMatchObject([{ key: 'DiagnosticReport/r#0', title: 'Sodium' }]);
    expect(groups[0]?.missing).toBe(0);
  });

  it('nothing is lost: results in = results out', () => {
    const all = [
      lab('a', { hasMember: [ref('b')] }),
      lab('b'),
      lab('c'),
      lab('d'),
      report('r', ['b', 'c']),
      report('s', ['a']),
    ];
    const { groups, single } = grouped(all);
    const keys = (group: ResultGroup): readonly string[] => [
      ...(group.head.type === 'Observation' ? [group.key] : []),
      ...group.results.map((result) => result.key),
      ...group.panels.flatMap(keys),
    ];
    const out = [...groups.flatMap(keys), ...single.map((result) => result.key)];
    expect(out.toSorted()).toEqual(['a', 'b', 'c', 'd'].map((id) => `Observation/${id}`));
  });
});

describe('laboratory', () => {
  const read = (resources: readonly FhirResource[]) => readRecords(laboratory, resources, sampleContext());
  const flagged = (id: string, code: string, on: string | undefined) =>
    lab(id, { effectiveDateTime: on, interpretation: [{ coding: [{ code }] }] });

  it('critical results come first, then the newest; undated last, entered in error last of all', () => {
    const records = read([
      flagged('old-critical', 'LL', '2019-01-01'),
      flagged('undated', 'N', undefined),
      lab('error', { status: 'entered-in-error', interpretation: [{ coding: [{ code: 'HH' }] }] }),
      flagged('new', 'H', '2026-01-01'),
      flagged('newer', 'N', '2026-02-01'),
      flagged('star', '*', '2020-01-01'),
    ]);
    expect(records.toSorted(laboratory.compare).map((record) => record.source.id)).toEqual([
      'star',
      'old-critical',
      'newer',
      'new',
      'undated',
      'error',
    ]);
  });

  it('folds only what is the same in every respect, and never without a date', () => {
    const [one, copy, other, undated, again] = read([
      lab('1', { valueQuantity: amount(5, 'g') }),
      lab('1', { id: '2', valueQuantity: amount(5, 'g'), meta: { versionId: '2' } }),
      lab('1', { id: '3', valueQuantity: amount(6, 'g') }),
      lab('1', { id: '4', effectiveDateTime: undefined }),
      lab('1', { id: '5', effectiveDateTime: undefined }),
    ]).map((record) => laboratory.foldKey?.(record));
    expect(one).toBe(copy);
    expect(other).not.toBe(one);
    expect([undated, again]).toEqual([undefined, undefined]);
  });

  it('the latest of a test is its newest fact', () => {
    const glucose = (id: string, on: string | undefined, status = 'final') =>
      laboratorySample('2345-7', 'Glucose', { id, effectiveDateTime: on, status });
    const latest = latestPerTest(
      read([
        glucose('undated', undefined),
        glucose('old', '2020-01-01'),
        glucose('new', '2024-01-01'),
        glucose('error', '2025-01-01', 'entered-in-error'),
        glucose('cancelled', '2026-01-01', 'cancelled'),
        lab('k'),
      ]),
    );
    expect(latest.map((record) => record.source.id)).toEqual(['k', 'new']);
  });
});
