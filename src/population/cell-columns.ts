/** What is kept of every record that names a patient: where it is counted and a number for its id, six bytes a row of the index. */

/** Beside the number of the cell: the record names more than one patient. */
const shared = 0x80_00;

/** Cells are numbers below this. */
export const mostCells = shared;

export interface CellColumns {
  /** @param hash of its type and id; 0 for one without */
  add(row: number, cell: number, hash: number, isShared: boolean): void;
  readonly size: number;
  cellOf(row: number): number;
  /**
   * Rows that the numbers do not settle, by their owner: versions of one record that stand in different cells, and what
   * names two people.
   */
  unsure(ownerOf: (row: number) => number): ReadonlyMap<number, readonly number[]>;
}

export function createCellColumns(): CellColumns {
  let marked = new Uint16Array(1024);
  let hashes = new Uint32Array(1024);
  let size = 0;
  const cellOf = (row: number): number => (marked[row] ?? 0) % shared;
  const isShared = (row: number): boolean => (marked[row] ?? 0) >= shared;

  /** Of records that stand there more than once, and not always in one cell. */
  const differing = (): ReadonlySet<number> => {
    const keys = new Float64Array(size);
    for (let row = 0; row < size; row += 1) keys[row] = (hashes[row] ?? 0) * mostCells + cellOf(row);
    keys.sort();
    const found = new Set<number>();
    for (let at = 1; at < size; at += 1) {
      const [before = 0, key = 0] = [keys[at - 1], keys[at]];
      const hash = Math.floor(key / mostCells);
      if (hash !== 0 && key !== before && hash === Math.floor(before / mostCells)) found.add(hash);
    }
    return found;
  };

  return {
    get size() {
      return size;
    },
    cellOf,
    add(row, cell, hash, names) {
      if (row >= marked.length) {
        const rows = 2 ** Math.ceil(Math.log2(row + 1));
        const [longerMarked, longerHashes] = [new Uint16Array(rows), new Uint32Array(rows)];
        longerMarked.set(marked);
        longerHashes.set(hashes);
        [marked, hashes] = [longerMarked, longerHashes];
      }
      marked[row] = cell + (names ? shared : 0);
      hashes[row] = hash;
      size = row + 1;
    },
    unsure(ownerOf) {
      const differ = differing();
      const versions = new Map<string, number[]>();
      const unsure = new Map<number, number[]>();
      for (let row = 0; row < size; row += 1) {
        const owner = ownerOf(row);
        if (owner < 0) continue;
        const hash = hashes[row] ?? 0;
        if (differ.has(hash)) {
          listed(versions, `${owner} ${hash}`).push(row);
        } else if (isShared(row)) listed(unsure, owner).push(row);
      }
      // One id is another record where it is another person's.
      for (const [key, rows] of versions) {
        const [first = 0] = rows;
        if (rows.some((row) => isShared(row) || cellOf(row) !== cellOf(first)))
          listed(unsure, Number(key.slice(0, key.indexOf(' ')))).push(...rows);
      }
      return unsure;
    },
  };
}

function listed<K>(lists: Map<K, number[]>, key: K): number[] {
  const known = lists.get(key) ?? [];
  lists.set(key, known);
  return known;
}
