/**
 * Social history and screening: Observations of categories social-history, survey, sdoh, functional-, disability- and
 * cognitive-status, preferences; QuestionnaireResponse. US Core Smoking Status, Screening and Assessment, Pregnancy.
 */
import { byError } from './clinical-order.ts';
import { standingOf, statusWords } from './clinical-status.ts';
import { loinc } from './code-systems.ts';
import { hasCode } from './concept.ts';
import { readWhen } from './dates.ts';
import { asText, type FhirResource } from './json.ts';
import { byNewest, inOrder, type RecordKind } from './kind.ts';
import { readLink, readLinks, type Link } from './link.ts';
import { readObservation, type ObservationRecord } from './observations.ts';
import { phrase } from './phrase.ts';
import { questionnaireName, readAnswers, type Answer } from './questionnaire-response.ts';
import { chartRecord, type ChartRecord, type ReadContext } from './record.ts';
import { sourceMark } from './record-parts.ts';
import { sameContentKey } from './same-content.ts';

/** In the order they are listed. */
export const socialTopics = [
  'smoking',
  'tobacco-and-alcohol',
  'pregnancy',
  'occupation',
  'identity',
  'status',
  'preferences',
  'screening',
  'questionnaires',
  'other',
] as const;
export type SocialTopic = (typeof socialTopics)[number];

export interface SocialRecord extends ChartRecord {
  readonly topic: SocialTopic;
  /** An observation, or a filled-in questionnaire: exactly one of the two is there. */
  readonly observation: ObservationRecord | undefined;
  readonly questionnaire: FilledQuestionnaire | undefined;
}

export interface FilledQuestionnaire {
  readonly answers: readonly Answer[];
  readonly author: Link | undefined;
  readonly source: Link | undefined;
  readonly encounter: Link | undefined;
  readonly basedOn: readonly Link[];
  readonly partOf: readonly Link[];
  /** Address of the questionnaire, as sent. */
  readonly definition: string | undefined;
}

const topicOfCode: readonly (readonly [SocialTopic, readonly string[]])[] = [
  ['smoking', ['72166-2']],
  [
    'tobacco-and-alcohol',
    ['11367-0', '39240-7', '63640-7', '8663-7', '8664-5', '11331-6', '74013-4', '96842-0'],
  ],
  ['pregnancy', ['82810-3', '86645-9', '11449-6', '11778-8', '11779-6', '8665-2']],
  ['occupation', ['11341-5', '11340-7', '21843-8', '86188-0']],
  ['identity', ['76690-7', '76691-5', '46098-0', '99501-9', '90778-2']],
];

const topicOfCategory: Readonly<Record<string, SocialTopic>> = {
  'functional-status': 'status',
  'disability-status': 'status',
  'cognitive-status': 'status',
  'mental-status': 'status',
  'care-experience-preference': 'preferences',
  'treatment-intervention-preference': 'preferences',
  'observation-adi-documentation': 'preferences',
  survey: 'screening',
  sdoh: 'screening',
  'screening-assessment': 'screening',
};

function topicOf(record: ObservationRecord): SocialTopic {
  const byCode = topicOfCode.find(([, codes]) => hasCode(record.code, loinc, codes))?.[0];
  if (byCode !== undefined) return byCode;
  const stated = record.categories.flatMap((category) => category.codings.map((coding) => coding.code ?? ''));
  const topics = stated.flatMap((code) =>
    Object.hasOwn(topicOfCategory, code) ? [topicOfCategory[code]!] : [],
  );
  return socialTopics.find((topic) => topics.includes(topic)) ?? 'other';
}

function readR4(resource: FhirResource, context: ReadContext): SocialRecord {
  if (resource.resourceType === 'QuestionnaireResponse') return readQuestionnaire(resource, context);
  const observation = readObservation(resource, context);
  return {
    key: observation.key,
    type: observation.type,
    title: observation.title,
    standing: observation.standing,
    enteredInError: observation.enteredInError,
    status: observation.status,
    when: observation.when,
    sortTime: observation.sortTime,
    marks: observation.marks,
    source: resource,
    topic: topicOf(observation),
    observation,
    questionnaire: undefined,
  };
}

function readQuestionnaire(resource: FhirResource, context: ReadContext): SocialRecord {
  const statusCode = asText(resource['status']);
  // A completed questionnaire is a lasting statement, not one of the past; a stopped or open one says so.
  const standing =
    statusCode === 'completed' || statusCode === 'stopped' ? 'current' : standingOf(statusCode);
  const unfinished = statusCode === 'in-progress' || statusCode === 'stopped';
  return {
    ...chartRecord(resource, {
      title: questionnaireName(resource, context) ?? phrase('title.questionnaire'),
      standing,
      status: statusWords(statusCode),
      when: readWhen(resource, 'authored'),
      enteredInError: statusCode === 'entered-in-error',
      marks: [
        ...(unfinished ? [{ phrase: phrase('mark.unfinished'), tone: 'warning' } as const] : []),
        ...sourceMark(resource['source'] ?? resource['author'], context, resource),
      ],
    }),
    topic: 'questionnaires',
    observation: undefined,
    questionnaire: {
      answers: readAnswers(resource),
      author: readLink(resource['author'], context, resource),
      source: readLink(resource['source'], context, resource),
      encounter: readLink(resource['encounter'], context, resource),
      basedOn: readLinks(resource['basedOn'], context, resource),
      partOf: readLinks(resource['partOf'], context, resource),
      definition: asText(resource['questionnaire']),
    },
  };
}

export const socialHistory: RecordKind<SocialRecord> = {
  id: 'social-history',
  read: readR4,
  compare: inOrder<SocialRecord>(
    byError,
    (a, b) => Number(b.topic === 'smoking') - Number(a.topic === 'smoking'),
    byNewest,
    (a, b) => socialTopics.indexOf(a.topic) - socialTopics.indexOf(b.topic),
  ),
  foldKey: sameContentKey,
};
