/** What the records of a file point at and the file does not hold: it must not be taken for the whole. */
import { type FhirResource, isExactNumber } from '#fhir/json.ts';
import { originalOf } from '#fhir/original.ts';
import type { Reading } from '#fhir/reading.ts';
import { keyOf } from '#fhir/record.ts';
import { referencesIn } from './received.ts';

/** References that lead to no record of the file, each once, in the order they are met. */
export function notHeld(resources: readonly FhirResource[], reading: Reading): readonly string[] {
  const held = new Set(resources.map(keyOf));
  const missing = new Set<string>();
  const known = new Set<string>();
  for (const resource of resources) {
    for (const reference of referencesIn(resource)) {
      if (reference.startsWith('#') || known.has(reference)) continue;
      const target = reading.find({ reference }, resource);
      if (target !== undefined && held.has(keyOf(originalOf(target)))) {
        // What is told by the record it stands in (`urn:uuid:`) may be nothing in another.
        if (!reference.startsWith('urn:')) known.add(reference);
      } else missing.add(reference);
    }
  }
  return [...missing];
}

const deepest = 100;

/** Addresses of documents and pictures whose bytes are not in their record (FHIR R4 §2.24.0.12, Attachment). */
export function attachmentsAway(value: unknown, name = '', depth = 0): ReadonlySet<string> {
  if (depth > deepest || typeof value !== 'object' || value === null || isExactNumber(value))
    return new Set();
  if (Array.isArray(value))
    return new Set(value.flatMap((item) => [...attachmentsAway(item, name, depth + 1)]));
  const { url, data } = value as { readonly url?: unknown; readonly data?: unknown };
  if (attachment.test(name) && typeof url === 'string' && data === undefined) return new Set([url]);
  return new Set(
    Object.entries(value).flatMap(([key, child]) => [...attachmentsAway(child, key, depth + 1)]),
  );
}

const attachment = /attachment$|^(?:presentedForm|photo|content)$/i;
