/** AllergyIntolerance (FHIR R4 §9.1; US Core: status, verification, code, reaction). */
import { type Annotation, readAnnotations } from './annotation.ts';
import { conflictMarks } from './clinical-order.ts';
import { type Concept, readConcept, readConcepts } from './concept.ts';
import { type FhirDateTime, parseDateTime, readWhen, type When, whenOf } from './dates.ts';
import { asObjects, asText, asTexts, type FhirResource, ownRow } from './json.ts';
import { byNewest, byStanding, inOrder, type RecordKind } from './kind.ts';
import { unknownModifiers } from './modifiers.ts';
import { type NoneKnown, noneKnownOf } from './none-known.ts';
import { phrase, type Words } from './phrase.ts';
import type { AdministrativePhrase } from './phrase-administrative.ts';
import { type ChartRecord, chartRecord, type ReadContext } from './record.ts';
import { foldKeyOf, recordedAt, sourceMark, verificationMark } from './record-parts.ts';
import { nameOfReference } from './reference-name.ts';
import { saysEnteredInError, statusCode, statusWords } from './administrative-status.ts';

export interface AllergyReaction {
  readonly manifestations: readonly Concept[];
  readonly severity: Words | undefined;
  readonly substance: Concept | undefined;
  readonly description: string | undefined;
  readonly onset: When | undefined;
  readonly route: Concept | undefined;
  readonly notes: readonly Annotation[];
}

export interface AllergyRecord extends ChartRecord {
  /** The record states an absence and is never counted as an allergy. */
  readonly statement: 'none-known' | undefined;
  /** What the statement is about: all allergies, drugs, food, … */
  readonly noneKnown: NoneKnown | undefined;
  readonly code: Concept | undefined;
  readonly refuted: boolean;
  /** That it is not confirmed, and how: the mark of its verification. */
  readonly doubt: Words | undefined;
  /** As sent: food, medication, environment, biologic. */
  readonly categoryCodes: readonly string[];
  readonly categories: readonly Words[];
  /** allergy or intolerance */
  readonly allergyType: Words | undefined;
  readonly criticality: Words | undefined;
  readonly worst: Words | undefined;
  /** 0 is the worst: high criticality; then severe, moderate, unknown, mild. */
  readonly rank: number;
  readonly reactions: readonly AllergyReaction[];
  readonly onset: When | undefined;
  readonly lastOccurrence: FhirDateTime | undefined;
  readonly recorded: FhirDateTime | undefined;
  readonly recorder: string | undefined;
  readonly asserter: string | undefined;
  readonly notes: readonly Annotation[];
}

const categoryPhrases: Readonly<Record<string, AdministrativePhrase>> = {
  food: 'allergy.food',
  medication: 'allergy.medication',
  environment: 'allergy.environment',
  biologic: 'allergy.biologic',
};
const typePhrases: Readonly<Record<string, AdministrativePhrase>> = {
  allergy: 'allergy.allergy',
  intolerance: 'allergy.intolerance',
};
const criticalityPhrases: Readonly<Record<string, AdministrativePhrase>> = {
  high: 'criticality.high',
  low: 'criticality.low',
  'unable-to-assess': 'criticality.unable-to-assess',
};
const severityPhrases: Readonly<Record<string, AdministrativePhrase>> = {
  severe: 'severity.severe',
  moderate: 'severity.moderate',
  mild: 'severity.mild',
};

const ranks: Readonly<Record<string, number>> = {
  high: 0,
  severe: 1,
  moderate: 2,
  'unable-to-assess': 3,
  mild: 4,
  low: 4,
};
const unknownRank = 3;

function readAllergy(resource: FhirResource, context: ReadContext): AllergyRecord {
  const code = readConcept(resource['code']);
  const clinical = statusCode(resource['clinicalStatus']);
  const verification = statusCode(resource['verificationStatus']);
  const reactions = asObjects(resource['reaction']);
  const refuted = verification === 'refuted';
  const enteredInError = saysEnteredInError(resource['verificationStatus'], resource['clinicalStatus']);
  const criticality = asText(resource['criticality']);
  const severities = reactions
    .map((reaction) => asText(reaction['severity']))
    .filter((one) => one !== undefined);
  const recorded = recordedAt(resource, context);
  const onset = readWhen(resource, 'onset');
  // A statement with reactions, refuted or under an unknown modifier is no plain "none".
  const plain = !refuted && reactions.length === 0 && unknownModifiers(resource).length === 0;
  const noneKnown = plain ? noneKnownOf(code, 'allergies') : undefined;
  const doubts = verificationMark(resource['verificationStatus'], verification);
  const marks = [...conflictMarks(code), ...doubts, ...sourceMark(resource['asserter'], context, resource)];
  const base = chartRecord(resource, {
    title: code?.label ?? substances(reactions) ?? phrase('allergy.unnamed'),
    standing: standingOf(clinical),
    status: statusWords(resource['clinicalStatus']),
    when: recorded === undefined ? onset : { kind: 'date', date: recorded },
    enteredInError,
    marks,
  });
  const categoryCodes = asTexts(resource['category']);
  return {
    ...base,
    statement: noneKnown === undefined ? undefined : 'none-known',
    noneKnown,
    code,
    refuted,
    doubt: doubts[0]?.phrase,
    categoryCodes,
    categories: categoryCodes.map((sent) => wordsFor(categoryPhrases, sent)),
    allergyType: optionalWords(typePhrases, asText(resource['type'])),
    criticality: optionalWords(criticalityPhrases, criticality),
    worst: optionalWords(severityPhrases, severities.toSorted((a, b) => rankOf(a) - rankOf(b))[0]),
    rank: Math.min(...[criticality, ...severities].map(rankOf)),
    reactions: reactions.map(readReaction),
    onset,
    lastOccurrence: parseDateTime(resource['lastOccurrence']),
    recorded,
    recorder: nameOfReference(resource['recorder'], context, resource),
    asserter: nameOfReference(resource['asserter'], context, resource),
    notes: readAnnotations(resource['note']),
  };
}

function readReaction(reaction: Readonly<Record<string, unknown>>): AllergyReaction {
  return {
    manifestations: readConcepts(reaction['manifestation']),
    severity: optionalWords(severityPhrases, asText(reaction['severity'])),
    substance: readConcept(reaction['substance']),
    description: asText(reaction['description']),
    onset: whenOf(reaction['onset']),
    route: readConcept(reaction['exposureRoute']),
    notes: readAnnotations(reaction['note']),
  };
}

/** Where `code` is missing, the substances of the reactions name the allergy. */
function substances(reactions: readonly Readonly<Record<string, unknown>>[]): string | undefined {
  const names = reactions.map((reaction) => readConcept(reaction['substance'])?.label);
  const known = [...new Set(names.filter((name) => name !== undefined))];
  return known.length === 0 ? undefined : known.join(', ');
}

function standingOf(clinical: string | undefined): ChartRecord['standing'] {
  if (clinical === 'active') return 'current';
  return clinical === 'inactive' || clinical === 'resolved' ? 'past' : 'unknown';
}

function rankOf(sent: string | undefined): number {
  return ownRow(ranks, sent) ?? unknownRank;
}

function wordsFor(table: Readonly<Record<string, AdministrativePhrase>>, sent: string): Words {
  const known = ownRow(table, sent);
  return known === undefined ? sent : phrase(known);
}

function optionalWords(table: Readonly<Record<string, AdministrativePhrase>>, sent: string | undefined) {
  return sent === undefined ? undefined : wordsFor(table, sent);
}

const statementsLast = (a: AllergyRecord, b: AllergyRecord) =>
  Number(a.statement !== undefined || a.refuted) - Number(b.statement !== undefined || b.refuted);

/** Current first; worst first; newest first. Statements of absence and refuted allergies after the others. */
export const allergies: RecordKind<AllergyRecord> = {
  id: 'allergies',
  read: readAllergy,
  compare: inOrder(byStanding, statementsLast, (a, b) => a.rank - b.rank, byNewest),
  foldKey: (record) =>
    foldKeyOf(record, record.code, [record.criticality, record.allergyType, record.source['reaction']]),
};
