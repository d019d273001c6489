/**
 * Modifier extensions (FHIR R4 §2.4.1.1): a reader that does not know one may not take the element at its word. This
 * app knows none, so each of them, at any depth, puts a warning on its record.
 */
import type { JsonObject } from './json.ts';

/** Deep enough for any resource; hostile nesting ends here. */
const deepest = 40;

/** Addresses of all modifier extensions of a resource, at any depth; `implicitRules` counts as one. */
export function unknownModifiers(resource: JsonObject): readonly string[] {
  const found: string[] = [];
  const rules = resource['implicitRules'];
  if (rules !== undefined && rules !== null && rules !== '')
    found.push(String(typeof rules === 'string' ? rules : 'implicitRules'));
  collect(resource, 0, found);
  return [...new Set(found)];
}

function collect(value: unknown, depth: number, found: string[]): void {
  if (typeof value !== 'object' || value === null || depth > deepest) return;
  if (Array.isArray(value)) {
    for (const item of value) collect(item, depth + 1, found);
    return;
  }
  for (const [key, child] of Object.entries(value)) {
    if (key === 'modifierExtension') found.push(...urlsOf(child));
    else if (typeof child === 'object') collect(child, depth + 1, found);
  }
}

function urlsOf(extensions: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(extensions) ? extensions : [extensions];
  return list
    .filter((item) => item !== null && item !== undefined)
    .map((item) => {
      const url = typeof item === 'object' ? (item as JsonObject)['url'] : item;
      return typeof url === 'string' && url !== '' ? url : 'modifierExtension';
    });
}
