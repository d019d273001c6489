/** What the four medication resources have in common. */
import './clinical-words.ts';
import { readAnnotations } from './annotation.ts';
import { conflictMarks } from './clinical-order.ts';
import { readConcept, readConcepts } from './concept.ts';
import { parseDateTime, type When } from './dates.ts';
import { readDosages } from './dosage.ts';
import { asList, asText, type FhirResource, ownRow } from './json.ts';
import { readMedication } from './medication-name.ts';
import type { MedicationForm, MedicationRecord } from './medications.ts';
import { noneKnownOf } from './none-known.ts';
import { unknownModifiers } from './modifiers.ts';
import { phrase } from './phrase.ts';
import { type ChartRecord, chartRecord, type Mark, type ReadContext } from './record.ts';
import { nameOfReference, namesOfReferences } from './reference-name.ts';
import { readReferences } from './reference.ts';
import { saysEnteredInError, statusCode, statusWords } from './administrative-status.ts';

export type Standings = Readonly<Record<string, ChartRecord['standing']>>;

/** Everything of a medication record that does not depend on its type. `own` overrides by type. */
export function medicationBase(
  resource: FhirResource,
  context: ReadContext,
  own: {
    readonly form: MedicationForm;
    readonly standings: Standings;
    readonly when: When | undefined;
    readonly marks: readonly Mark[];
    readonly dosage: unknown;
  },
): MedicationRecord {
  const drug = readMedication(resource, context);
  const status = statusCode(resource['status']);
  const plain = own.marks.length === 0 && unknownModifiers(resource).length === 0;
  return {
    ...chartRecord(resource, {
      title: drug.words,
      standing: ownRow(own.standings, status) ?? 'unknown',
      status: statusWords(resource['status']),
      when: own.when,
      enteredInError: saysEnteredInError(resource['status']),
      marks: [...own.marks, ...conflictMarks(drug.concept)],
    }),
    form: own.form,
    formWords: phrase(`medication.${own.form}`),
    statement: plain && noneKnownOf(drug.concept, 'medications') !== undefined ? 'none-known' : undefined,
    code: drug.concept,
    dosages: readDosages(own.dosage),
    doNotPerform: false,
    reported: false,
    intent: asText(resource['intent']),
    categories: readConcepts(resource['category']),
    reasons: reasonsOf(resource, context),
    statusReason: statusReasonOf(resource, context),
    by: undefined,
    written: parseDateTime(resource['authoredOn']),
    quantity: undefined,
    supply: undefined,
    refills: undefined,
    validity: undefined,
    substituted: false,
    prescriptions: [],
    encounter: nameOfReference(resource['encounter'] ?? resource['context'], context, resource),
    notes: readAnnotations(resource['note']),
  };
}

/** What a prescription is called: MedicationOrder in DSTU2. */
const prescriptionTypes = new Set<string | undefined>(['MedicationRequest', 'MedicationOrder']);

/** `Type/id` of the prescriptions something was dispensed, given or taken for. */
export function prescriptionKeys(value: unknown): readonly string[] {
  return readReferences(value)
    .filter(({ type, id }) => prescriptionTypes.has(type) && id !== undefined)
    .map(({ type, id }) => `${type}/${id}`);
}

export function statusReasonOf(resource: FhirResource, context: ReadContext): string | undefined {
  const sent = resource['statusReason'] ?? resource['statusReasonCodeableConcept'];
  const words = readConcepts(sent).map((concept) => concept.label);
  if (words.length > 0) return words.join(', ');
  const reference = resource['statusReasonReference'];
  const found = reference === undefined ? undefined : context.resolve(reference, resource);
  return readConcept(found?.['code'])?.label ?? nameOfReference(reference, context, resource);
}

function reasonsOf(resource: FhirResource, context: ReadContext): readonly string[] {
  const coded = readConcepts(resource['reasonCode']).map((concept) => concept.label);
  return [...coded, ...namesOfReferences(asList(resource['reasonReference']), context, resource)];
}
