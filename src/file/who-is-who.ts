/** Which Patient records of opened files are one person, and whose a reference is. */
import { type FilePatient, isSamePerson, type MetPatient } from './file-patient.ts';
import type { FileSource } from './source.ts';

type Person = Omit<FilePatient, 'number' | 'records'>;

export interface WhoIsWho {
  readonly people: readonly Person[];
  /** Whose an id is that stands in `file`; -1 where two people in question have it. Someone new where nobody has. */
  numberOf(id: string, file: number): number;
}

interface Known {
  readonly records: MetPatient[];
}

/**
 * People by id. The same id in two files is one person as long as the records say so; where they tell of two people
 * (two practices' Patient/1), each file's records belong to the one in that file, and other files' to neither.
 */
export function whoIsWho(met: readonly MetPatient[], sources: readonly FileSource[]): WhoIsWho {
  const byId = new Map<string, Known[]>();
  for (const patient of met) {
    const known = byId.get(patient.id) ?? [];
    const same = known.find(({ records }) => records.some((one) => isSamePerson(one, patient)));
    if (same === undefined) known.push({ records: [patient] });
    else same.records.push(patient);
    byId.set(patient.id, known);
  }
  const people: Person[] = [];
  const numbers = new Map<string, { readonly number: number; readonly files: ReadonlySet<number> }[]>();
  for (const [id, known] of byId) {
    const filesOf = known.map(({ records }) => new Set(records.map(({ file }) => file)));
    numbers.set(
      id,
      known.map(({ records }, at) => {
        const files = filesOf[at]!;
        const isAmbiguous = filesOf.some((others, other) => other !== at && !files.isDisjointFrom(others));
        const [first] = files;
        const onlyIn = known.length > 1 && first !== undefined ? sources[first]?.path : undefined;
        people.push({ id, met: records.at(-1), isAmbiguous, onlyIn });
        return { number: people.length - 1, files };
      }),
    );
  }
  return {
    people,
    numberOf(id, file) {
      const known = numbers.get(id);
      if (known === undefined) {
        people.push({ id, met: undefined, isAmbiguous: false, onlyIn: undefined });
        const number = people.length - 1;
        numbers.set(id, [{ number, files: new Set() }]);
        return number;
      }
      if (known.length === 1) return known[0]?.number ?? -1;
      const here = known.filter(({ files }) => files.has(file));
      return here.length === 1 ? (here[0]?.number ?? -1) : -1;
    },
  };
}

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/** By name, then birth date: namesakes stand together. Those of whom no name is known come last. */
export function sortPatients(patients: readonly FilePatient[]): readonly FilePatient[] {
  return patients.toSorted((a, b) => {
    const [one, other] = [a.met?.name, b.met?.name];
    if (one === undefined || other === undefined) {
      return Number(one === undefined) - Number(other === undefined) || collator.compare(a.id, b.id);
    }
    return (
      collator.compare(one, other) ||
      collator.compare(a.met?.birthDate ?? '', b.met?.birthDate ?? '') ||
      collator.compare(a.id, b.id)
    );
  });
}
