/**
 * Care plans, assessment and plan of treatment among them. FHIR R4 CarePlan; for US Core's assess-plan the narrative
 * is the content.
 */
import { readAnnotations, type Annotation } from './annotation.ts';
import { byCurrentThenNewest } from './clinical-order.ts';
import { standingOf, statusWords } from './clinical-status.ts';
import { readConcept, readConcepts, type Concept } from './concept.ts';
import { parseDateTime, readPeriod, readWhen, type FhirDateTime, type Period, type When } from './dates.ts';
import { asBoolean, asObject, asObjects, asText, asTexts, type FhirResource } from './json.ts';
import type { RecordKind } from './kind.ts';
import { readLink, readLinks, type Link } from './link.ts';
import { readNarrative, type Narrative } from './narrative.ts';
import { narrativeAdds } from './narrative-adds.ts';
import { intentWords } from './order-words.ts';
import { phrase, type Words } from './phrase.ts';
import { chartRecord, type ChartRecord, type Mark, type ReadContext } from './record.ts';
import { sameContentKey } from './same-content.ts';

export interface PlannedActivity {
  readonly title: Words;
  readonly status: Words | undefined;
  readonly statusReason: Concept | undefined;
  /** It is NOT to be done. */
  readonly prohibited: boolean;
  readonly scheduled: When | undefined;
  readonly description: string | undefined;
  readonly performers: readonly Link[];
  readonly location: Link | undefined;
  readonly reasons: readonly Concept[];
  readonly goals: readonly Link[];
  /** The order or appointment that carries it out. */
  readonly reference: Link | undefined;
  readonly outcomes: readonly Concept[];
  readonly outcomeLinks: readonly Link[];
  readonly progress: readonly Annotation[];
}

export interface CarePlanRecord extends ChartRecord {
  readonly categories: readonly Concept[];
  readonly intent: Words | undefined;
  readonly description: string | undefined;
  readonly period: Period | undefined;
  readonly created: FhirDateTime | undefined;
  readonly author: Link | undefined;
  readonly contributors: readonly Link[];
  readonly careTeams: readonly Link[];
  readonly addresses: readonly Link[];
  readonly goals: readonly Link[];
  readonly activities: readonly PlannedActivity[];
  readonly supportingInfo: readonly Link[];
  readonly partOf: readonly Link[];
  readonly replaces: readonly Link[];
  readonly basedOn: readonly Link[];
  readonly encounter: Link | undefined;
  readonly notes: readonly Annotation[];
  /** The narrative, where it is the content or holds what the fields do not. */
  readonly narrative: Narrative | undefined;
}

function readR4(resource: FhirResource, context: ReadContext): CarePlanRecord {
  const statusCode = asText(resource['status']);
  const categories = readConcepts(resource['category']);
  const period = readPeriod(resource['period']);
  const created = parseDateTime(resource['created']);
  const title = asText(resource['title']) ?? asText(resource['description']);
  const isAssessment = categories.some(({ codings }) => codings.some(({ code }) => code === 'assess-plan'));
  const when: When | undefined =
    period === undefined
      ? created === undefined
        ? undefined
        : { kind: 'date', date: created }
      : { kind: 'period', ...period };
  const named =
    categories.find(({ codings }) => codings.every(({ code }) => code !== 'assess-plan')) ?? categories[0];
  return {
    ...chartRecord(resource, {
      title: title ?? nameOf(named) ?? phrase(isAssessment ? 'title.assess-plan' : 'title.care-plan'),
      standing: standingOf(statusCode),
      status: statusWords(statusCode),
      when,
      enteredInError: statusCode === 'entered-in-error',
    }),
    categories,
    intent: intentWords(asText(resource['intent'])),
    description: asText(resource['description']),
    period,
    created,
    author: readLink(resource['author'], context, resource),
    contributors: readLinks(resource['contributor'], context, resource),
    careTeams: readLinks(resource['careTeam'], context, resource),
    addresses: readLinks(resource['addresses'], context, resource),
    goals: readLinks(resource['goal'], context, resource),
    activities: asObjects(resource['activity']).map((activity) => readActivity(activity, context, resource)),
    supportingInfo: readLinks(resource['supportingInfo'], context, resource),
    partOf: readLinks(resource['partOf'], context, resource),
    replaces: readLinks(resource['replaces'], context, resource),
    basedOn: readLinks(resource['basedOn'], context, resource),
    encounter: readLink(resource['encounter'], context, resource),
    notes: readAnnotations(resource['note']),
    narrative: isAssessment || narrativeAdds(resource) ? readNarrative(resource) : undefined,
  };
}

/** The category's words; a bare code is no name. */
function nameOf(category: Concept | undefined): string | undefined {
  return category?.codings.some(({ code }) => code === category.label) === true ? undefined : category?.label;
}

function readActivity(
  activity: Readonly<Record<string, unknown>>,
  context: ReadContext,
  within: FhirResource,
): PlannedActivity {
  const detail = asObject(activity['detail']) ?? {};
  const code = readConcept(detail['code']);
  const reference = readLink(activity['reference'], context, within);
  const description = asText(detail['description']);
  const kind = asTexts(detail['kind'])[0];
  return {
    title: code?.label ?? description ?? reference?.name ?? kind ?? phrase('title.activity'),
    status: statusWords(asText(detail['status'])),
    statusReason: readConcept(detail['statusReason']),
    prohibited: asBoolean(detail['doNotPerform']) === true,
    scheduled: readWhen(detail, 'scheduled'),
    description,
    performers: readLinks(detail['performer'], context, within),
    location: readLink(detail['location'], context, within),
    reasons: readConcepts(detail['reasonCode']),
    goals: readLinks(detail['goal'], context, within),
    reference,
    outcomes: readConcepts(activity['outcomeCodeableConcept']),
    outcomeLinks: readLinks(activity['outcomeReference'], context, within),
    progress: readAnnotations(activity['progress']),
  };
}

/** What must NOT be done, said as such. */
export function prohibitionMark(activity: PlannedActivity): readonly Mark[] {
  return activity.prohibited ? [{ phrase: phrase('mark.do-not-perform'), tone: 'warning' }] : [];
}

export const carePlans: RecordKind<CarePlanRecord> = {
  id: 'care-plans',
  read: readR4,
  compare: byCurrentThenNewest,
  foldKey: sameContentKey,
};
