/** The list of coverage as data: columns, and what an open one says first. */
import { statusColumn, textColumn, whenColumn } from '#chart/kit/columns.tsx';
import { identifierLines, joined, periodText, said } from '#chart/kit/fact-words.ts';
import type { ListShape } from '#chart/kit/list.ts';
import type { CoverageClass, CoverageRecord } from '#fhir/coverage.ts';
import { t } from '#i18n/translate.ts';

const classLabel = ({ type }: CoverageClass): string => t('coverage.class', { type: type?.label });

/** "Group 12345; Plan Gold PPO". */
function particulars({ coverageType, classes }: CoverageRecord): string {
  const parts = classes.map((one) => joined([classLabel(one), one.name ?? one.value], ' '));
  return joined([coverageType?.label, ...parts], ' · ');
}

export const coverageList: ListShape<CoverageRecord> = {
  rule: 'rule.coverage',
  subtitle: particulars,
  findText: particulars,
  columns: [
    textColumn('member', 'column.member', ({ memberId, subscriberId }) => memberId ?? subscriberId ?? ''),
    textColumn('relationship', 'column.relationship', ({ relationship }) => relationship?.label ?? ''),
    textColumn('order', 'column.order', ({ order }) =>
      order === undefined ? '' : t('coverage.nth', { n: order }),
    ),
    statusColumn(),
    whenColumn(),
  ],
  facts: (record) => [
    { label: t('record.status'), value: said(record.status) },
    { label: t('coverage.type'), value: record.coverageType?.label },
    { label: t('coverage.payer'), value: joined(record.payers, '\n') },
    { label: t('column.member'), value: record.memberId },
    { label: t('coverage.subscriber-number'), value: record.subscriberId },
    { label: t('coverage.subscriber'), value: record.subscriber },
    { label: t('coverage.holder'), value: record.policyHolder },
    { label: t('column.relationship'), value: record.relationship?.label },
    { label: t('coverage.dependent'), value: record.dependent },
    ...record.classes.map((one) => ({ label: classLabel(one), value: joined([one.name, one.value]) })),
    { label: t('coverage.network'), value: record.network },
    { label: t('fact.period'), value: periodText(record.period, 'days') },
    {
      label: t('column.order'),
      value: record.order === undefined ? '' : t('coverage.nth', { n: record.order }),
    },
    { label: t('fact.identifier'), value: identifierLines(record.identifiers) },
  ],
};
