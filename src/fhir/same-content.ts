/** When two resources are the same statement sent twice. */
import type { ChartRecord } from './record.ts';

/** What names or dates the copy, not what it states. */
const ofTheCopy = new Set(['id', 'meta', 'text', 'identifier']);

/**
 * Equal keys: the same type with the same content, apart from id, meta, narrative and identifiers. Undefined (never
 * folded) for a record without a date, entered in error, or carrying a modifier this app does not know.
 */
export function sameContentKey(record: ChartRecord): string | undefined {
  if (record.sortTime === undefined || record.enteredInError) return undefined;
  const content = Object.entries(record.source).filter(([name]) => !ofTheCopy.has(name));
  content.sort(([a], [b]) => (a < b ? -1 : 1));
  try {
    return JSON.stringify(content);
  } catch {
    // Nested deeper than the stack: shown as it is, never folded.
    return undefined;
  }
}
