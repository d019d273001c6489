/** People of a group that is counted. */

/** Numbers of patients (`FilePatient.number`): how many, and whether one is among them. */
export type People = Pick<ReadonlySet<number>, 'has' | 'size'>;

export interface GrowingPeople extends People {
  add(number: number): void;
}

/** One bit each: a hundred thousand people in each year and kind of record would be too many as lists. */
export function createPeople(people: number): GrowingPeople {
  const bits = new Uint8Array(Math.ceil(people / 8));
  let size = 0;
  const has = (number: number): boolean => (((bits[number >> 3] ?? 0) >> (number & 7)) & 1) === 1;
  return {
    get size() {
      return size;
    },
    has,
    add(number) {
      if (has(number)) return;
      bits[number >> 3] = (bits[number >> 3] ?? 0) | (1 << (number & 7));
      size += 1;
    },
  };
}
