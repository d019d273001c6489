/**
 * FHIR JSON, read so that decimals keep the form they were written in (`1.50`, FHIR R4 §2.24.0.1) and so that a large
 * bundle never holds up the page: its entries are found, then parsed one by one with pauses in between.
 */
import type { ExactNumber } from './json.ts';
import { createPace, takeTurn } from './parse-json-pace.ts';
import { splitEntries, type EntrySlice } from './parse-json-split.ts';

/** Deeper than any FHIR record; deeper JSON is hostile, and recursive readers must not meet it. */
const deepest = 100;

/** What is kept of an entry that is nested too deeply to be parsed: enough to see what it was. */
const keptOfTooDeep = 2000;

type SourceReviver = (key: string, value: unknown, context?: { readonly source?: string }) => unknown;

const exactJson = JSON as unknown as {
  parse(text: string, reviver?: SourceReviver): unknown;
  rawJSON?: (text: string) => ExactNumber;
};

/**
 * Numbers that JavaScript would write in another way than they came: a final zero after the point, an exponent, many
 * digits, many zeros, minus zero. Reviving is slow, so only text that holds one of these is revived.
 */
const unfaithfulNumber =
  /(?:"\s*:|[[,])\s*(?:-0|-?(?:\d+\.\d*0|\d+(?:\.\d+)?[eE][-+]?\d+|0\.0{6}\d+|[\d.]{17,}|\d{16,}))\s*[,\]}]/;

function keepSource(_: string, value: unknown, context?: { readonly source?: string }): unknown {
  if (typeof value !== 'number' || context?.source === undefined) return value;
  return String(value) === context.source ? value : (exactJson.rawJSON?.(context.source) ?? value);
}

/**
 * Parses JSON with its decimals as written. Where the engine cannot tell how a number was written (no
 * `JSON.rawJSON`), numbers are plain. Throws SyntaxError where the text is no JSON.
 */
export function parseExact(text: string): unknown {
  return exactJson.rawJSON !== undefined && unfaithfulNumber.test(text)
    ? exactJson.parse(text, keepSource)
    : JSON.parse(text);
}

export class TooDeepError extends Error {
  override readonly name = 'TooDeepError';
}

function parseEntry(text: string, { start, end, depth }: EntrySlice): unknown {
  const entry = text.slice(start, end);
  return depth > deepest ? entry.slice(0, keptOfTooDeep) : parseExact(entry);
}

function* parseInSteps(text: string): Generator<void, unknown> {
  const split = yield* splitEntries(text);
  if (split === undefined) throw new SyntaxError('no JSON object');
  if (split.depth > deepest) throw new TooDeepError();
  const envelope = parseExact(split.envelope) as Record<string, unknown>;
  if (split.entries === undefined) return envelope;
  const entries: unknown[] = [];
  for (const slice of split.entries) {
    entries.push(parseEntry(text, slice));
    yield;
  }
  envelope['entry'] = entries;
  return envelope;
}

/** Characters that are parsed in one go: less than a millisecond's work. */
const shortText = 32_768;

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((one) => isDeeperThan(one, levels - 1));
}

/** Undefined where the text wants the longer way: nested too deeply, no object, no JSON. */
function parseShort(text: string): object | undefined {
  try {
    const value = parseExact(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject && !isDeeperThan(value, deepest) ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Parses one FHIR answer (a resource or a Bundle of any size), pausing every few milliseconds. An entry nested too
 * deeply comes back as the beginning of its text, so that it counts as unreadable; a resource nested too deeply throws
 * TooDeepError. Text that is no JSON object throws SyntaxError.
 */
export async function parseFhirJson(text: string, turn: () => Promise<void> = takeTurn): Promise<unknown> {
  if (text.length <= shortText) {
    const value = parseShort(text);
    if (value !== undefined) return value;
  }
  const steps = parseInSteps(text);
  const pace = createPace(turn);
  let isLarge = false;
  for (;;) {
    const step = steps.next();
    const isDue = pace.isDue();
    isLarge ||= isDue;
    // oxlint-disable-next-line no-await-in-loop -- work and turns alternate
    if (isDue) await pace.turn();
    if (step.done !== true) continue;
    // Whoever goes through a large bundle's records begins on a stretch of their own.
    if (isLarge) await pace.turn();
    return step.value;
  }
}
