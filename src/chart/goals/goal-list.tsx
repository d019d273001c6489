/** The list of goals as data: columns, and what an open one says first. */
import { statusColumn, textColumn, whenColumn } from '#chart/kit/columns.tsx';
import { dateText, joined, labels, said, whenText } from '#chart/kit/fact-words.ts';
import { refs } from '#chart/kit/RecordRefs.tsx';
import type { ListShape } from '#chart/kit/list.ts';
import type { GoalRecord, GoalTarget } from '#fhir/goals.ts';
import { type ObservationValue, shownValue } from '#fhir/observation-value.ts';
import { t } from '#i18n/translate.ts';

function valueText(value: ObservationValue): string {
  if (value.kind === 'when') return whenText(value.when);
  const { text, unit } = shownValue(value);
  return joined([said(text), unit], ' ');
}

/** "Hemoglobin A1c <7 % by Feb 1, 2027". */
function targetText({ measure, values, due }: GoalTarget): string {
  const target = joined([measure?.label, joined(values.map(valueText))], ' ');
  return due === undefined ? target : t('goals.due', { target, due: whenText(due, 'days') });
}

const targetLines = ({ targets }: GoalRecord, by: string): string => joined(targets.map(targetText), by);

export const goalList: ListShape<GoalRecord> = {
  rule: 'rule.current-newest',
  subtitle: (record) => targetLines(record, '; '),
  findText: (record) => targetLines(record, ' '),
  columns: [
    statusColumn(),
    textColumn('progress', 'column.progress', ({ achievement }) => said(achievement)),
    whenColumn(),
    textColumn('who', 'column.who', ({ expressedBy }) => expressedBy?.name ?? ''),
  ],
  facts: (record) => [
    { label: t('record.status'), value: said(record.status) },
    { label: t('fact.status-reason'), value: record.statusReason },
    { label: t('goals.achievement'), value: said(record.achievement) },
    { label: t('fact.also-coded'), value: joined(record.description?.conflicting ?? []) },
    { label: t('goals.target'), value: targetLines(record, '\n') },
    { label: t('goals.start'), value: whenText(record.start) },
    { label: t('goals.status-date'), value: dateText(record.statusDate) },
    { label: t('fact.priority'), value: record.priority?.label },
    { label: t('fact.category'), value: labels(record.categories) },
    { label: t('goals.expressed-by'), value: refs([record.expressedBy]) },
    { label: t('goals.addresses'), value: refs(record.addresses) },
    { label: t('goals.outcomes'), value: labels(record.outcomes, '\n') || refs(record.outcomeLinks) },
  ],
};
