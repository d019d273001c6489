/** What every reader makes of a resource, whatever its kind: the part that lists, counts and details share. */
import { type FhirDateTime, sortTimeOf, type When } from './dates.ts';
import type { FhirResource } from './json.ts';
import { unknownModifiers } from './modifiers.ts';
import { phrase, type Phrase, type Words } from './phrase.ts';
import { originalOf } from './original.ts';

/**
 * A word beside the record's name that changes how it must be read: refuted, not given, patient-reported, an unknown
 * modifier extension. `tone` picks shape and colour; the phrase carries the meaning.
 */
export interface Mark {
  readonly phrase: Words;
  readonly tone: 'critical' | 'abnormal' | 'warning' | 'plain';
}

export interface ChartRecord {
  /** `Type/id`; for a record that came without an id, `Type/#n`. Unique in one chart. */
  readonly key: string;
  readonly type: string;
  /** What a clinician calls the thing. A phrase ("Unnamed allergy") where the record names nothing. */
  readonly title: Words;
  /** Whether the "current" filter keeps it. `unknown` is kept, and says so. */
  readonly standing: 'current' | 'past' | 'unknown';
  /** `entered-in-error` (FHIR R4 status modifiers): hidden by default, counted, shown struck through on request. */
  readonly enteredInError: boolean;
  /** The record's own status, in words; as sent where the code is unknown. */
  readonly status: Words | undefined;
  /** The date the record is listed by. */
  readonly when: When | undefined;
  /** Milliseconds for sorting (the start of what `when` says, UTC); undefined = undated, its own group. */
  readonly sortTime: number | undefined;
  readonly marks: readonly Mark[];
  /** The resource as it was read; as it arrived where it is R4 (`originalOf`). */
  readonly source: FhirResource;
}

/** What a reader may ask while it reads one record. */
export interface ReadContext {
  /** Logical id of the open patient. */
  readonly patientId: string;
  /** A resource that has already arrived, or a contained one of `within`; never a request. */
  resolve(reference: unknown, within?: FhirResource): FhirResource | undefined;
  /** Provenance records whose target is this record. */
  provenanceOf(record: FhirResource): readonly FhirResource[];
}

/** Reads one resource, in R4's elements whatever its version. Never throws; a missing or malformed element leaves its field empty. */
export type Reader<R extends ChartRecord> = (resource: FhirResource, context: ReadContext) => R;

/** What a reader says about its resource; `chartRecord` adds what is the same for all. */
export interface RecordFields {
  readonly title: Words;
  readonly standing: ChartRecord['standing'];
  readonly status: Words | undefined;
  readonly when: When | undefined;
  readonly enteredInError: boolean;
  readonly marks?: readonly Mark[];
}

/**
 * The part every record has: key, type, sort time, source, and the marks no reader may forget (entered in error,
 * unknown modifier extensions), which come first.
 */
export function chartRecord(resource: FhirResource, fields: RecordFields): ChartRecord {
  const shared: Mark[] = [];
  if (fields.enteredInError) shared.push({ phrase: phrase('mark.entered-in-error'), tone: 'warning' });
  if (unknownModifiers(resource).length > 0) {
    shared.push({ phrase: phrase('mark.unknown-modifier'), tone: 'warning' });
  }
  return {
    key: keyOf(resource),
    type: resource.resourceType,
    title: fields.title,
    standing: fields.standing,
    enteredInError: fields.enteredInError,
    status: fields.status,
    when: fields.when,
    sortTime: sortTimeOf(fields.when),
    marks: [...shared, ...(fields.marks ?? [])],
    source: resource,
  };
}

/**
 * `Type/id`. Without an id, `Type/#` and a fingerprint of the content: the same after another read. So too where type
 * or id could not stand in an address: half a character, a slash, a step up.
 */
export function keyOf(resource: FhirResource): string {
  const sent = originalOf(resource);
  const { resourceType: type } = sent;
  const id: unknown = sent.id;
  if (!/^\w{1,64}$/.test(type)) return `Record/#${fingerprint(sent)}`;
  return isAddressable(id) ? `${type}/${id}` : `${type}/#${fingerprint(sent)}`;
}

function isAddressable(id: unknown): id is string {
  return typeof id === 'string' && id.isWellFormed() && /^(?!\.{1,2}$)[^/\\]+$/.test(id);
}

/** FNV-1a over the JSON: no secret, only a name for what came without one. */
function fingerprint(resource: FhirResource): string {
  let hash = 0x811c9dc5;
  for (const char of stringify(resource)) {
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}

function stringify(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    // Nested deeper than the stack: `readRecords` still gives every record its own key.
    return '';
  }
}

export type { FhirDateTime, Phrase };
