/**
 * MedicationRequest, MedicationDispense, MedicationAdministration and MedicationStatement (FHIR R4 §11): what was
 * ordered, handed over, given and said to be taken, in one list. A reader a resource type stands in files of their own.
 */
import type { Annotation } from './annotation.ts';
import type { Concept } from './concept.ts';
import type { FhirDateTime, Period } from './dates.ts';
import type { Dosage } from './dosage.ts';
import type { FhirResource } from './json.ts';
import { byNewest, byStanding, inOrder, type RecordKind } from './kind.ts';
import { readAdministration, readStatement } from './medication-intake.ts';
import { readDispense, readMedicationRequest } from './medication-supply.ts';
import type { Words } from './phrase.ts';
import type { ChartRecord, ReadContext } from './record.ts';
import { foldKeyOf } from './record-parts.ts';

export type MedicationForm = 'request' | 'dispense' | 'administration' | 'statement';

export interface MedicationRecord extends ChartRecord {
  readonly form: MedicationForm;
  readonly formWords: Words;
  /** "No known medications": a statement, never counted as one. */
  readonly statement: 'none-known' | undefined;
  readonly code: Concept | undefined;
  readonly dosages: readonly Dosage[];
  /** The prescription says NOT to take it. */
  readonly doNotPerform: boolean;
  /** The record repeats what somebody said; it is no order of this practice. */
  readonly reported: boolean;
  /** order, plan, proposal, … as sent */
  readonly intent: string | undefined;
  readonly categories: readonly Concept[];
  /** Why it was prescribed or given: codes and the names of conditions. */
  readonly reasons: readonly string[];
  /** Why it was stopped, held or not given. */
  readonly statusReason: string | undefined;
  /** Who ordered, handed over, gave or said it. */
  readonly by: string | undefined;
  readonly written: FhirDateTime | undefined;
  /** What was or may be dispensed, as sent: "90 tablets". */
  readonly quantity: string | undefined;
  readonly supply: string | undefined;
  readonly refills: string | undefined;
  readonly validity: Period | undefined;
  /** Substituted for what was prescribed. */
  readonly substituted: boolean;
  /** `Type/id` of the prescriptions it was dispensed or given for. */
  readonly prescriptions: readonly string[];
  readonly encounter: string | undefined;
  readonly notes: readonly Annotation[];
}

function readMedicationRecord(resource: FhirResource, context: ReadContext): MedicationRecord {
  switch (resource.resourceType) {
    case 'MedicationDispense':
      return readDispense(resource, context);
    case 'MedicationAdministration':
      return readAdministration(resource, context);
    case 'MedicationStatement':
      return readStatement(resource, context);
    default:
      return readMedicationRequest(resource, context);
  }
}

const forms = { request: 0, statement: 1, dispense: 2, administration: 3 } as const;
const statementsLast = (a: MedicationRecord, b: MedicationRecord) =>
  Number(a.statement !== undefined) - Number(b.statement !== undefined);

/** Current first; prescriptions and statements, then what was dispensed and given; newest first. */
export const medications: RecordKind<MedicationRecord> = {
  id: 'medications',
  read: readMedicationRecord,
  compare: inOrder(byStanding, statementsLast, (a, b) => forms[a.form] - forms[b.form], byNewest),
  foldKey: (record) =>
    foldKeyOf(record, record.code, [
      record.dosages,
      record.reported,
      record.intent,
      record.quantity,
      record.supply,
    ]),
};

/** A prescription with what was dispensed and given for it; anything else stands alone. */
export interface JoinedMedication {
  readonly record: MedicationRecord;
  readonly dispenses: readonly MedicationRecord[];
  readonly administrations: readonly MedicationRecord[];
}

/**
 * Dispenses and administrations beside the prescription they name, in the order given. Those that name none that is
 * here stay on their own, so every record appears exactly once. Entered in error is joined to nothing.
 */
export function joinMedications(records: readonly MedicationRecord[]): readonly JoinedMedication[] {
  const requests = new Map(
    records.filter((one) => one.form === 'request' && !one.enteredInError).map((one) => [one.key, one]),
  );
  const joined = new Map<string, MedicationRecord[]>();
  const alone: MedicationRecord[] = [];
  for (const record of records) {
    const target = record.enteredInError ? undefined : record.prescriptions.find((key) => requests.has(key));
    if (target === undefined) alone.push(record);
    else joined.set(target, [...(joined.get(target) ?? []), record]);
  }
  return alone.map((record) => {
    const of = record.enteredInError ? [] : (joined.get(record.key) ?? []);
    return {
      record,
      dispenses: of.filter((one) => one.form === 'dispense'),
      administrations: of.filter((one) => one.form === 'administration'),
    };
  });
}
