/** Procedure (FHIR R4 §9.3; US Core: status, code, performed). */
import { type Annotation, readAnnotations } from './annotation.ts';
import { type Concept, readConcept, readConcepts } from './concept.ts';
import { readWhen } from './dates.ts';
import { asBoolean, asList, asObjects, type FhirResource } from './json.ts';
import { byNewest, inOrder, type RecordKind } from './kind.ts';
import { unknownModifiers } from './modifiers.ts';
import { noneKnownOf } from './none-known.ts';
import { phrase } from './phrase.ts';
import { type ChartRecord, chartRecord, type Mark, type ReadContext } from './record.ts';
import { foldKeyOf, notMark, sourceMark } from './record-parts.ts';
import { nameOfReference, namesOfReferences } from './reference-name.ts';
import { saysEnteredInError, statusCode, statusWords } from './administrative-status.ts';

export interface ProcedureRecord extends ChartRecord {
  /** "No known procedures": a statement, never counted as one. */
  readonly statement: 'none-known' | undefined;
  readonly code: Concept | undefined;
  /** The procedure did NOT take place. */
  readonly notDone: boolean;
  readonly statusReason: string | undefined;
  readonly categories: readonly Concept[];
  readonly bodySites: readonly Concept[];
  readonly reasons: readonly string[];
  readonly outcome: Concept | undefined;
  readonly complications: readonly string[];
  readonly followUp: readonly Concept[];
  /** Who did it, with the part played where sent. */
  readonly performers: readonly { readonly name: string | undefined; readonly role: Concept | undefined }[];
  readonly location: string | undefined;
  readonly encounter: string | undefined;
  readonly recorder: string | undefined;
  readonly asserter: string | undefined;
  readonly notes: readonly Annotation[];
}

/** Everything that took place or will stays in the list; only an unknown status is unsure. */
const known: readonly (string | undefined)[] = [
  'completed',
  'in-progress',
  'preparation',
  'on-hold',
  'stopped',
  'aborted',
  'suspended',
  'not-done',
];

function readProcedure(resource: FhirResource, context: ReadContext): ProcedureRecord {
  const code = readConcept(resource['code']);
  const status = statusCode(resource['status']);
  const notDone =
    status === 'not-done' ||
    [resource['notDone'], resource['notPerformed']].some((flag) => asBoolean(flag) === true);
  const statusReason = readConcept(resource['statusReason'] ?? resource['notDoneReason'])?.label;
  const plain = !notDone && unknownModifiers(resource).length === 0;
  return {
    ...chartRecord(resource, {
      title: code?.label ?? readConcept(resource['category'])?.label ?? phrase('procedure.unnamed'),
      standing: notDone || known.includes(status) ? 'current' : 'unknown',
      status: statusWords(resource['status']),
      when: readWhen(resource, 'performed'),
      enteredInError: saysEnteredInError(resource['status']),
      marks: [
        ...(notDone ? [notMark('not-done', statusReason)] : []),
        ...endedMarks(status, statusReason),
        ...sourceMark(resource['asserter'], context, resource),
      ],
    }),
    statement: plain && noneKnownOf(code, 'procedures') !== undefined ? 'none-known' : undefined,
    code,
    notDone,
    statusReason,
    categories: readConcepts(resource['category']),
    bodySites: readConcepts(resource['bodySite']),
    reasons: [
      ...readConcepts(resource['reasonCode']).map((concept) => concept.label),
      ...namesOfReferences(asList(resource['reasonReference']), context, resource),
    ],
    outcome: readConcept(resource['outcome']),
    complications: [
      ...readConcepts(resource['complication']).map((concept) => concept.label),
      ...namesOfReferences(asList(resource['complicationDetail']), context, resource),
    ],
    followUp: readConcepts(resource['followUp']),
    performers: asObjects(resource['performer']).map((performer) => ({
      name: nameOfReference(performer['actor'], context, resource),
      role: readConcept(performer['function'] ?? performer['role']),
    })),
    location: nameOfReference(resource['location'], context, resource),
    encounter: nameOfReference(resource['encounter'], context, resource),
    recorder: nameOfReference(resource['recorder'], context, resource),
    asserter: nameOfReference(resource['asserter'], context, resource),
    notes: readAnnotations(resource['note']),
  };
}

/** Stopped halfway: done in part, which a list of procedures must not hide. */
function endedMarks(status: string | undefined, reason: string | undefined): readonly Mark[] {
  if (status !== 'stopped' && status !== 'aborted') return [];
  return [
    {
      phrase: reason === undefined ? phrase('mark.stopped') : phrase('mark.stopped-because', { reason }),
      tone: 'warning',
    },
  ];
}

const errorsLast = (a: ChartRecord, b: ChartRecord) => Number(a.enteredInError) - Number(b.enteredInError);

/** Newest first. The same procedure recorded twice for one time folds; two procedures never do. */
export const procedures: RecordKind<ProcedureRecord> = {
  id: 'procedures',
  read: readProcedure,
  compare: inOrder(errorsLast, byNewest),
  foldKey: (record) => foldKeyOf(record, record.code, [record.when, record.bodySites, record.reasons]),
};
