/** What every reader makes of a resource, whatever its kind: the part that lists, counts and details share. */
import type { FhirDateTime, When } from './dates.ts';
import type { FhirResource } from './json.ts';
import type { Phrase, Words } from './phrase.ts';
import type { FhirVersion } from './version.ts';

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
  /** The resource as it arrived. */
  readonly source: FhirResource;
}

/** What a reader may ask while it reads one record. */
export interface ReadContext {
  readonly version: FhirVersion;
  /** Logical id of the open patient. */
  readonly patientId: string;
  /** A resource that has already arrived, or a contained one of `within`; never a request. */
  resolve(reference: unknown, within?: FhirResource): FhirResource | undefined;
  /** Provenance records whose target is this record. */
  provenanceOf(record: FhirResource): readonly FhirResource[];
}

/** Reads one resource. Never throws; a missing or malformed element leaves its field empty. */
export type Reader<R extends ChartRecord> = (resource: FhirResource, context: ReadContext) => R;

/** One reader per version: leaving one out does not compile. */
export type Readers<R extends ChartRecord> = Readonly<Record<FhirVersion, Reader<R>>>;

export type { FhirDateTime, Phrase };
