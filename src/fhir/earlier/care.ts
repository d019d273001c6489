/** CarePlan and Goal of DSTU2 (§5.12, §5.13) and STU3 (§9.4, §9.5) in R4's elements. */
import {
  asList,
  asObject,
  asObjects,
  asText,
  type FhirResource,
  type JsonObject,
  ownRow,
} from '#fhir/json.ts';
import { coded, completed, each, listOf, notes, renamed, replaced, type Reshape } from './reshape.ts';

function activities(value: unknown): readonly JsonObject[] | undefined {
  return each(value, (activity) => {
    const detail = asObject(activity['detail']);
    return replaced(renamed(activity, { actionResulting: 'outcomeReference' }), {
      progress: notes(activity['progress']),
      detail: detail && renamed(detail, { prohibited: 'doNotPerform' }),
    });
  });
}

function says(concepts: unknown, code: string): boolean {
  return asObjects(concepts).some((concept) =>
    asObjects(concept['coding']).some((coding) => asText(coding['code'])?.toLowerCase() === code),
  );
}

/**
 * DSTU2 knows no CareTeam: its participants stand in a care plan, and Argonaut's care team is a care plan of category
 * `careteam`. Such a plan is read as the team it is; any other plan's participants as its team, within it.
 */
export const carePlanFromDstu2: Reshape = (resource) => {
  const members = each(resource['participant'], (one) => one);
  if (says(resource['category'], 'careteam')) {
    const { participant: _participant, activity: _activity, ...rest } = resource;
    return completed(
      replaced(renamed(rest as FhirResource, { context: 'encounter' }), {
        resourceType: 'CareTeam',
        participant: members,
        note: notes(resource['note']),
      }),
      { name: asText(resource['description']) },
    );
  }
  const moved = renamed(resource, { context: 'encounter', modified: 'created', support: 'supportingInfo' });
  const [author, ...others] = asList(resource['author']);
  const team = 'participants-of-this-plan';
  return replaced(moved, {
    author,
    contributor: listOf(others),
    note: notes(resource['note']),
    activity: activities(resource['activity']),
    ...(members !== undefined && {
      contained: [
        ...asList(resource['contained']),
        { resourceType: 'CareTeam', id: team, participant: members },
      ],
      careTeam: [{ reference: `#${team}` }],
    }),
  });
};

export const carePlanFromStu3: Reshape = (resource) => {
  const moved = renamed(resource, { context: 'encounter' });
  const [author, ...others] = asList(resource['author']);
  return replaced(moved, {
    author,
    contributor: listOf(others),
    activity: activities(resource['activity']),
  });
};

export const careTeamFromStu3: Reshape = (resource) =>
  replaced(renamed(resource, { context: 'encounter' }), {
    participant: each(resource['participant'], (one) => one),
  });

/** What one status of the earlier versions says in R4's two: where the goal stands, and how far it was reached. */
const goalStatuses: Readonly<Record<string, { lifecycleStatus: string; achievement?: string }>> = {
  'in-progress': { lifecycleStatus: 'active', achievement: 'in-progress' },
  'on-target': { lifecycleStatus: 'active', achievement: 'improving' },
  'ahead-of-target': { lifecycleStatus: 'active', achievement: 'improving' },
  'behind-target': { lifecycleStatus: 'active', achievement: 'worsening' },
  sustaining: { lifecycleStatus: 'active', achievement: 'sustaining' },
  achieved: { lifecycleStatus: 'completed', achievement: 'achieved' },
};

function goalStatus(resource: FhirResource): JsonObject {
  const sent = asText(resource['status']);
  const known = ownRow(goalStatuses, sent?.trim().toLowerCase());
  return {
    lifecycleStatus: known?.lifecycleStatus ?? sent,
    achievementStatus: known?.achievement && coded('goal-achievement', known.achievement),
  };
}

function reasonText(value: unknown): string | undefined {
  const concept = asObject(value);
  if (concept === undefined) return asText(value);
  const coding = asObject(listOf(concept['coding'])?.[0]);
  return asText(concept['text']) ?? asText(coding?.['display']) ?? asText(coding?.['code']);
}

export const goalFromDstu2: Reshape = (resource) => {
  const text = asText(resource['description']);
  const due = {
    dueDate: resource['targetDate'],
    dueDuration: resource['targetQuantity'],
  };
  const outcomes = asObjects(resource['outcome']);
  const results = (name: string): readonly unknown[] | undefined => listOf(outcomes.map((one) => one[name]));
  return replaced(
    completed(renamed(resource, { author: 'expressedBy' }), {
      ...goalStatus(resource),
      outcomeCode: results('resultCodeableConcept'),
      outcomeReference: results('resultReference'),
      target: Object.values(due).some((value) => value !== undefined) ? [due] : undefined,
    }),
    {
      description: text === undefined ? undefined : { text },
      statusReason: reasonText(resource['statusReason']),
      note: notes(resource['note']),
    },
  );
};

export const goalFromStu3: Reshape = (resource) =>
  completed(replaced(resource, { statusReason: reasonText(resource['statusReason']) }), goalStatus(resource));
