/** The list of social history and screening as data: parts by topic, answers, filled-in questionnaires. */
import { partWords } from '#chart/kit/value-words.ts';
import { whenColumn } from '#chart/kit/columns.tsx';
import { joined, said } from '#chart/kit/fact-words.ts';
import type { ListShape } from '#chart/kit/list.ts';
import { observationFacts } from '#chart/kit/observation/observation-facts.tsx';
import { ObservationLead } from '#chart/kit/observation/ObservationLead.tsx';
import { refs } from '#chart/kit/RecordRefs.tsx';
import { ResultValue } from '#chart/kit/ResultValue.tsx';
import { shownObservation } from '#fhir/shown-observation.ts';
import { type SocialRecord, type SocialTopic, socialTopics } from '#fhir/social-history.ts';
import { t } from '#i18n/translate.ts';
import { Answers, answeredCount, answersText } from './Answers.tsx';

function answerText({ observation, questionnaire }: SocialRecord): string {
  if (questionnaire) return t('social.answers', { n: answeredCount(questionnaire.answers) });
  return observation === undefined ? '' : joined(shownObservation(observation).map(partWords));
}

export function socialList(onOpen: (key: string) => void): ListShape<SocialRecord> {
  return {
    rule: 'rule.social',
    groups: {
      of: ({ topic }) => topic,
      order: socialTopics,
      heading: (topic) => t(`social.${topic as SocialTopic}`),
    },
    findText: ({ questionnaire }) => (questionnaire ? answersText(questionnaire.answers) : ''),
    columns: [
      {
        id: 'answer',
        header: 'column.answer',
        cell: (record) =>
          record.observation ? <ResultValue record={record.observation} /> : answerText(record),
        text: answerText,
      },
      whenColumn(),
    ],
    lead: ({ observation, questionnaire }, all) => (
      <>
        {observation && (
          <ObservationLead
            record={observation}
            all={all.flatMap((one) => one.observation ?? [])}
            onOpen={onOpen}
          />
        )}
        {questionnaire && <Answers answers={questionnaire.answers} />}
      </>
    ),
    facts: ({ observation, questionnaire, status }) => [
      ...(observation ? observationFacts(observation) : [{ label: t('record.status'), value: said(status) }]),
      ...(questionnaire
        ? [
            { label: t('social.author'), value: refs([questionnaire.author]) },
            { label: t('social.source'), value: refs([questionnaire.source]) },
            { label: t('observation.encounter'), value: refs([questionnaire.encounter]) },
            { label: t('observation.ordered'), value: refs(questionnaire.basedOn) },
            { label: t('social.part-of'), value: refs(questionnaire.partOf) },
            { label: t('social.definition'), value: questionnaire.definition },
          ]
        : []),
    ],
  };
}
