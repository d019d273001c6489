/** Who and what a patient's records point at: practitioners, places, medications, and what Provenance says of them. */
import { asList, asObject, asText } from '#fhir/json.ts';
import { referenceText, splitReference } from '#fhir/reference-index.ts';
import { plainBase } from './bases.ts';
import type { OpenedFiles, Where } from './gathering.ts';
import { type ReadRecord, readPlaces } from './read-places.ts';
import { recordsInR4 } from './records-in-r4.ts';
import { keyOf, keyOfReference, resolveReference } from './resolve-reference.ts';
import { hasSameContent } from './same-record.ts';

/** A role points at a person, a person at nobody; a medicine at what it is made of. */
const steps = 3;
/** Deeper than any record; hostile nesting ends here. */
const deepest = 60;

export interface Companions {
  readonly records: readonly ReadRecord[];
  /** References that could mean several records which differ: they lead nowhere. */
  readonly unclear: number;
}

interface Asked {
  readonly text: string;
  readonly from: Where;
}

/**
 * Of nobody in particular, so never a record of care: only these types are indexed by their own id
 * (`gathering.ts`), and another patient's record is none of them. The chart looks references up by type and id, so that
 * one that means two things in it means neither.
 */
export async function companionsOf(
  files: OpenedFiles,
  records: readonly ReadRecord[],
  signal?: AbortSignal,
): Promise<Companions> {
  const found = new Map<string, ReadRecord>();
  const chosen = new Map<string, ReadRecord>();
  const unclear = new Set<string>();
  const nowhere: Asked[] = [];
  const own = Map.groupBy(records, ({ resource }) => keyOf(resource));
  const addresses = records.flatMap(({ fullUrl }) => (fullUrl === undefined ? [] : [fullUrl]));
  const asked = new Set<string>();
  let from: readonly ReadRecord[] = records;
  for (let step = 0; step < steps && from.length > 0; step += 1) {
    const wanted = wantedBy(files, from, asked);
    const keys = new Set(wanted.map(({ text }) => keyOfReference(text)));
    // Provenance is known by what it is about.
    const about = step === 0 ? [...own.keys(), ...addresses] : [];
    // oxlint-disable-next-line no-await-in-loop -- what is found here is gone through next
    const read = await readPlaces(files.sources, files.placesNamed([...keys, ...about]), signal);
    const next: ReadRecord[] = [];
    const take = (one: ReadRecord): void => {
      const name = `${one.place.file} ${one.place.start} ${one.place.inner}`;
      if (found.has(name)) return;
      found.set(name, one);
      next.push(one);
    };
    if (step === 0) for (const one of provenanceOf(files, read.records, own)) take(one);
    const byKey = candidatesByKey(read.records);
    for (const ask of wanted) {
      const key = keyOfReference(ask.text);
      const meant = resolveReference(files, ask.text, ask.from, byKey.get(key) ?? []);
      if (meant === 'none') nowhere.push(ask);
      else if (meant === 'several') unclear.add(key);
      else {
        for (const name of new Set([key, keyOf(meant.resource)])) {
          const before = chosen.get(name);
          if (before !== undefined && !hasSameContent(before.resource, meant.resource)) unclear.add(name);
          else chosen.set(name, meant);
        }
        take(meant);
      }
    }
    from = next;
  }
  const bases = new Set(
    [...records, ...found.values()].map((one) => files.whereOf(one.place, one.fullUrl).base),
  );
  for (const { text } of nowhere) {
    const base = plainBase(splitReference(text)?.base);
    // It would be shown what another record means by the same words.
    if (chosen.has(keyOfReference(text)) && (base === undefined || bases.has(base)))
      unclear.add(keyOfReference(text));
  }
  const isClear = ({ resource, fullUrl }: ReadRecord): boolean =>
    !unclear.has(keyOf(resource)) && (fullUrl === undefined || !unclear.has(fullUrl));
  return {
    records: await recordsInR4(files, [...found.values()].filter(isClear)),
    unclear: unclear.size,
  };
}

/** References of records, each once for the place it stands in. */
function wantedBy(files: OpenedFiles, records: readonly ReadRecord[], asked: Set<string>): readonly Asked[] {
  const wanted: Asked[] = [];
  for (const { resource, place, fullUrl } of records) {
    const texts = new Set<string>();
    collect(resource, texts, 0);
    if (texts.size === 0) continue;
    const from = files.whereOf(place, fullUrl);
    for (const text of texts) {
      const name = `${from.container} ${from.base ?? ''} ${text}`;
      if (asked.has(name)) continue;
      asked.add(name);
      wanted.push({ text, from });
    }
  }
  return wanted;
}

function candidatesByKey(records: readonly ReadRecord[]): ReadonlyMap<string, readonly ReadRecord[]> {
  const byKey = new Map<string, ReadRecord[]>();
  for (const one of records) {
    if (one.resource.resourceType === 'Provenance') continue;
    const names = new Set([keyOf(one.resource), one.fullUrl && keyOfReference(one.fullUrl)]);
    for (const name of names) if (name) byKey.set(name, [...(byKey.get(name) ?? []), one]);
  }
  return byKey;
}

/** Those that are about one of these records, and not about another practice's of the same number. */
function provenanceOf(
  files: OpenedFiles,
  read: readonly ReadRecord[],
  own: ReadonlyMap<string, readonly ReadRecord[]>,
): readonly ReadRecord[] {
  // Where two people have one id, other records may have one too, and only these are at hand.
  const isMixed = files.patients.some(({ onlyIn, isAmbiguous }) => onlyIn !== undefined || isAmbiguous);
  return read.filter(({ resource, place, fullUrl }) => {
    if (resource.resourceType !== 'Provenance') return false;
    const where = files.whereOf(place, fullUrl);
    return asList(resource['target']).some((target) => {
      const text = referenceText(target);
      if (text === undefined || text.startsWith('#')) return false;
      const byUrl = (): readonly ReadRecord[] =>
        [...own.values()].flat().filter((one) => one.fullUrl === text);
      const candidates = own.get(keyOfReference(text)) ?? byUrl();
      const meant = resolveReference(files, text, where, candidates);
      return typeof meant === 'object' && (!isMixed || meant.place.file === place.file);
    });
  });
}

function collect(value: unknown, found: Set<string>, depth: number): void {
  if (depth > deepest || typeof value !== 'object' || value === null) return;
  const object = asObject(value);
  const reference = asText(object?.['reference']);
  if (reference !== undefined && !reference.startsWith('#')) found.add(reference);
  for (const child of Array.isArray(value) ? value : Object.values(value)) collect(child, found, depth + 1);
}
