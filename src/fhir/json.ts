/**
 * Careful reading of JSON that a server sent: nothing here throws, whatever arrived. A missing or mistyped
 * element is `undefined` (or an empty list), so that a reader can go on with what is there.
 */

export type Json = unknown;
export type JsonObject = { readonly [key: string]: unknown };

/** A FHIR resource as it arrived, of any version. Only `resourceType` has been checked. */
export type FhirResource = JsonObject & { readonly resourceType: string; readonly id?: string };

export function asObject(value: unknown): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isExactNumber(value)
    ? (value as JsonObject)
    : undefined;
}

export function isResource(value: unknown): value is FhirResource {
  const object = asObject(value);
  return typeof object?.['resourceType'] === 'string' && object['resourceType'] !== '';
}

/** A repeating element as it is, one value or many: always a list, without `null`s. */
export function asList(value: unknown): readonly unknown[] {
  const list = Array.isArray(value) ? (value as readonly unknown[]) : [value];
  return list.filter((item) => item !== undefined && item !== null);
}

/** A repeating element as objects. A lone object where a list belongs is read as a list of one. */
export function asObjects(value: unknown): readonly JsonObject[] {
  return asList(value)
    .map(asObject)
    .filter((item) => item !== undefined);
}

/** Text as sent; blank text is no text. Numbers and booleans where text belongs are shown as they came. */
export function asText(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (typeof value === 'boolean') return String(value);
  return decimalText(value);
}

export function asTexts(value: unknown): readonly string[] {
  return asList(value)
    .map(asText)
    .filter((item) => item !== undefined);
}

export function asBoolean(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  return value === 'true' ? true : value === 'false' ? false : undefined;
}

/**
 * A number whose sent form JSON would lose (`1.50`): what `JSON.rawJSON` makes. `fhir/client.ts` keeps such numbers
 * in this form so that the chart shows the precision that came (FHIR R4 §2.24.0.1, decimal).
 */
export type ExactNumber = { readonly rawJSON: string };

export function isExactNumber(value: unknown): value is ExactNumber {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as { rawJSON?: unknown }).rawJSON === 'string'
  );
}

/** A decimal for arithmetic. */
export function asNumber(value: unknown): number | undefined {
  const number = isExactNumber(value) ? Number(value.rawJSON) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** A decimal as it was written, `1.50` included. */
export function decimalText(value: unknown): string | undefined {
  if (isExactNumber(value)) return value.rawJSON;
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : undefined;
}

/**
 * A row of one of our own tables by a key that a server chose. Never finds what every object inherits
 * (`constructor`, `__proto__`).
 */
export function ownRow<T>(table: Readonly<Record<string, T>>, key: string | undefined): T | undefined {
  return key !== undefined && Object.hasOwn(table, key) ? table[key] : undefined;
}
