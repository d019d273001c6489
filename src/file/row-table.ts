/** Places of records in files, in columns of numbers: two million rows are some fifty megabytes, not a gigabyte of objects. */

/** Where one record stands. */
export interface Place {
  readonly file: number;
  readonly start: number;
  readonly length: number;
  /** Which of the resources in that piece (`resourcesIn`). */
  readonly inner: number;
}

export interface RowTable {
  readonly size: number;
  /** `tag`: whatever the table is looked up by. `type`: a number for the record's type, up to 65,535. */
  add(tag: number, place: Place, type?: number): void;
  tagOf(row: number): number;
  typeOf(row: number): number;
  placeOf(row: number): Place;
}

const firstRows = 1024;

export function createRowTable(): RowTable {
  let size = 0;
  let tags = new Uint32Array(firstRows);
  let files = new Uint32Array(firstRows);
  let starts = new Float64Array(firstRows);
  let lengths = new Uint32Array(firstRows);
  let inners = new Uint32Array(firstRows);
  let types = new Uint16Array(firstRows);

  const grow = (): void => {
    const rows = tags.length * 2;
    const longer = <A extends Uint32Array | Float64Array | Uint16Array>(next: A, old: A): A => {
      next.set(old);
      return next;
    };
    tags = longer(new Uint32Array(rows), tags);
    files = longer(new Uint32Array(rows), files);
    starts = longer(new Float64Array(rows), starts);
    lengths = longer(new Uint32Array(rows), lengths);
    inners = longer(new Uint32Array(rows), inners);
    types = longer(new Uint16Array(rows), types);
  };

  return {
    get size() {
      return size;
    },
    add(tag, { file, start, length, inner }, type = 0) {
      if (size === tags.length) grow();
      tags[size] = tag;
      files[size] = file;
      starts[size] = start;
      lengths[size] = length;
      inners[size] = inner;
      types[size] = type;
      size += 1;
    },
    tagOf: (row) => tags[row] ?? 0,
    typeOf: (row) => types[row] ?? 0,
    placeOf: (row) => ({
      file: files[row] ?? 0,
      start: starts[row] ?? 0,
      length: lengths[row] ?? 0,
      inner: inners[row] ?? 0,
    }),
  };
}

/** A short number for a text (FNV-1a, 32 bits): equal texts have equal numbers, and a few others do too. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    hash ^= text.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}
