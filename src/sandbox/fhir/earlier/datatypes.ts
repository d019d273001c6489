/** The data types that differ between R4 and the versions before it, and rules that several types of record share. */
import {
  as,
  each,
  first,
  isJson,
  type Json,
  leftOut,
  listOf,
  made,
  restated,
  type Rule,
  type Rules,
  same,
  shape,
} from './shape.ts';

export type EarlierVersion = 'STU3' | 'DSTU2';

/** What every resource has. `profile` names profiles of R4: those of the version are its server's to name. */
export const common: Rules = {
  resourceType: same,
  id: same,
  meta: leftOut('the profiles it names are of R4'),
  text: same,
  contained: same,
  extension: same,
  modifierExtension: same,
};

/** The elements of a choice: `choice('onset', 'DateTime', 'Age')`. */
export function choice(stem: string, ...types: readonly string[]): Rules {
  return Object.fromEntries(types.map((type) => [stem + type, same]));
}

/** HL7's extension for an element that another version has (R4 §2.1.0.6, "extensions for converting"). */
function ofR4(path: string, type: string, value: unknown): Json {
  return { url: `http://hl7.org/fhir/4.0/StructureDefinition/extension-${path}`, [`value${type}`]: value };
}

/** A modifier of R4 that must not be lost: as a modifier extension, which no reader may pass over. */
export function modifier(path: string, type: string): Rule {
  return restated('as HL7’s modifier extension for an element of R4', (value) => ({
    modifierExtension: [ofR4(path, type, value)],
  }));
}

function noteText(note: unknown): string | undefined {
  return isJson(note) && typeof note['text'] === 'string' ? note['text'] : undefined;
}

/** Notes where the version has text alone: one below the other. */
export function noteAs(name: string): Rule {
  const rule: Rule = (value) => {
    const texts = listOf(value)
      .map(noteText)
      .filter((text) => text !== undefined);
    return texts.length === 0 ? {} : { [name]: texts.join('\n') };
  };
  return Object.assign(rule, {
    losses: [
      { element: '', how: 'restated', why: 'one text for all notes' } as const,
      { element: '.authorString', how: 'left out', why: 'a text has no author' } as const,
      { element: '.time', how: 'left out', why: 'a text has no time' } as const,
    ],
  });
}

/** Notes where the version has one annotation. */
export const oneNote: Rule = restated('one annotation for all notes', (value, name) => {
  const texts = listOf(value)
    .map(noteText)
    .filter((text) => text !== undefined);
  return texts.length === 0 ? {} : { [name]: { text: texts.join('\n') } };
});

/** Words that a real server writes among the notes, for want of an element. */
export function inNotes(label: string, to = 'note', textOnly = false): Rule {
  return restated('among the notes', (value) => {
    const text = `${label}: ${wordsOf(value)}`;
    return { [to]: textOnly ? text : [{ text }] };
  });
}

/** What a value says in words: a concept's, a quantity's, a period's. */
export function wordsOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(wordsOf).join('; ');
  if (typeof value === 'string') return value;
  // A decimal keeps the form it was written in.
  if (!isJson(value)) return JSON.stringify(value);
  const { text, coding, display, low, high, start, end, comparator = '', value: number, unit = '' } = value;
  if (typeof text === 'string') return text;
  if (coding !== undefined) return wordsOf(listOf(coding)[0]);
  if (low !== undefined || high !== undefined) return [low, high].filter(Boolean).map(wordsOf).join(' to ');
  if (start !== undefined || end !== undefined) return [start, end].filter(Boolean).map(wordsOf).join(' to ');
  if (number !== undefined) return `${wordsOf(comparator)}${wordsOf(number)} ${wordsOf(unit)}`.trim();
  return wordsOf(display ?? value['code'] ?? value['reference'] ?? '');
}

/** A Coding for a code, as R4 writes some that were codes. */
export function concept(system: string, code: string, display?: string): Json {
  return { coding: [{ system, code, ...(display !== undefined && { display }) }] };
}

/** A status of the R4 code that the version requires and has no word for (§2.1.0.5.1, data-absent-reason). */
export const unknownStatus: Json = {
  extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' }],
};

/** STU3 puts who asks into a group of its own. */
export const asAgent: Rule = as('requester', (requester) => ({ agent: requester }));

const repeatDstu2 = shape('repeat', {
  boundsPeriod: same,
  boundsDuration: as('boundsQuantity'),
  frequency: same,
  period: same,
  periodUnit: as('periodUnits'),
  when: first('DSTU2 has one'),
  dayOfWeek: leftOut('the instructions say the days'),
  timeOfDay: leftOut('the instructions say the hours'),
});
export const timingDstu2 = shape('timing', { event: same, repeat: each(repeatDstu2), code: same });

const doseAndRate: Rule = (value) => {
  const [one] = listOf(value);
  if (!isJson(one)) return {};
  const { type: _type, ...rest } = one;
  return rest;
};
/** Dose and rate stand beside the route before R4. */
const flattened: Rule = Object.assign(doseAndRate, {
  losses: [{ element: '.type', how: 'left out', why: 'doses have no type' } as const],
});

export const dosageStu3 = shape('dosageInstruction', {
  sequence: same,
  text: same,
  timing: same,
  asNeededBoolean: same,
  asNeededCodeableConcept: same,
  route: same,
  doseAndRate: flattened,
  maxDosePerPeriod: same,
});

export const dosageDstu2 = shape('dosageInstruction', {
  sequence: leftOut('the order of the list says it'),
  text: same,
  timing: each(timingDstu2),
  asNeededBoolean: same,
  asNeededCodeableConcept: same,
  route: same,
  doseAndRate: flattened,
  maxDosePerPeriod: same,
});

const fromR4 = 'http://terminology.hl7.org/CodeSystem/';
const hl7 = 'http://hl7.org/fhir/';

/** Where R4 collected the code systems of HL7 under one address, each had its own. */
function systemBefore(system: string, version: EarlierVersion): string {
  if (version === 'DSTU2' && system === 'http://hl7.org/fhir/us/core/CodeSystem/careplan-category')
    return 'http://argonaut.hl7.org';
  if (!system.startsWith(fromR4)) return system;
  const name = system.slice(fromR4.length);
  return (
    hl7 +
    name.replace(/^v([23])-/, 'v$1/').replace('medicationrequest-category', 'medication-request-category')
  );
}

/** R4 gave the reasons for an absent value longer codes. */
const absentCodes: Readonly<Record<string, string>> = {
  'asked-unknown': 'asked',
  'temp-unknown': 'temp',
  'not-asked': 'notasked',
  'as-text': 'astext',
  'not-a-number': 'NaN',
};

/** A name's family is a list in DSTU2. */
export const familyList = made((names) =>
  listOf(names).map((name) =>
    isJson(name) && name['family'] !== undefined ? { ...name, family: [name['family']] } : name,
  ),
);

/** What a reference to a record is written as, where the record got another type or id. */
export type Addresses = ReadonlyMap<string, string>;

/** The same record with the version's code systems, and references that follow their records. */
export function inVersion<T>(value: T, version: EarlierVersion, addresses: Addresses): T {
  const walk = (one: unknown): unknown => {
    if (Array.isArray(one)) return one.map(walk);
    if (!isJson(one)) return one;
    return Object.fromEntries(
      Object.entries(one).map(([name, inner]) => {
        if (typeof inner !== 'string') return [name, walk(inner)];
        if (name === 'system') return [name, systemBefore(inner, version)];
        if (name === 'code' && one['system'] === `${fromR4}data-absent-reason`)
          return [name, absentCodes[inner] ?? inner];
        return [name, name === 'reference' ? (addresses.get(inner) ?? inner) : inner];
      }),
    );
  };
  return walk(value) as T;
}
