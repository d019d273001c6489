/** Annotation (FHIR R4 §2.24.0.17): a note, who wrote it and when. */
import { type FhirDateTime, parseDateTime } from './dates.ts';
import { asList, asObject, asText } from './json.ts';
import { type Reference, readReference } from './reference.ts';

export interface Annotation {
  readonly text: string;
  /** The author's name where the note carries it; else `authorReference` may be resolved. */
  readonly author: string | undefined;
  readonly authorReference: Reference | undefined;
  readonly time: FhirDateTime | undefined;
}

/** Notes in the order they came, a plain string in place of a note included. */
export function readAnnotations(value: unknown): readonly Annotation[] {
  return asList(value)
    .map((item) => readAnnotation(item))
    .filter((note) => note !== undefined);
}

function readAnnotation(value: unknown): Annotation | undefined {
  const object = asObject(value) ?? { text: value };
  const text = asText(object['text']);
  if (text === undefined) return undefined;
  const authorReference = readReference(asObject(object['authorReference']));
  return {
    text,
    author: asText(object['authorString']) ?? authorReference?.display,
    authorReference,
    time: parseDateTime(object['time']),
  };
}
