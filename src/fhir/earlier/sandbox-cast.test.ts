/**
 * The sandbox's people in R4, STU3 and DSTU2: section by section the chart says the same, but for what the list beside
 * this file names. Each record is compared with itself, field by field as the chart reads it.
 */
import { expect, test } from 'vitest';
import { people } from '#sandbox/cast.ts';
import { inEarlierVersion } from '#sandbox/fhir/earlier/earlier-records.ts';
import { castResources } from '#sandbox/people/resources.ts';
import { contextOf } from '#fhir/context-of.ts';
import type { FhirResource } from '#fhir/json.ts';
import { kindById } from '#fhir/kinds.ts';
import { parseExact } from '#fhir/parse-json.ts';
import { kindOf } from '#fhir/placement.ts';
import type { KindId } from '#fhir/plan.ts';
import { createProvenanceIndex } from '#fhir/provenance-index.ts';
import type { ReadContext } from '#fhir/record.ts';
import { createReferenceIndex } from '#fhir/reference-index.ts';
import { readReferences } from '#fhir/reference.ts';
import { asR4 } from './as-r4.ts';
import { differencesOf } from './cast-differences.ts';
import type { EarlierVersion } from './reshape.ts';

const versions: readonly EarlierVersion[] = ['STU3', 'DSTU2'];

/** As it comes out of an answer: decimals keep their written form. */
function received(record: unknown): FhirResource {
  return parseExact(JSON.stringify(record)) as FhirResource;
}

function contextFor(records: readonly FhirResource[]): ReadContext {
  const references = createReferenceIndex('');
  references.add(records);
  const provenance = createProvenanceIndex(references.keyOf);
  provenance.add(records);
  return { ...contextOf(), resolve: references.find, provenanceOf: provenance.of };
}

interface Pair {
  readonly r4: FhirResource;
  readonly earlier: FhirResource;
}

const r4Context = contextFor(castResources().map(received));

function pairsIn(version: EarlierVersion): {
  readonly pairs: readonly Pair[];
  readonly context: ReadContext;
} {
  const pairs = inEarlierVersion(castResources(), version).map(({ r4, earlier }): Pair => ({
    r4: received(r4),
    earlier: asR4(received(earlier), version),
  }));
  return { pairs, context: contextFor(pairs.map(({ earlier }) => earlier)) };
}

const pairsOf = { STU3: pairsIn('STU3'), DSTU2: pairsIn('DSTU2') };

/** What the chart reads of a record, but the resource itself and its address. */
function said(resource: FhirResource, context: ReadContext): Readonly<Record<string, unknown>> {
  const kind = kindOf(resource);
  const { source: _source, key: _key, ...rest } = kindById[kind].read(resource, context);
  return { kind, ...rest };
}

/** Referred records are compared as themselves; what a field was read from, as what was read. */
const notFields = new Set(['source', 'target', 'observation']);

/** Types that have other names before R4. */
const renamed =
  /^(?:Medication(?:Order|Request|Statement)|(?:Service|Procedure|Referral)Request|DiagnosticOrder|CareTeam|CarePlan)$/;

/** A value but for what is another name for the same: a code system's address, a record's type. */
function comparable(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const [, type = '', id] = /^([A-Z]\w+)\/(?:CT-)?([A-Za-z0-9.-]+)$/.exec(value) ?? [];
  if (renamed.test(type)) return id;
  if (renamed.test(value)) return 'a type with another name';
  return value
    .replace(/^http:\/\/hl7\.org\/fhir\/v([23])\//, 'http://terminology.hl7.org/CodeSystem/v$1-')
    .replace(/^http:\/\/hl7\.org\/fhir\/(?=[a-z-]+$)/, 'http://terminology.hl7.org/CodeSystem/')
    .replace('medication-request-category', 'medicationrequest-category');
}

/** The paths at which two readings differ. */
function* differing(a: unknown, b: unknown, path: string): Iterable<string> {
  if (isObject(a) && isObject(b) && Array.isArray(a) === Array.isArray(b)) {
    for (const name of new Set([...Object.keys(a), ...Object.keys(b)]))
      if (!notFields.has(name))
        yield* differing(a[name], b[name], Array.isArray(a) ? path : `${path}.${name}`);
  } else if (comparable(a) !== comparable(b)) yield path;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** Where an earlier version says otherwise than R4: section, type and field. */
function differencesIn({ r4, earlier }: Pair, version: EarlierVersion): readonly string[] {
  const kind: KindId = kindOf(r4);
  const { context } = pairsOf[version];
  return [...differing(said(r4, r4Context), said(earlier, context), `${kind} ${r4.resourceType}`)];
}

function isAbout(record: FhirResource, patient: string): boolean {
  const about = [record['subject'], record['patient'], record['beneficiary']];
  return record.id === patient || readReferences(about).some(({ id }) => id === patient);
}

for (const version of versions) {
  const listed = Object.keys(differencesOf[version]);
  const isBelow = (path: string, known: string): boolean => path === known || path.startsWith(`${known}.`);
  const found = pairsOf[version].pairs.flatMap((pair) =>
    differencesIn(pair, version).map((path) => ({ record: pair.r4, path })),
  );
  const unlisted = found.filter(({ path }) => !listed.some((known) => isBelow(path, known)));

  test.each(Object.values(people).map(({ id, purpose }) => [purpose, id] as const))(
    `${version} says the same: %s`,
    (_purpose, id) => {
      expect(pairsOf[version].pairs.some(({ r4 }) => isAbout(r4, id))).toBe(true);
      const own = unlisted.filter(({ record }) => isAbout(record, id));
      expect(own.map(({ record, path }) => `${record.id}: ${path}`)).toEqual([]);
    },
  );

  test(`${version}: so does what belongs to no patient, and every listed difference is one`, () => {
    expect(unlisted.map(({ record, path }) => `${record.id}: ${path}`)).toEqual([]);
    expect(listed.filter((known) => !found.some(({ path }) => isBelow(path, known)))).toEqual([]);
  });
}
