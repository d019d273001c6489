/**
 * What is counted of an export while it is gone through: record by record, of which nothing is kept but the counts and,
 * for each problem, the ids of those who have it.
 */
import { asObject, asObjects, asText, type FhirResource } from '#fhir/json.ts';
import { patientRefsOf } from '#file/whose.ts';

export interface CountedProblem {
  readonly key: string;
  /** As sent: the text, else the display, else the code. */
  readonly title: string;
  /** Ids of patients, each once. */
  readonly patients: ReadonlySet<string>;
}

export interface Counted {
  /** Records of patients by the year they are about, oldest first. */
  readonly years: readonly { readonly year: number; readonly n: number }[];
  /** Records of patients without a date. */
  readonly undated: number;
  /** Most patients first. */
  readonly problems: readonly CountedProblem[];
}

export interface RecordCounter {
  add(resource: FhirResource): void;
  finish(): Counted;
}

/** Where records of each kind say when, the most telling first; R4 and earlier. */
const dateElements = [
  'effectiveDateTime',
  'effectivePeriod',
  'effectiveInstant',
  'occurrenceDateTime',
  'performedDateTime',
  'performedPeriod',
  'onsetDateTime',
  'period',
  'authoredOn',
  'recordedDate',
  'whenHandedOver',
  'date',
  'dateWritten',
  'dateRecorded',
  'assertedDate',
  'issued',
  'created',
  'started',
  'startDate',
] as const;

/** The year a record is about; undefined where it has no date, or one that nobody can mean. */
export function yearOf(resource: FhirResource): number | undefined {
  for (const element of dateElements) {
    const value = resource[element];
    if (value === undefined) continue;
    const text = asText(asObject(value)?.['start']) ?? asText(value);
    const year = Number(/^(\d{4})(?:-|$)/.exec(text ?? '')?.[1]);
    if (year >= 1850 && year <= 2200) return year;
  }
  return undefined;
}

const codesOf = (value: unknown): readonly (string | undefined)[] =>
  typeof value === 'string'
    ? [value]
    : asObjects(asObject(value)?.['coding']).map((coding) => asText(coding['code']));

/** Active by its own word, or without one; neither refuted nor entered in error. */
function isCurrentProblem(resource: FhirResource): boolean {
  if (resource.resourceType !== 'Condition') return false;
  const verified = codesOf(resource['verificationStatus']);
  if (verified.includes('refuted') || verified.includes('entered-in-error')) return false;
  const status = codesOf(resource['clinicalStatus']).filter((code) => code !== undefined);
  return status.length === 0 || status.some((code) => /^(?:active|recurrence|relapse)$/.test(code));
}

export function countRecords(): RecordCounter {
  const years = new Map<number, number>();
  const problems = new Map<string, { readonly title: string; readonly patients: Set<string> }>();
  let undated = 0;

  const addProblem = (resource: FhirResource, patients: readonly string[]): void => {
    const code = asObject(resource['code']);
    const [coding] = asObjects(code?.['coding']);
    const title = asText(code?.['text']) ?? asText(coding?.['display']) ?? asText(coding?.['code']);
    if (title === undefined) return;
    const coded = asText(coding?.['code']);
    const key = coded === undefined ? title.toLowerCase() : `${asText(coding?.['system']) ?? ''}|${coded}`;
    const known = problems.get(key) ?? { title, patients: new Set<string>() };
    for (const id of patients) known.patients.add(id);
    problems.set(key, known);
  };

  return {
    add(resource) {
      if (resource.resourceType === 'Patient') return;
      const refs = patientRefsOf(resource);
      if (refs.length === 0) return;
      const year = yearOf(resource);
      if (year === undefined) undated += 1;
      else years.set(year, (years.get(year) ?? 0) + 1);
      if (!isCurrentProblem(resource)) return;
      // An address within a Bundle ends in the id, wherever one was given.
      const ids = refs.map((ref) => ('id' in ref ? ref.id : ref.urn.slice(ref.urn.lastIndexOf(':') + 1)));
      addProblem(resource, ids);
    },
    finish: () => ({
      undated,
      years: [...years].map(([year, n]) => ({ year, n })).toSorted((a, b) => a.year - b.year),
      problems: [...problems]
        .map(([key, { title, patients }]) => ({ key, title, patients }))
        .toSorted((a, b) => b.patients.size - a.patients.size || a.title.localeCompare(b.title, 'en')),
    }),
  };
}
