/** Condition (FHIR R4 §9.2): problems, health concerns and encounter diagnoses. */
import './clinical-words.ts';
import { type Annotation, readAnnotations } from './annotation.ts';
import { type Concept, hasCode, readConcept, readConcepts } from './concept.ts';
import { conditionCategory, extensionUrl, healthConcernCategory, usCoreCategory } from './code-systems.ts';
import { type FhirDateTime, parseDateTime, readWhen, type When } from './dates.ts';
import { conflictMarks } from './clinical-order.ts';
import { firstExtensionValue } from './extensions.ts';
import { asBoolean, type FhirResource } from './json.ts';
import { byNewest, byStanding, inOrder, type RecordKind } from './kind.ts';
import { unknownModifiers } from './modifiers.ts';
import { noneKnownOf } from './none-known.ts';
import { phrase, type Words } from './phrase.ts';
import { type ChartRecord, chartRecord, type ReadContext } from './record.ts';
import { foldKeyOf, recordedAt, sourceMark, verificationMark } from './record-parts.ts';
import { nameOfReference, namesOfReferences } from './reference-name.ts';
import { saysEnteredInError, statusCode, statusWords } from './administrative-status.ts';

export type ProblemPlace = 'problem' | 'concern' | 'diagnosis' | 'unsorted';

export interface ProblemRecord extends ChartRecord {
  /** "No known problems": a statement, never counted as one. */
  readonly statement: 'none-known' | undefined;
  readonly code: Concept | undefined;
  /** Which list it belongs to, by category, else by the id prefix NextGen Office uses (PL-, HC-, ED-). */
  readonly place: ProblemPlace;
  readonly placeWords: Words;
  readonly categories: readonly Concept[];
  readonly refuted: boolean;
  readonly verification: Concept | undefined;
  readonly severity: Concept | undefined;
  readonly bodySites: readonly Concept[];
  readonly stages: readonly Concept[];
  readonly onset: When | undefined;
  readonly abatement: When | undefined;
  readonly asserted: FhirDateTime | undefined;
  readonly recorded: FhirDateTime | undefined;
  readonly recorder: string | undefined;
  readonly asserter: string | undefined;
  readonly encounter: string | undefined;
  readonly evidence: readonly string[];
  readonly notes: readonly Annotation[];
}

function readProblem(resource: FhirResource, context: ReadContext): ProblemRecord {
  const code = readConcept(resource['code']);
  const verificationCode = statusCode(resource['verificationStatus']);
  const clinical = statusCode(resource['clinicalStatus']);
  const refuted = verificationCode === 'refuted';
  const abatement = readWhen(resource, 'abatement');
  const onset = readWhen(resource, 'onset');
  const recorded = recordedAt(resource, context);
  const asserted = parseDateTime(firstExtensionValue(resource, extensionUrl.assertedDate));
  const categories = readConcepts(resource['category']);
  const place = placeOf(categories, resource.id);
  const written = asserted ?? recorded;
  const isPlain = !refuted && unknownModifiers(resource).length === 0;
  const base = chartRecord(resource, {
    title: code?.label ?? phrase('problem.unnamed'),
    standing: standingOf(clinical, abatement, resource),
    status: statusWords(resource['clinicalStatus']),
    when:
      onset !== undefined && onset.kind !== 'text'
        ? onset
        : written === undefined
          ? onset
          : { kind: 'date', date: written },
    enteredInError: saysEnteredInError(resource['verificationStatus'], resource['clinicalStatus']),
    marks: [
      ...conflictMarks(code),
      ...verificationMark(resource['verificationStatus'], verificationCode),
      ...sourceMark(resource['asserter'], context, resource),
    ],
  });
  return {
    ...base,
    statement: isPlain && noneKnownOf(code, 'problems') !== undefined ? 'none-known' : undefined,
    code,
    place,
    placeWords: phrase(`problem.${place}`),
    categories,
    refuted,
    verification: readConcept(resource['verificationStatus']),
    severity: readConcept(resource['severity']),
    bodySites: readConcepts(resource['bodySite']),
    stages: stagesOf(resource['stage']),
    onset,
    abatement,
    asserted,
    recorded,
    recorder: nameOfReference(resource['recorder'], context, resource),
    asserter: nameOfReference(resource['asserter'], context, resource),
    encounter: nameOfReference(resource['encounter'], context, resource),
    evidence: evidenceOf(resource['evidence'], context, resource),
    notes: readAnnotations(resource['note']),
  };
}

const prefixes: readonly (readonly [string, ProblemPlace])[] = [
  ['PL-', 'problem'],
  ['HC-', 'concern'],
  ['ED-', 'diagnosis'],
];

function placeOf(categories: readonly Concept[], id: unknown): ProblemPlace {
  const has = (code: string) =>
    categories.some(
      (one) =>
        [conditionCategory, healthConcernCategory, usCoreCategory].some((system) =>
          hasCode(one, system, [code]),
        ) || one.text === code,
    );
  if (has('problem-list-item')) return 'problem';
  if (has('health-concern')) return 'concern';
  if (has('encounter-diagnosis')) return 'diagnosis';
  const prefixed = prefixes.find(([prefix]) => typeof id === 'string' && id.startsWith(prefix));
  return prefixed?.[1] ?? 'unsorted';
}

const current: readonly (string | undefined)[] = ['active', 'recurrence', 'relapse'];
const past: readonly (string | undefined)[] = ['inactive', 'remission', 'resolved'];

/** By the clinical status; a condition without one that has abated is past (invariant con-4). */
function standingOf(clinical: string | undefined, abatement: When | undefined, resource: FhirResource) {
  if (current.includes(clinical)) return 'current';
  if (past.includes(clinical)) return 'past';
  const abated = abatement !== undefined || asBoolean(resource['abatementBoolean']) === true;
  return clinical === undefined && abated ? 'past' : 'unknown';
}

function stagesOf(value: unknown): readonly Concept[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.flatMap((stage) => {
    const summary = readConcept((stage as { summary?: unknown } | null | undefined)?.summary);
    return summary === undefined ? [] : [summary];
  });
}

function evidenceOf(value: unknown, context: ReadContext, within: FhirResource): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.flatMap((one) => {
    const entry = (one ?? {}) as { code?: unknown; detail?: unknown };
    return [
      ...readConcepts(entry.code).map((concept) => concept.label),
      ...namesOfReferences(entry.detail, context, within),
    ];
  });
}

const places = { problem: 0, unsorted: 1, concern: 2, diagnosis: 3 } as const;
const refutedLast = (a: ProblemRecord, b: ProblemRecord) => Number(a.refuted) - Number(b.refuted);

/** Current first; problem list, health concerns, diagnoses of visits; newest first. Refuted after the others. */
export const problems: RecordKind<ProblemRecord> = {
  id: 'problems',
  read: readProblem,
  compare: inOrder(byStanding, refutedLast, (a, b) => places[a.place] - places[b.place], byNewest),
  foldKey: (record) =>
    foldKeyOf(record, record.code, [record.place, record.severity, record.bodySites, record.abatement]),
};
