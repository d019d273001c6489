/** Care teams: who they are, in what role, how to reach them. FHIR R4 CareTeam. */
import { readAnnotations, type Annotation } from './annotation.ts';
import { byCurrentThenNewest } from './clinical-order.ts';
import { standingOf, statusWords } from './clinical-status.ts';
import { readConcepts, type Concept } from './concept.ts';
import { readPeriod, type Period } from './dates.ts';
import { asList, asObjects, asText, type FhirResource } from './json.ts';
import type { RecordKind } from './kind.ts';
import { readLink, readLinks, type Link } from './link.ts';
import { phrase, type Words } from './phrase.ts';
import { chartRecord, type ChartRecord, type ReadContext } from './record.ts';
import { sameContentKey } from './same-content.ts';
import { readTelecoms, type Telecom } from './telecom.ts';

export interface TeamMember {
  readonly name: Words;
  readonly member: Link | undefined;
  readonly roles: readonly Concept[];
  /** Specialties of a practitioner's role, where that record has arrived. */
  readonly specialties: readonly Concept[];
  readonly onBehalfOf: Link | undefined;
  readonly period: Period | undefined;
  readonly telecoms: readonly Telecom[];
}

export interface CareTeamRecord extends ChartRecord {
  readonly categories: readonly Concept[];
  readonly period: Period | undefined;
  readonly members: readonly TeamMember[];
  readonly reasons: readonly Concept[];
  readonly reasonLinks: readonly Link[];
  readonly organizations: readonly Link[];
  readonly encounter: Link | undefined;
  readonly telecoms: readonly Telecom[];
  readonly notes: readonly Annotation[];
}

function readR4(resource: FhirResource, context: ReadContext): CareTeamRecord {
  const statusCode = asText(resource['status']);
  const categories = readConcepts(resource['category']);
  const period = readPeriod(resource['period']);
  return {
    ...chartRecord(resource, {
      title: asText(resource['name']) ?? categories[0]?.label ?? phrase('title.care-team'),
      standing: standingOf(statusCode),
      status: statusWords(statusCode),
      when: period === undefined ? undefined : { kind: 'period', ...period },
      enteredInError: statusCode === 'entered-in-error',
    }),
    categories,
    period,
    members: asObjects(resource['participant']).map((participant) =>
      readMember(participant, context, resource),
    ),
    reasons: readConcepts(resource['reasonCode']),
    reasonLinks: readLinks(resource['reasonReference'], context, resource),
    organizations: readLinks(resource['managingOrganization'], context, resource),
    encounter: readLink(resource['encounter'], context, resource),
    telecoms: readTelecoms(resource['telecom']),
    notes: readAnnotations(resource['note']),
  };
}

function readMember(
  participant: Readonly<Record<string, unknown>>,
  context: ReadContext,
  within: FhirResource,
): TeamMember {
  const member = readLink(participant['member'], context, within);
  const target = member?.target;
  const isRole = target?.resourceType === 'PractitionerRole';
  // A role's own telecom is the place of work; the practitioner's and the organization's stand in where it has none.
  const behind = isRole
    ? [target['practitioner'], target['organization']].map((reference) => context.resolve(reference, target))
    : [];
  const telecoms = [target, ...behind].map((one) => readTelecoms(one?.['telecom']));
  return {
    name: member?.name ?? phrase('title.unnamed-member'),
    member,
    roles: [...readConcepts(participant['role']), ...(isRole ? readConcepts(target['code']) : [])],
    specialties: isRole ? readConcepts(target['specialty']) : [],
    onBehalfOf: readLink(asList(participant['onBehalfOf'])[0], context, within),
    period: readPeriod(participant['period']),
    telecoms: telecoms.find((list) => list.length > 0) ?? [],
  };
}

export const careTeams: RecordKind<CareTeamRecord> = {
  id: 'care-teams',
  read: readR4,
  compare: byCurrentThenNewest,
  foldKey: sameContentKey,
};
