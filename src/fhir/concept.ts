/** CodeableConcept and Coding (FHIR R4 §2.24.0.4–5): all codings kept, the best words chosen. */
import { contradicts } from './contradiction.ts';
import { cvx, loinc, rxnorm, snomed } from './code-systems.ts';
import { asBoolean, asList, asObject, asObjects, asText } from './json.ts';

export interface Coding {
  readonly system: string | undefined;
  readonly version: string | undefined;
  readonly code: string | undefined;
  readonly display: string | undefined;
  readonly userSelected: boolean;
}

export interface Concept {
  readonly text: string | undefined;
  readonly codings: readonly Coding[];
  /** The best words: text, else the preferred display, else the code. Never empty. */
  readonly label: string;
  /** Displays that say something else than the text: to be shown beside it. */
  readonly conflicting: readonly string[];
}

/** Displays are taken from the user's own pick, then from the system made for the purpose, then in order. */
const preferredSystems: readonly (string | undefined)[] = [rxnorm, cvx, loinc, snomed];

/**
 * A CodeableConcept, or what stands where one belongs: a lone Coding, a list of one, plain text.
 * Undefined where it says nothing (no text, no code, no display).
 */
export function readConcept(value: unknown): Concept | undefined {
  if (Array.isArray(value)) return readConcepts(value)[0];
  const plain = asText(value);
  if (plain !== undefined) return { text: plain, codings: [], label: plain, conflicting: [] };
  const object = asObject(value);
  if (object === undefined) return undefined;
  const text = asText(object['text']);
  const own = readCoding(object);
  const codings = [...asObjects(object['coding']).map(readCoding), own].filter(
    (coding) => coding !== undefined,
  );
  const label = text ?? bestDisplay(codings) ?? codings.find((coding) => coding.code !== undefined)?.code;
  if (label === undefined) return undefined;
  const displays = codings.map((coding) => coding.display).filter((display) => display !== undefined);
  return { text, codings, label, conflicting: conflictsWith(label, displays) };
}

/** A repeating CodeableConcept; entries that say nothing are left out. */
export function readConcepts(value: unknown): readonly Concept[] {
  return asList(value)
    .flat()
    .map((item) => (Array.isArray(item) ? undefined : readConcept(item)))
    .filter((concept) => concept !== undefined);
}

/** One Coding; undefined where it has neither code nor display. */
export function readCoding(value: unknown): Coding | undefined {
  const object = asObject(value);
  const code = asText(object?.['code']);
  const display = asText(object?.['display']);
  if (object === undefined || (code === undefined && display === undefined)) return undefined;
  return {
    system: asText(object['system']),
    version: asText(object['version']),
    code,
    display,
    userSelected: asBoolean(object['userSelected']) === true,
  };
}

/** Whether one of the codings is one of these codes of this system. */
export function hasCode(concept: Concept | undefined, system: string, codes: readonly string[]): boolean {
  return (
    concept?.codings.some((c) => c.system === system && c.code !== undefined && codes.includes(c.code)) ===
    true
  );
}

/** The code of a status-like concept, whatever its system: its only or first code, else its text. */
export function codeOf(concept: Concept | undefined): string | undefined {
  return concept?.codings.find((coding) => coding.code !== undefined)?.code ?? concept?.text;
}

function bestDisplay(codings: readonly Coding[]): string | undefined {
  const shown = codings.filter((coding) => coding.display !== undefined);
  const picked = shown.find((coding) => coding.userSelected);
  const preferred = preferredSystems.map((system) => shown.find((coding) => coding.system === system));
  return (picked ?? preferred.find((coding) => coding !== undefined) ?? shown[0])?.display;
}

function conflictsWith(label: string, displays: readonly string[]): readonly string[] {
  return [...new Set(displays)].filter((display) => display !== label && contradicts(label, display));
}
