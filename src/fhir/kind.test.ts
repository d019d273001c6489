import { describe, expect, it } from 'vitest';
import { contextOf } from './context-of.ts';
import type { FhirResource } from './json.ts';
import { byNewest, fold, inOrder, readRecords, type RecordKind, splitUndated } from './kind.ts';
import { unknownModifiers } from './modifiers.ts';
import { chartRecord, type ChartRecord } from './record.ts';

const kind: RecordKind<ChartRecord> = {
  id: 'other',
  read: (resource) =>
    chartRecord(resource, {
      title: String(resource['title']),
      standing: 'current',
      status: undefined,
      when: undefined,
      enteredInError: resource['wrong'] === true,
    }),
  compare: byNewest,
  foldKey: (record) => (record.title === 'undefined' ? undefined : JSON.stringify(record.title)),
};

function read(...members: readonly Record<string, unknown>[]): readonly ChartRecord[] {
  return readRecords(
    kind,
    members.map((one): FhirResource => ({ resourceType: 'X', ...one })),
    contextOf(),
  );
}

describe('every record has a key of its own', () => {
  it('by type and id, twice the same id, and without one', () => {
    const keys = read({ id: 'a' }, { id: 'a' }, { title: 'b' }, { title: 'b' }, { title: 'c' }).map(
      (one) => one.key,
    );
    expect(keys.slice(0, 2)).toEqual(['X/a', 'X/a.2']);
    expect(keys.slice(2).every((key) => key.startsWith('X/#'))).toBe(true);
    expect(new Set(keys).size).toBe(5);
  });

  it('the same after another read, in another order', () => {
    const [first] = read({ title: 'b' }, { title: 'c' });
    const [, second] = read({ title: 'c' }, { title: 'b' });
    expect(second?.key).toBe(first?.key);
  });
});

describe('folding hides nothing', () => {
  it('received = shown + folded, in the order of the list', () => {
    const groups = fold(kind, read({ title: 'a' }, { title: 'b' }, {}, { title: 'a' }, {}));
    expect(groups.map((group) => [group.first.title, group.records.length])).toEqual([
      ['a', 2],
      ['b', 1],
      ['undefined', 1],
      ['undefined', 1],
    ]);
  });

  it('a kind without a fold key folds nothing', () => {
    const { foldKey: _, ...plain } = kind;
    expect(fold(plain, read({ title: 'a' }, { title: 'a' }))).toHaveLength(2);
  });
});

describe('undated records are a group of their own', () => {
  const dated = (sortTime: number | undefined) => ({ ...read({})[0]!, sortTime });

  it('after the newest and the oldest', () => {
    const sorted = [dated(undefined), dated(1), dated(undefined), dated(3), dated(-5)].toSorted(byNewest);
    expect(sorted.map((one) => one.sortTime)).toEqual([3, 1, -5, undefined, undefined]);
    expect(splitUndated(sorted)).toMatchObject({ dated: { length: 3 }, undated: { length: 2 } });
  });

  it('the first order that tells two apart decides', () => {
    const order = inOrder<number>(
      (a, b) => Math.sign((a % 2) - (b % 2)),
      (a, b) => b - a,
    );
    expect([1, 2, 3, 4].toSorted(order)).toEqual([4, 2, 3, 1]);
  });
});

describe('marks no reader may forget', () => {
  it('entered in error, and an unknown modifier extension at any depth', () => {
    expect(read({ wrong: true, a: [{ b: { modifierExtension: [{ url: 'urn:x' }] } }] })[0]?.marks).toEqual([
      { phrase: { key: 'mark.entered-in-error' }, tone: 'warning' },
      { phrase: { key: 'mark.unknown-modifier' }, tone: 'warning' },
    ]);
  });

  it.each([
    [{ modifierExtension: [{ url: 'urn:a' }, { url: 'urn:a' }, {}] }, ['urn:a', 'modifierExtension']],
    [{ modifierExtension: 'odd' }, ['odd']],
    [{ implicitRules: 'urn:rules' }, ['urn:rules']],
    [{ modifierExtension: [], extension: [{ url: 'urn:plain' }] }, []],
    [{ modifierExtension: null, implicitRules: null }, []],
  ])('%j', (members, urls) => {
    expect(unknownModifiers(members)).toEqual(urls);
  });
});
