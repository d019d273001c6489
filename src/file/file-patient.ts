/** The people of the opened files, as a list that can be searched tells them apart. */
import { asBoolean, asObject, asObjects, asText, type FhirResource } from '#fhir/json.ts';
import { readNames } from '#fhir/names.ts';

/** One Patient record as it was met. */
export interface MetPatient {
  readonly id: string;
  readonly file: number;
  /** `SMITH, DAVID`; undefined where no name was sent. */
  readonly name: string | undefined;
  /** Every other name, for finding. */
  readonly otherNames: readonly string[];
  /** As sent. */
  readonly birthDate: string | undefined;
  /** FHIR's code, as sent. */
  readonly gender: string | undefined;
  readonly isDeceased: boolean;
  /** Chart numbers first, then every other number, as sent. */
  readonly numbers: readonly string[];
}

/** With what tells whether it is the same person as another of the same id. */
export interface KnownPatient extends MetPatient {
  /** The Bundle it stands in, or the file (`containers.ts`). */
  readonly container: number;
  /** Of its own address, plain (`bases.ts`). */
  readonly base: string | undefined;
  /** `system|value` of those that have both: a number alone is many people's. */
  readonly identifiers: readonly string[];
}

type Met = Pick<KnownPatient, 'id' | 'file' | 'container' | 'base'>;

export function meetPatient(resource: FhirResource, place: Met): KnownPatient {
  const names = readNames(resource['name']);
  const current = names.find(({ use }) => use !== 'old' && use !== 'maiden') ?? names[0];
  const identifiers = asObjects(resource['identifier']);
  const isChartNumber = (identifier: (typeof identifiers)[number]): boolean =>
    asObjects(asObject(identifier['type'])?.['coding']).some(({ code }) => code === 'MR');
  const numbers = identifiers
    .toSorted((a, b) => Number(isChartNumber(b)) - Number(isChartNumber(a)))
    .map(({ value }) => asText(value))
    .filter((value) => value !== undefined);
  return {
    ...place,
    name: current?.familyFirst,
    otherNames: names.filter((name) => name !== current).map(({ label }) => label),
    birthDate: asText(resource['birthDate']),
    gender: asText(resource['gender']),
    isDeceased: resource['deceasedDateTime'] !== undefined || asBoolean(resource['deceasedBoolean']) === true,
    numbers: [...new Set(numbers)],
    identifiers: [
      ...new Set(
        identifiers.flatMap(({ system, value }) => {
          const [by, number] = [asText(system)?.trim(), asText(value)?.trim()];
          return by && number ? [`${by}|${number}`] : [];
        }),
      ),
    ].toSorted(),
  };
}

/**
 * Whether two records of the same id are of one person. A birth date that differs tells people apart; a name may change
 * where a number of one system stays. A name alone is enough only within one file, and no name is nobody's.
 */
export function isSamePerson(a: KnownPatient, b: KnownPatient): boolean {
  const hasDates = a.birthDate !== undefined && b.birthDate !== undefined;
  if (hasDates && a.birthDate !== b.birthDate) return false;
  if (a.identifiers.some((number) => b.identifiers.includes(number))) return true;
  const [one, other] = [plain(a.name ?? '').trim(), plain(b.name ?? '').trim()];
  return one !== '' && one === other && (hasDates || a.file === b.file);
}

/** Somebody whose chart can be opened. */
export interface FilePatient {
  /** Their place in the list of the opened files. */
  readonly number: number;
  readonly id: string;
  /** Undefined where no file holds the patient's own record. */
  readonly met: MetPatient | undefined;
  /** Records of theirs, the patient's own included. */
  readonly records: number;
  /**
   * Another person in the same file has the same id: which records are whose cannot be told, so that neither chart is
   * opened.
   */
  readonly isAmbiguous: boolean;
  /** The file they stand in, where somebody else of the same id stands in another. */
  readonly onlyIn: string | undefined;
}

/** Letters and figures, without accents or case, for finding. */
function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/**
 * Those whom every word of `find` fits: a part of a name, a date in any of its usual spellings, or a number. In the order
 * of the list.
 */
export function findInPatients(patients: readonly FilePatient[], find: string): readonly FilePatient[] {
  const words = plain(find)
    .split(/[\s,;]+/)
    .filter((word) => word !== '')
    .map((word) => isoDate(word) ?? word);
  if (words.length === 0) return patients;
  return patients.filter(({ id, met }) => {
    const text = plain(
      [met?.name, ...(met?.otherNames ?? []), met?.birthDate, ...(met?.numbers ?? []), id].join(' '),
    );
    return words.every((word) => text.includes(word));
  });
}

/** `7/25/1955` as the record has it. */
function isoDate(word: string): string | undefined {
  const [, month, day, year] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(word) ?? [];
  if (month === undefined || day === undefined || year === undefined) return undefined;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
