/** Immunization (FHIR R4 §8.16; US Core: status, reason, vaccine, occurrence, primary source). */
import { type Annotation, readAnnotations } from './annotation.ts';
import { type Concept, readConcept, readConcepts } from './concept.ts';
import { type FhirDateTime, parseDateTime, readWhen, whenOf } from './dates.ts';
import { asBoolean, asList, asObjects, asText, type FhirResource } from './json.ts';
import { byNewest, inOrder, type RecordKind } from './kind.ts';
import { unknownModifiers } from './modifiers.ts';
import { noneKnownOf } from './none-known.ts';
import { phrase } from './phrase.ts';
import { printedQuantity } from './printed-quantity.ts';
import { readQuantity } from './quantity.ts';
import { type ChartRecord, chartRecord, type Mark, type ReadContext } from './record.ts';
import { actorName, foldKeyOf, notMark, sourceMark } from './record-parts.ts';
import { nameOfReference, namesOfReferences } from './reference-name.ts';
import { saysEnteredInError, statusCode, statusWords } from './administrative-status.ts';

export interface ImmunizationRecord extends ChartRecord {
  /** "No known immunizations": a statement, never counted as one. */
  readonly statement: 'none-known' | undefined;
  readonly code: Concept | undefined;
  /** The vaccine was NOT given. */
  readonly notGiven: boolean;
  readonly statusReason: string | undefined;
  readonly reasons: readonly string[];
  readonly dose: string | undefined;
  /** "2 of 3", with the series' name where sent: one entry a protocol. */
  readonly protocols: readonly ImmunizationProtocol[];
  readonly lot: string | undefined;
  readonly expires: FhirDateTime | undefined;
  readonly manufacturer: string | undefined;
  readonly site: Concept | undefined;
  readonly route: Concept | undefined;
  readonly by: readonly string[];
  readonly location: string | undefined;
  readonly recorded: FhirDateTime | undefined;
  readonly reactions: readonly string[];
  readonly notes: readonly Annotation[];
}

export interface ImmunizationProtocol {
  readonly series: string | undefined;
  readonly dose: string | undefined;
  readonly of: string | undefined;
  readonly against: readonly Concept[];
}

function readImmunization(resource: FhirResource, context: ReadContext): ImmunizationRecord {
  const code = readConcept(resource['vaccineCode']);
  const status = statusCode(resource['status']);
  const flags = [resource['notGiven'], resource['wasNotGiven']];
  const notGiven = status === 'not-done' || flags.some((flag) => asBoolean(flag) === true);
  const statusReason = readConcept(resource['statusReason'])?.label;
  const marks: readonly Mark[] = [
    ...(notGiven ? [notMark('not-given', statusReason)] : []),
    ...subpotentMarks(resource),
    ...sourceMarks(resource, context),
  ];
  const quantity = readQuantity(resource['doseQuantity']);
  const plain = !notGiven && unknownModifiers(resource).length === 0;
  return {
    ...chartRecord(resource, {
      title: code?.label ?? phrase('immunization.unnamed'),
      standing: status === 'completed' || notGiven ? 'current' : 'unknown',
      status: statusWords(resource['status']),
      when: readWhen(resource, 'occurrence') ?? whenOf(resource['date']),
      enteredInError: saysEnteredInError(resource['status']),
      marks,
    }),
    statement: plain && noneKnownOf(code, 'immunizations') !== undefined ? 'none-known' : undefined,
    code,
    notGiven,
    statusReason,
    reasons: [
      ...readConcepts(resource['reasonCode']).map((concept) => concept.label),
      ...namesOfReferences(asList(resource['reasonReference']), context, resource),
    ],
    dose: quantity === undefined ? undefined : printedQuantity(quantity),
    protocols: asObjects(resource['protocolApplied']).map((protocol) => ({
      series: asText(protocol['series']),
      dose: asText(protocol['doseNumberPositiveInt']) ?? asText(protocol['doseNumberString']),
      of: asText(protocol['seriesDosesPositiveInt']) ?? asText(protocol['seriesDosesString']),
      against: readConcepts(protocol['targetDisease']),
    })),
    lot: asText(resource['lotNumber']),
    expires: parseDateTime(resource['expirationDate']),
    manufacturer: nameOfReference(resource['manufacturer'], context, resource),
    site: readConcept(resource['site']),
    route: readConcept(resource['route']),
    by: asObjects(resource['performer'])
      .map((performer) => actorName(performer, 'actor', context, resource))
      .filter((name) => name !== undefined),
    location: nameOfReference(resource['location'], context, resource),
    recorded: parseDateTime(resource['recorded']),
    reactions: namesOfReferences(
      asObjects(resource['reaction']).map((one) => one['detail']),
      context,
      resource,
    ),
    notes: readAnnotations(resource['note']),
  };
}

/** `isSubpotent` is a modifier: such a dose may not count. */
function subpotentMarks(resource: FhirResource): readonly Mark[] {
  if (asBoolean(resource['isSubpotent']) !== true) return [];
  const reason = readConcept(resource['subpotentReason'])?.label;
  const words =
    reason === undefined ? phrase('mark.subpotent') : phrase('mark.subpotent-because', { reason });
  return [{ phrase: words, tone: 'warning' }];
}

/** A dose taken over from elsewhere, with where it was reported from. */
function sourceMarks(resource: FhirResource, context: ReadContext): readonly Mark[] {
  const origin = readConcept(resource['reportOrigin'])?.label;
  if (origin !== undefined) return [{ phrase: phrase('mark.reported-by', { name: origin }), tone: 'plain' }];
  const bySource = sourceMark(resource['informationSource'], context, resource);
  if (bySource.length > 0) return bySource;
  return asBoolean(resource['primarySource']) === false
    ? [{ phrase: phrase('mark.second-hand'), tone: 'plain' }]
    : [];
}

const errorsLast = (a: ChartRecord, b: ChartRecord) => Number(a.enteredInError) - Number(b.enteredInError);

/** Newest first. Two records of one vaccine on one day fold; two doses never do. */
export const immunizations: RecordKind<ImmunizationRecord> = {
  id: 'immunizations',
  read: readImmunization,
  compare: inOrder(errorsLast, byNewest),
  foldKey: (record) =>
    foldKeyOf(record, record.code, [record.when, record.dose, record.lot, record.protocols]),
};
