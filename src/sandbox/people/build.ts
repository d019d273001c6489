/**
 * FHIR R4 datatypes in few words, for the files of the cast. Times are written in the practice's own (`2026-11-21T10:40`
 * becomes `…:00-07:00`: Arizona keeps one offset all year); dates, whole or partial, stay as written.
 */

export interface Coding {
  readonly system?: string;
  readonly version?: string;
  readonly code?: string;
  readonly display?: string;
  readonly userSelected?: boolean;
}
export interface Concept {
  readonly coding?: readonly Coding[];
  readonly text?: string;
}
export interface Quantity {
  /** A number, or what `JSON.rawJSON` makes of one whose written form must last. */
  readonly value?: unknown;
  readonly comparator?: string;
  readonly unit?: string;
  readonly system?: string;
  readonly code?: string;
}
export interface Reference {
  readonly reference?: string;
  readonly display?: string;
  readonly type?: string;
}
export type Extension = { readonly url: string; readonly [value: string]: unknown };

const hl7 = 'http://terminology.hl7.org/CodeSystem/';

export const systems = {
  snomed: 'http://snomed.info/sct',
  loinc: 'http://loinc.org',
  rxnorm: 'http://www.nlm.nih.gov/research/umls/rxnorm',
  cvx: 'http://hl7.org/fhir/sid/cvx',
  icd10: 'http://hl7.org/fhir/sid/icd-10-cm',
  ndc: 'http://hl7.org/fhir/sid/ndc',
  ucum: 'http://unitsofmeasure.org',
  npi: 'http://hl7.org/fhir/sid/us-npi',
  race: 'urn:oid:2.16.840.1.113883.6.238',
  nullFlavor: `${hl7}v3-NullFlavor`,
  absent: `${hl7}data-absent-reason`,
} as const;

export function coding(system: string, code: string, display?: string): Coding {
  return display === undefined ? { system, code } : { system, code, display };
}

/** A coding of one of HL7's own code systems: `hl7Code('v3-ActCode', 'AMB', 'ambulatory')`. */
export function hl7Code(name: string, code: string, display?: string): Coding {
  return coding(hl7 + name, code, display);
}

export function concept(text: string | undefined, ...codings: readonly Coding[]): Concept {
  return { ...(codings.length > 0 && { coding: codings }), ...(text !== undefined && { text }) };
}

export function hl7Concept(name: string, code: string, display?: string): Concept {
  return { coding: [hl7Code(name, code, display)] };
}

/** SNOMED CT, with the clinician's own words where they differ from the term. */
export function sct(code: string, display: string, text: string = display): Concept {
  return concept(text, coding(systems.snomed, code, display));
}
export function loinc(code: string, display: string, text: string = display): Concept {
  return concept(text, coding(systems.loinc, code, display));
}
export function rxnorm(code: string, display: string, text: string = display): Concept {
  return concept(text, coding(systems.rxnorm, code, display));
}
export function icd10(code: string, display: string): Coding {
  return coding(systems.icd10, code, display);
}

/** The same concept with further codings. */
export function also(base: Concept, ...codings: readonly Coding[]): Concept {
  return { ...base, coding: [...(base.coding ?? []), ...codings] };
}

const rawJSON = (JSON as unknown as { rawJSON: (text: string) => unknown }).rawJSON;

/** A decimal that keeps its written form in the JSON text: `1.50`, `6.0`. */
export function exact(text: string): unknown {
  return String(Number(text)) === text ? Number(text) : rawJSON(text);
}

/** UCUM codes where the unit people write is another. */
const ucumCodes: Readonly<Record<string, string>> = {
  'mL/min/1.73 m²': 'mL/min/{1.73_m2}',
  mmHg: 'mm[Hg]',
  'beats/min': '/min',
  'breaths/min': '/min',
  '°F': '[degF]',
  '°C': 'Cel',
  lb: '[lb_av]',
  in: '[in_i]',
  'x10³/µL': '10*3/uL',
  'x10⁶/µL': '10*6/uL',
  'µg/dL': 'ug/dL',
  'µIU/mL': 'u[IU]/mL',
  'IU/mL': '[IU]/mL',
  'IU/L': '[IU]/L',
  'U/L': 'U/L',
  'CFU/mL': '{CFU}/mL',
  'copies/mL': '{copies}/mL',
  units: '[IU]',
  tablet: '{tbl}',
  capsule: '{capsule}',
  puff: '{puff}',
  drop: '[drp]',
  score: '{score}',
  inhaler: '{inhaler}',
  'auto-injector': '{injector}',
  pen: '{pen}',
  'kU/L': 'k[IU]/L',
  ratio: '{ratio}',
  months: 'mo',
  years: 'a',
  weeks: 'wk',
  days: 'd',
};

/** `quantity('<5', 'ng/mL')`, `quantity('1.50', 'mg/dL')`: comparator and precision are kept. */
export function quantity(written: string, unit?: string): Quantity {
  const [, comparator, digits] = /^(<=|>=|<|>)?\s*(.+)$/.exec(written) ?? [];
  return {
    value: exact(digits ?? written),
    ...(comparator !== undefined && { comparator }),
    ...(unit !== undefined && { unit, system: systems.ucum, code: ucumCodes[unit] ?? unit }),
  };
}

export function isNumeric(written: string): boolean {
  return /^(<=|>=|<|>)?\s*-?\d+(\.\d+)?$/.test(written);
}

/** A time of the practice: `2026-11-21T10:40` → `2026-11-21T10:40:00-07:00`. Dates and zoned times stay. */
export function at(time: string): string {
  return /T\d\d:\d\d$/.test(time)
    ? `${time}:00-07:00`
    : /T\d\d:\d\d:\d\d$/.test(time)
      ? `${time}-07:00`
      : time;
}

export function period(start: string | undefined, end?: string): { start?: string; end?: string } {
  return { ...(start !== undefined && { start: at(start) }), ...(end !== undefined && { end: at(end) }) };
}

export function refer(to: { resourceType: string; id: string } | string, display?: string): Reference {
  const reference = typeof to === 'string' ? to : `${to.resourceType}/${to.id}`;
  return display === undefined ? { reference } : { reference, display };
}

/** An annotation: its words, who wrote it and when, where known. */
export function annotation(text: string, time?: string, author?: string): object {
  return {
    ...(author !== undefined && { authorString: author }),
    ...(time !== undefined && { time: at(time) }),
    text,
  };
}

export function narrative(status: 'generated' | 'additional' | 'extensions', markup: string): object {
  return { status, div: `<div xmlns="http://www.w3.org/1999/xhtml">${markup}</div>` };
}

export function base64(bytes: string): string {
  return Buffer.from(bytes, 'utf8').toString('base64');
}

/** The object without members that are undefined, so that two builds of the cast compare equal to their JSON. */
export function present<T extends object>(body: T): T {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as T;
}
