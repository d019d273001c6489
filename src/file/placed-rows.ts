/** Whose each row of the index is, and the rows of one person at a time. */
import type { RowTable } from './row-table.ts';

/**
 * The owner of each row, or -1. A record may stand in several rows, one for each patient it names: where it names one id
 * twice and means two people (of two servers), it is nobody's, for an id alone would show it to both.
 */
export function ownersOfRows(
  owned: RowTable,
  ownerOf: (tag: number) => number,
  idOf: (owner: number) => string | undefined,
): Int32Array {
  const owners = new Int32Array(owned.size);
  let begun = 0;
  for (let row = 0; row < owned.size; row += 1) {
    owners[row] = ownerOf(owned.tagOf(row));
    if (row === 0 || !isSameRecord(owned, row - 1, row)) {
      begun = row;
      continue;
    }
    const [mine, id] = [owners[row] ?? -1, idOf(owners[row] ?? -1)];
    for (let before = begun; before < row; before += 1) {
      const other = owners[before] ?? -1;
      const isTorn = other !== mine && (other === -1 || mine === -1 || idOf(other) === id);
      if (isTorn) for (let all = begun; all <= row; all += 1) owners[all] = -1;
    }
  }
  return owners;
}

function isSameRecord(owned: RowTable, one: number, other: number): boolean {
  const [a, b] = [owned.placeOf(one), owned.placeOf(other)];
  return a.file === b.file && a.start === b.start && a.inner === b.inner;
}

export interface PlacedRows {
  countOf(person: number): number;
  rowsOf(person: number): readonly number[];
  /** One row of each record that is nobody's. */
  readonly undecided: readonly number[];
}

export function placedRows(owned: RowTable, owners: Int32Array, people: number): PlacedRows {
  const firsts = new Uint32Array(people + 1);
  const undecided: number[] = [];
  for (const [row, owner] of owners.entries()) {
    if (owner !== -1) firsts[owner + 1] = (firsts[owner + 1] ?? 0) + 1;
    else if (row === 0 || !isSameRecord(owned, row - 1, row)) undecided.push(row);
  }
  for (let i = 1; i < firsts.length; i += 1) firsts[i] = (firsts[i] ?? 0) + (firsts[i - 1] ?? 0);
  const order = new Uint32Array(firsts.at(-1) ?? 0);
  const next = firsts.slice();
  for (const [row, owner] of owners.entries()) {
    if (owner === -1) continue;
    order[next[owner] ?? 0] = row;
    next[owner] = (next[owner] ?? 0) + 1;
  }
  return {
    countOf: (person) => (firsts[person + 1] ?? 0) - (firsts[person] ?? 0),
    rowsOf: (person) => [...order.subarray(firsts[person], firsts[person + 1])],
    undecided,
  };
}

/** What each person is called in the Bundles their records stand in; an address of two people is nobody's. */
export function namesOfPeople(
  urns: ReadonlyMap<number, ReadonlyMap<string, readonly number[]>>,
  numberOfMet: (at: number) => number,
): ReadonlyMap<number, readonly { readonly container: number; readonly urn: string }[]> {
  const names = new Map<number, { readonly container: number; readonly urn: string }[]>();
  for (const [container, named] of urns)
    for (const [urn, ats] of named) {
      const [number, ...others] = new Set(ats.map(numberOfMet));
      if (number === undefined || number === -1 || others.length > 0) continue;
      const known = names.get(number);
      if (known === undefined) names.set(number, [{ container, urn }]);
      else known.push({ container, urn });
    }
  return names;
}
