/**
 * What is kept of records that are counted while the files are gone through: a few numbers each, until it is known whose
 * they are and which of them are versions of one.
 */
/** What is kept of one record, in one row of the index. */
export interface Kept {
  readonly row: number;
  /** Of its id; undefined for one without. */
  readonly hash: number | undefined;
  /** What it says, as its counter means it; -1 where that counts for nothing. */
  readonly value: number;
  /** It names more than one patient. */
  readonly isShared: boolean;
}

/** Columns of numbers: a practice has hundreds of thousands. */
export function keptRecords() {
  const width = 4;
  let cells = new Int32Array(width * 1024);
  let size = 0;
  return {
    add({ row, hash, value, isShared }: Kept): void {
      if (size * width === cells.length) {
        const longer = new Int32Array(cells.length * 2);
        longer.set(cells);
        cells = longer;
      }
      cells.set([row, hash ?? 0, (hash === undefined ? 0 : 1) + (isShared ? 2 : 0), value], size * width);
      size += 1;
    },
    /** Each person's, one person after the other; whose it cannot be told is left out. */
    *byPerson(ownerOf: (row: number) => number): Generator<readonly [number, readonly Kept[]]> {
      const places = 2 ** 32;
      const order = new Float64Array(size);
      for (let at = 0; at < size; at += 1) order[at] = ownerOf(cells[at * width] ?? 0) * places + at;
      order.sort();
      let [whose, own] = [-1, [] as Kept[]];
      for (const key of order) {
        const owner = Math.floor(key / places);
        if (owner < 0) continue;
        if (owner !== whose) {
          if (own.length > 0) yield [whose, own];
          [whose, own] = [owner, []];
        }
        const at = (key - owner * places) * width;
        const [row = 0, hash, marks = 0, value = -1] = cells.subarray(at, at + width);
        own.push({ row, hash: marks % 2 === 1 ? hash : undefined, value, isShared: marks >= 2 });
      }
      if (own.length > 0) yield [whose, own];
    },
  };
}

/** Those that the numbers do not settle: versions of one record that say different things, and what names two people. */
export function unsureOf(own: readonly Kept[]): readonly Kept[] {
  const byId = Map.groupBy(
    own.filter(({ hash }) => hash !== undefined),
    ({ hash }) => hash,
  );
  const differ = (same: readonly Kept[]): boolean =>
    same.some(({ value, isShared }) => isShared || value !== same[0]?.value);
  return [
    ...[...byId.values()].filter(differ).flat(),
    ...own.filter(({ hash, isShared }) => hash === undefined && isShared),
  ];
}
