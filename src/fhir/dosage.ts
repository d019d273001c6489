/** Dosage (FHIR R4 §2.24.0.18): as written where it was written, else put together from its parts. */
import { type Concept, readConcept, readConcepts } from './concept.ts';
import { asBoolean, asObject, asObjects, asText, type JsonObject } from './json.ts';
import { phrase, type Words } from './phrase.ts';
import { printedQuantity, printedRange, printedRatio } from './printed-quantity.ts';
import { readQuantity, readRange, readRatio } from './quantity.ts';
import { timingWords } from './timing.ts';

export interface Dosage {
  /** The instruction as written. */
  readonly text: string | undefined;
  readonly patientInstruction: string | undefined;
  /** Dose, rate, route, timing, "as needed" and limits, in reading order; what to show where `text` is missing. */
  readonly parts: readonly Words[];
  readonly dose: string | undefined;
  readonly rate: string | undefined;
  readonly route: Concept | undefined;
  readonly timing: readonly Words[];
  readonly asNeeded: boolean;
}

/** All instructions of a `dosage` or `dosageInstruction`, by `sequence` where it was sent. */
export function readDosages(value: unknown): readonly Dosage[] {
  const order = (object: JsonObject) => (typeof object['sequence'] === 'number' ? object['sequence'] : 0);
  return asObjects(value)
    .toSorted((a, b) => order(a) - order(b))
    .map(readDosage)
    .filter((dosage) => dosage !== undefined);
}

/** One instruction; undefined where it says nothing. */
export function readDosage(value: unknown): Dosage | undefined {
  const plain = asText(value);
  const object = plain === undefined ? asObject(value) : { text: plain };
  if (object === undefined) return undefined;
  // R4 keeps doses and rates in pairs; an administration, and versions before R4, keep one beside the route.
  const pairs = [...asObjects(object['doseAndRate']), object];
  const dose = joined(pairs.map((pair) => amount(pair, 'dose')));
  const rate = joined(pairs.map((pair) => amount(pair, 'rate')));
  const [route, method, site] = ['route', 'method', 'site'].map((name) => readConcept(object[name]));
  const timing = timingWords(object['timing']);
  const reason = readConcept(object['asNeededCodeableConcept']);
  const asNeeded = reason !== undefined || asBoolean(object['asNeededBoolean']) === true;
  const text = asText(object['text']);
  const patientInstruction = asText(object['patientInstruction']);
  const parts: readonly (Words | undefined)[] = [
    method?.label,
    dose,
    rate === undefined ? undefined : phrase('dosage.rate', { rate }),
    route?.label,
    site?.label,
    ...timing,
    ...needed(asNeeded, reason),
    ...limits(object),
    ...readConcepts(object['additionalInstruction']).map((concept) => concept.label),
  ];
  const said = parts.filter((part) => part !== undefined);
  if (text === undefined && patientInstruction === undefined && said.length === 0) return undefined;
  return { text, patientInstruction, parts: said, dose, rate, route, timing, asNeeded };
}

/** What to show of an instruction: its text, else the patient's instruction, else its parts. */
export function dosageWords(dosage: Dosage): readonly Words[] {
  const written = dosage.text ?? dosage.patientInstruction;
  return written === undefined ? dosage.parts : [written];
}

function needed(asNeeded: boolean, reason: Concept | undefined): readonly Words[] {
  if (reason !== undefined) return [phrase('dosage.as-needed-for', { reason: reason.label })];
  return asNeeded ? [phrase('dosage.as-needed')] : [];
}

function limits(object: JsonObject): readonly Words[] {
  const perPeriod = asObjects(object['maxDosePerPeriod'])
    .map(readRatio)
    .filter((ratio) => ratio !== undefined)
    .map(printedRatio);
  const others = ['maxDosePerAdministration', 'maxDosePerLifetime']
    .map((name) => readQuantity(object[name]))
    .filter((quantity) => quantity !== undefined)
    .map(printedQuantity);
  return [...perPeriod, ...others].map((amountSent) => phrase('dosage.at-most', { amount: amountSent }));
}

function amount(object: JsonObject, stem: 'dose' | 'rate'): string | undefined {
  const quantity = readQuantity(object[`${stem}Quantity`]) ?? readQuantity(object[stem]);
  if (quantity !== undefined) return printedQuantity(quantity);
  const range = readRange(object[`${stem}Range`]);
  if (range !== undefined) return printedRange(range);
  const ratio = readRatio(object[`${stem}Ratio`]);
  return ratio === undefined ? undefined : printedRatio(ratio);
}

function joined(amounts: readonly (string | undefined)[]): string | undefined {
  const sent = [...new Set(amounts.filter((one) => one !== undefined))];
  return sent.length === 0 ? undefined : sent.join('; ');
}
