/** Which Patient records of opened files are one person, and whose a reference is. */
import type { Bases } from './bases.ts';
import type { Containers } from './containers.ts';
import { type FilePatient, isSamePerson, type KnownPatient } from './file-patient.ts';
import type { FileSource } from './source.ts';

type Person = Omit<FilePatient, 'number' | 'records'>;

/** A patient reference as it stands in a record of `container`. */
export interface RefInPlace {
  readonly id: string;
  /** Of an absolute reference, or of the address its record has; plain (`bases.ts`). */
  readonly base: string | undefined;
  readonly file: number;
  readonly container: number;
  /** What a `urn:` ends in: means nobody beyond its own Bundle, and nobody whose record is not there. */
  readonly isUrn: boolean;
}

export interface WhoIsWho {
  readonly people: readonly Person[];
  /** Whose the nth Patient record is; -1 where two people of that id cannot be told apart. */
  numberOfMet(at: number): number;
  /** Whose a reference is; -1 where that cannot be decided. */
  numberOf(ref: RefInPlace): number;
}

interface Known {
  readonly number: number;
  readonly containers: ReadonlySet<number>;
  readonly files: ReadonlySet<number>;
  readonly areas: ReadonlySet<string>;
  readonly bases: ReadonlySet<string>;
  isAmbiguous: boolean;
}

interface Where {
  readonly sources: readonly FileSource[];
  readonly containers: Containers;
  readonly bases: Bases;
  /** Folders that hold records of patients. */
  readonly areas: ReadonlySet<string>;
}

/** More people of one id than this are told apart by nobody. */
const mostOfOneId = 60;

/**
 * People by id. Records of one id are one person where each is the same person as each other; where one fits two that
 * do not fit each other, nobody's chart opens. What a reference means is looked for in its own Bundle, its own file, its
 * own folder, and then on its own server.
 */
export function whoIsWho(
  met: readonly KnownPatient[],
  { sources, containers, bases, areas }: Where,
): WhoIsWho {
  const people: Person[] = [];
  const numbers = new Map<string, Known[]>();
  const ofMet = new Int32Array(met.length).fill(-1);
  const byId = Map.groupBy(met.keys(), (at) => met[at]!.id);
  for (const [id, ats] of byId) {
    const groups = groupsOf(ats, met);
    const known = groups.map(({ members, isTorn }): Known => {
      const number = people.length;
      for (const at of members) ofMet[at] = number;
      const records = members.map((at) => met[at]!);
      const [first] = records;
      people.push({
        id,
        met: records.at(-1),
        isAmbiguous: false,
        onlyIn: groups.length > 1 && first !== undefined ? sources[first.file]?.path : undefined,
      });
      return {
        number,
        containers: new Set(records.map(({ container }) => container)),
        files: new Set(records.map(({ file }) => file)),
        areas: new Set(records.map(({ file }) => containers.areaOf(file))),
        bases: new Set(
          records.map(({ base, file }) => base ?? bases.homeOf(file)).filter((base) => base !== undefined),
        ),
        isAmbiguous: isTorn,
      };
    });
    for (const one of known) {
      one.isAmbiguous ||= known.some(
        (other) => other !== one && !one.containers.isDisjointFrom(other.containers),
      );
      const person = people[one.number];
      if (one.isAmbiguous && person !== undefined) people[one.number] = { ...person, isAmbiguous: true };
    }
    numbers.set(id, known);
  }
  const sure = (found: readonly Known[]): number =>
    found.length === 1 && found[0]?.isAmbiguous === false ? found[0].number : -1;
  const ambiguous = new Set(
    [...numbers.values()]
      .flat()
      .filter((one) => one.isAmbiguous)
      .map(({ number }) => number),
  );
  const isOneExport = areas.size <= 1 && bases.all.size <= 1;
  return {
    people,
    numberOfMet: (at) => (ambiguous.has(ofMet[at] ?? -1) ? -1 : (ofMet[at] ?? -1)),
    numberOf({ id, base, file, container, isUrn }) {
      const known = numbers.get(id) ?? [];
      const fits = known.filter((one) => base === undefined || one.bases.has(base));
      const area = containers.areaOf(file);
      const levels: ((one: Known) => boolean)[] = [(one) => one.containers.has(container)];
      const home = base ?? bases.homeOf(file);
      if (!isUrn) {
        levels.push((one) => one.files.has(file));
        levels.push((one) => one.areas.has(area));
        levels.push((one) => home !== undefined && one.bases.has(home));
      }
      for (const level of levels) {
        const found = fits.filter(level);
        if (found.length > 0) return sure(found);
      }
      // Nobody's record of that id is there: only where all files are of one export is it one person.
      if (isUrn || !isOneExport || known.length > 0) return -1;
      const number = people.length;
      people.push({ id, met: undefined, isAmbiguous: false, onlyIn: undefined });
      numbers.set(id, [
        {
          number,
          containers: new Set(),
          files: new Set(),
          areas: areas,
          bases: bases.all,
          isAmbiguous: false,
        },
      ]);
      return number;
    },
  };
}

interface Group {
  readonly members: readonly number[];
  /** One of them fits two others that do not fit each other. */
  readonly isTorn: boolean;
}

function groupsOf(ats: readonly number[], met: readonly KnownPatient[]): readonly Group[] {
  if (ats.length === 1) return [{ members: ats, isTorn: false }];
  // The same words again are the same record again; beyond a file only with a birth date (`isSamePerson`).
  const alike = [
    ...Map.groupBy(ats, (at) => {
      const { name, birthDate, identifiers, file } = met[at]!;
      const isSure = name !== undefined && birthDate !== undefined;
      return JSON.stringify([name, birthDate, identifiers, isSure ? '' : name === undefined ? at : file]);
    }).values(),
  ];
  if (alike.length > mostOfOneId) return alike.map((members) => ({ members, isTorn: true }));
  const one = (index: number): KnownPatient => met[alike[index]![0]!]!;
  const fits = alike.map((_, a) =>
    alike.flatMap((__, b) => (a === b || isSamePerson(one(a), one(b)) ? [b] : [])),
  );
  const seen = new Set<number>();
  const groups: Group[] = [];
  for (const start of alike.keys()) {
    if (seen.has(start)) continue;
    const reached = [start];
    seen.add(start);
    for (const at of reached)
      for (const next of fits[at] ?? []) {
        if (seen.has(next)) continue;
        seen.add(next);
        reached.push(next);
      }
    if (reached.every((at) => fits[at]?.length === reached.length))
      groups.push({
        members: reached.toSorted((a, b) => a - b).flatMap((at) => alike[at] ?? []),
        isTorn: false,
      });
    else for (const at of reached) groups.push({ members: alike[at] ?? [], isTorn: true });
  }
  return groups;
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
