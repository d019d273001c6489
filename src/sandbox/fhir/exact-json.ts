/** A number whose own text JavaScript would change: `1.50`, `1e3`, or more digits than a double holds. */
const inexact = /[:[,]\s*-?\d+(?:\.\d*0|\.\d{15,}|\d{15,}|(?:\.\d+)?[eE][+-]?\d+)\s*[,}\]]/;

/**
 * `JSON.parse` that keeps decimals as they were written (FHIR R4 §2.24.0.1: precision counts): such a number becomes
 * a `JSON.rawJSON`, which `JSON.stringify` writes back unchanged. Throws SyntaxError like `JSON.parse`.
 */
export function parseExactly(text: string): unknown {
  if (!inexact.test(text)) return JSON.parse(text);
  return JSON.parse(text, (_key, value: unknown, context?: { readonly source?: string }) => {
    const source = context?.source;
    return typeof value === 'number' && source !== undefined && String(value) !== source
      ? rawJson(source)
      : value;
  });
}

/** `JSON.rawJSON` (ES2026, in Node 22 and later), which TypeScript's library does not declare yet. */
const rawJson = (JSON as unknown as { rawJSON(text: string): unknown }).rawJSON;
