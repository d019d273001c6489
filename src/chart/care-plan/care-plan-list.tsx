/** The list of care plans as data: columns, and what an open one says first. */
import type { ReactNode } from 'react';
import { statusColumn, textColumn, whenColumn } from '#chart/kit/columns.tsx';
import { dateText, joined, labels, periodText, said, whenText } from '#chart/kit/fact-words.ts';
import { RecordRefs, refs } from '#chart/kit/RecordRefs.tsx';
import type { ListShape } from '#chart/kit/list.ts';
import { words } from '#chart/kit/words.ts';
import type { CarePlanRecord, PlannedActivity } from '#fhir/care-plans.ts';
import { wordsIn } from '#fhir/narrative.ts';
import { t } from '#i18n/translate.ts';
import './care-plan-list.css';

const excerptLength = 220;

/** The beginning of what the plan says: its description, else its narrative. */
function beginning({ description, narrative, title }: CarePlanRecord): string {
  const text = description !== undefined && description !== title ? description : textOf(narrative);
  return text.length <= excerptLength ? text : `${text.slice(0, excerptLength).trimEnd()}…`;
}

const textOf = (narrative: CarePlanRecord['narrative']): string =>
  narrative === undefined ? '' : decoded(wordsIn(narrative.html)).replaceAll(/ (?=[,.;:])/g, '');

/** The five entities XHTML has without a DTD. */
function decoded(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

/** The plan to read first: the newest current one whose narrative is its content. Its words stand in the list. */
export function planInFull(records: readonly CarePlanRecord[]): CarePlanRecord | undefined {
  return records.find(({ standing, narrative }) => standing !== 'past' && narrative !== undefined);
}

export const carePlanList: ListShape<CarePlanRecord> = {
  rule: 'rule.current-newest',
  subtitle: (record) => {
    const text = beginning(record);
    return text === '' ? undefined : <span className="care-plan-beginning">{text}</span>;
  },
  findText: ({ description, narrative }) => joined([description, textOf(narrative)], ' '),
  columns: [
    statusColumn(),
    whenColumn(),
    textColumn('who', 'column.who', ({ author }) => author?.name ?? ''),
  ],
  narrativeIsContent: ({ narrative }) => narrative !== undefined,
  facts: (record) => [
    { label: t('record.status'), value: said(record.status) },
    { label: t('care-plan.intent'), value: said(record.intent) },
    { label: t('fact.category'), value: labels(record.categories) },
    { label: t('fact.description'), value: record.description },
    { label: t('fact.period'), value: periodText(record.period) },
    { label: t('care-plan.created'), value: dateText(record.created) },
    { label: t('fact.author'), value: refs([record.author]) },
    { label: t('care-plan.contributors'), value: refs(record.contributors) },
    { label: t('care-plan.teams'), value: refs(record.careTeams) },
    { label: t('care-plan.addresses'), value: refs(record.addresses) },
    { label: t('care-plan.goals'), value: refs(record.goals) },
    {
      label: t('care-plan.activities'),
      value: record.activities.length > 0 && <Activities activities={record.activities} />,
    },
    { label: t('care-plan.supporting'), value: refs(record.supportingInfo) },
    { label: t('care-plan.part-of'), value: refs(record.partOf) },
    { label: t('care-plan.based-on'), value: refs(record.basedOn) },
    { label: t('care-plan.replaces'), value: refs(record.replaces) },
    { label: t('fact.visit'), value: refs([record.encounter]) },
  ],
};

function Activities({ activities }: { activities: readonly PlannedActivity[] }): ReactNode {
  return activities.map((activity, at) => (
    // Activities have no key of their own, and their order never changes.
    // oxlint-disable-next-line react/no-array-index-key
    <div className="care-plan-activity" key={at}>
      <div>{t('care-plan.activity', { title: words(activity.title), rest: activityText(activity) })}</div>
      {activity.description !== undefined && activity.description !== activity.title && (
        <div className="muted">{activity.description}</div>
      )}
      <RecordRefs
        links={[activity.reference, ...activity.goals, ...activity.outcomeLinks].filter(
          (link) => link?.name !== activity.title,
        )}
      />
      {activity.progress.map(({ text }) => (
        <div className="muted" key={text}>
          {text}
        </div>
      ))}
    </div>
  ));
}

function activityText(activity: PlannedActivity): string {
  return joined([
    activity.prohibited && t('care-plan.not-to-be-done'),
    said(activity.status),
    activity.statusReason?.label,
    whenText(activity.scheduled, 'days'),
    joined(activity.performers.map(({ name }) => name)),
    activity.location?.name,
    labels([...activity.reasons, ...activity.outcomes]),
  ]);
}
