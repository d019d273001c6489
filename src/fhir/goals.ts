/** Goals, with what was aimed at and how far it was reached. FHIR R4 Goal. */
import { readAnnotations, type Annotation } from './annotation.ts';
import { byCurrentThenNewest } from './clinical-order.ts';
import { standingOf, statusWords } from './clinical-status.ts';
import { codeOf, readConcept, readConcepts, type Concept } from './concept.ts';
import { parseDateTime, readWhen, type FhirDateTime, type When } from './dates.ts';
import { asObjects, asText, type FhirResource } from './json.ts';
import type { RecordKind } from './kind.ts';
import { readLink, readLinks, type Link } from './link.ts';
import { readValues, type ObservationValue } from './observation-value.ts';
import { phrase, type Words } from './phrase.ts';
import { chartRecord, type ChartRecord, type ReadContext } from './record.ts';
import { sourceMark } from './record-parts.ts';
import { sameContentKey } from './same-content.ts';

export interface GoalTarget {
  readonly measure: Concept | undefined;
  readonly values: readonly ObservationValue[];
  /** A date, or a duration after the start in words. */
  readonly due: When | undefined;
}

export interface GoalRecord extends ChartRecord {
  readonly description: Concept | undefined;
  readonly achievement: Words | undefined;
  readonly categories: readonly Concept[];
  readonly priority: Concept | undefined;
  readonly start: When | undefined;
  readonly targets: readonly GoalTarget[];
  readonly statusDate: FhirDateTime | undefined;
  readonly statusReason: string | undefined;
  readonly expressedBy: Link | undefined;
  readonly addresses: readonly Link[];
  readonly outcomes: readonly Concept[];
  readonly outcomeLinks: readonly Link[];
  readonly notes: readonly Annotation[];
}

const achievements = {
  'in-progress': 'achievement.in-progress',
  improving: 'achievement.improving',
  worsening: 'achievement.worsening',
  'no-change': 'achievement.no-change',
  achieved: 'achievement.achieved',
  sustaining: 'achievement.sustaining',
  'not-achieved': 'achievement.not-achieved',
  'no-progress': 'achievement.no-progress',
  'not-attainable': 'achievement.not-attainable',
} as const;

function achievementWords(concept: Concept | undefined): Words | undefined {
  if (concept === undefined) return undefined;
  const code = codeOf(concept) ?? '';
  return concept.text === undefined && Object.hasOwn(achievements, code)
    ? phrase(achievements[code as keyof typeof achievements])
    : concept.label;
}

function readR4(resource: FhirResource, context: ReadContext): GoalRecord {
  const statusCode = asText(resource['lifecycleStatus']);
  const description = readConcept(resource['description']);
  const start = readWhen(resource, 'start');
  const statusDate = parseDateTime(resource['statusDate']);
  const targets = asObjects(resource['target']).map((target): GoalTarget => {
    return {
      measure: readConcept(target['measure']),
      values: readValues(target, 'detail'),
      due: readWhen(target, 'due') ?? readDuration(target['dueDuration']),
    };
  });
  const dated: When | undefined =
    start?.kind === 'date'
      ? start
      : statusDate !== undefined
        ? { kind: 'date', date: statusDate }
        : (targets.find((target) => target.due?.kind === 'date')?.due ?? start);
  return {
    ...chartRecord(resource, {
      title: description?.label ?? phrase('title.goal'),
      standing: standingOf(statusCode),
      status: statusWords(statusCode),
      when: dated,
      enteredInError: statusCode === 'entered-in-error',
      marks: sourceMark(resource['expressedBy'], context, resource),
    }),
    description,
    achievement: achievementWords(readConcept(resource['achievementStatus'])),
    categories: readConcepts(resource['category']),
    priority: readConcept(resource['priority']),
    start: start ?? startWords(resource),
    targets,
    statusDate,
    statusReason: asText(resource['statusReason']),
    expressedBy: readLink(resource['expressedBy'], context, resource),
    addresses: readLinks(resource['addresses'], context, resource),
    outcomes: readConcepts(resource['outcomeCode']),
    outcomeLinks: readLinks(resource['outcomeReference'], context, resource),
    notes: readAnnotations(resource['note']),
  };
}

/** `startCodeableConcept`: "at admission". */
function startWords(resource: FhirResource): When | undefined {
  const words = readConcept(resource['startCodeableConcept'])?.label;
  return words === undefined ? undefined : { kind: 'text', text: words };
}

/** `dueDuration`: "3 months" after the start. */
function readDuration(value: unknown): When | undefined {
  return readWhen({ due: value }, 'due');
}

export const goals: RecordKind<GoalRecord> = {
  id: 'goals',
  read: readR4,
  compare: byCurrentThenNewest,
  foldKey: sameContentKey,
};
