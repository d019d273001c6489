/** HumanName (FHIR R4 §2.24.0.14): every part as sent, and the two ways a chart writes it. */
import { type Period, readPeriod } from './dates.ts';
import { asObject, asObjects, asText, asTexts } from './json.ts';

export interface HumanName {
  readonly use: string | undefined;
  readonly text: string | undefined;
  readonly family: string | undefined;
  readonly given: readonly string[];
  readonly prefix: readonly string[];
  readonly suffix: readonly string[];
  readonly period: Period | undefined;
  /** As people say it: `text`, else prefix, given, family, suffix. Never empty. */
  readonly label: string;
  /** As a clinician's chart writes it, `SMITH, DAVID`; the label where the parts were not sent. */
  readonly familyFirst: string;
}

/** A HumanName; plain text in its place is its text. Undefined where it names nobody. */
export function readName(value: unknown): HumanName | undefined {
  const object = asObject(value) ?? (typeof value === 'string' ? { text: value } : undefined);
  if (object === undefined) return undefined;
  const text = asText(object['text']);
  // DSTU2 sends a list of family names.
  const family = asTexts(object['family']).join(' ') || undefined;
  const [given, prefix, suffix] = [
    asTexts(object['given']),
    asTexts(object['prefix']),
    asTexts(object['suffix']),
  ];
  const label = text ?? [...prefix, ...given, ...(family === undefined ? [] : [family]), ...suffix].join(' ');
  if (label === '') return undefined;
  const after = [...given, ...suffix].join(' ');
  const familyFirst = family === undefined ? label : after === '' ? family : `${family}, ${after}`;
  const use = asText(object['use']);
  return {
    use,
    text,
    family,
    given,
    prefix,
    suffix,
    period: readPeriod(object['period']),
    label,
    familyFirst,
  };
}

export function readNames(value: unknown): readonly HumanName[] {
  const list: readonly unknown[] = Array.isArray(value)
    ? value
    : typeof value === 'string'
      ? [value]
      : asObjects(value);
  return list.map(readName).filter((name) => name !== undefined);
}
