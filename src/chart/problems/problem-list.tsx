/** The list of problems as data: groups, columns, and what an open one says first. */
import { statusColumn, textColumn } from '#chart/kit/columns.tsx';
import { dateText, joined, labels, said, whenText } from '#chart/kit/fact-words.ts';
import { formatDay } from '#chart/kit/format.ts';
import type { ListShape } from '#chart/kit/list.ts';
import type { ProblemPlace, ProblemRecord } from '#fhir/problems.ts';
import { t } from '#i18n/translate.ts';

const places: readonly ProblemPlace[] = ['problem', 'concern', 'diagnosis', 'unsorted'];

/** When it began; where that was not sent, when it was written down, and that this is what the date means. */
function sinceText({ onset, asserted, recorded }: ProblemRecord): string {
  if (onset !== undefined) return whenText(onset, 'days');
  const written = asserted ?? recorded;
  return written === undefined ? '' : t('problems.recorded', { when: formatDay(written) });
}

/** What tells this problem apart from others of its name. */
function particulars({ severity, stages, bodySites }: ProblemRecord): string {
  return labels([severity, ...stages, ...bodySites]);
}

export const problemList: ListShape<ProblemRecord> = {
  rule: 'rule.problems',
  groups: {
    of: ({ place }) => place,
    order: places,
    heading: (id) => t(`problems.group-${id as ProblemPlace}`),
  },
  subtitle: particulars,
  findText: particulars,
  columns: [
    statusColumn(),
    {
      ...textColumn('when', 'column.since', sinceText),
      numeric: true,
      cell: (record) => sinceText(record) || <span className="muted">{t('list.no-date')}</span>,
      compare: (a, b) =>
        (b.sortTime ?? Number.NEGATIVE_INFINITY) - (a.sortTime ?? Number.NEGATIVE_INFINITY) || 0,
    },
    { ...textColumn('ended', 'column.ended', ({ abatement }) => whenText(abatement, 'days')), numeric: true },
    textColumn('who', 'column.who', ({ recorder, asserter }) => recorder ?? asserter ?? ''),
  ],
  facts: (record) => [
    { label: t('record.status'), value: said(record.status) },
    { label: t('fact.verification'), value: record.verification?.label },
    { label: t('fact.also-coded'), value: joined(record.code?.conflicting ?? []) },
    { label: t('fact.list'), value: said(record.placeWords) },
    { label: t('fact.category'), value: labels(record.categories) },
    { label: t('fact.severity'), value: record.severity?.label },
    { label: t('fact.stage'), value: labels(record.stages) },
    { label: t('fact.body-site'), value: labels(record.bodySites) },
    { label: t('fact.onset'), value: whenText(record.onset) },
    { label: t('fact.ended'), value: whenText(record.abatement) },
    { label: t('fact.evidence'), value: joined(record.evidence, '\n') },
    { label: t('fact.asserted'), value: dateText(record.asserted) },
    { label: t('fact.recorded'), value: dateText(record.recorded) },
    { label: t('fact.recorder'), value: record.recorder },
    { label: t('fact.asserter'), value: record.asserter },
    { label: t('fact.visit'), value: record.encounter },
  ],
};
