/** The files of one export: which there are, how many records each has, and their bytes, made as they are sent. */
import type { Store } from '#sandbox/fhir/store.ts';
import { madeUpIndex, madeUpLines, madeUpTypes, type MadeUpType } from './made-up-patients.ts';

export interface BulkFile {
  readonly type: string;
  readonly count: number;
  /** Pieces of the file from its first byte, about 256 KB each. */
  pieces(): Generator<Buffer>;
}

/** So many made-up patients go into one file of a type: several files a type, as a large practice gets. */
const patientsAFile = 10_000;
const pieceSize = 256 * 1024;

function* gathered(lines: Iterable<string>): Generator<Buffer> {
  let waiting: string[] = [];
  let size = 0;
  for (const line of lines) {
    waiting.push(line);
    size += line.length;
    if (size < pieceSize) continue;
    yield Buffer.from(waiting.join(''), 'utf8');
    waiting = [];
    size = 0;
  }
  if (size > 0) yield Buffer.from(waiting.join(''), 'utf8');
}

/** Records that belong to no patient and that the records of patients point at. */
const shared = ['Organization', 'Practitioner', 'PractitionerRole', 'Location'];

/** The files for these patients, the cast's and the made-up ones', of these types (empty = all). */
export function filesOf(
  store: Store,
  patients: readonly string[],
  madeUp: number,
  types: readonly string[],
): readonly BulkFile[] {
  const wants = (type: string): boolean => types.length === 0 || types.includes(type);
  const cast = patients.filter((id) => madeUpIndex(id, madeUp) === undefined);
  const numbers = patients.map((id) => madeUpIndex(id, madeUp)).filter((index) => index !== undefined);
  const files: BulkFile[] = [];
  for (const type of store.types.toSorted()) {
    if (!wants(type)) continue;
    const records = shared.includes(type)
      ? store.all(type)
      : type === 'Patient'
        ? cast.map((id) => store.read('Patient', id)).filter((each) => each !== undefined)
        : [...new Set(cast.flatMap((id) => store.ofPatient(type, id)))];
    if (records.length === 0) continue;
    files.push({
      type,
      count: records.length,
      pieces: () => gathered(records.map((record) => `${store.text(record)}\n`)),
    });
  }
  for (const type of Object.keys(madeUpTypes) as MadeUpType[]) {
    if (!wants(type)) continue;
    for (let from = 0; from < numbers.length; from += patientsAFile) {
      const some = numbers.slice(from, from + patientsAFile);
      files.push({
        type,
        count: some.length * madeUpTypes[type],
        pieces: () =>
          gathered(
            (function* lines() {
              for (const patient of some) yield madeUpLines(type, patient);
            })(),
          ),
      });
    }
  }
  return files;
}
