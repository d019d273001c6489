/** The list of other records as data: a heading a kind of record, and what an open one says first. */
import { statusColumn, textColumn, whenColumn } from '#chart/kit/columns.tsx';
import { said, whenText } from '#chart/kit/fact-words.ts';
import type { ListShape } from '#chart/kit/list.ts';
import type { OtherRecord } from '#fhir/other.ts';
import { t } from '#i18n/translate.ts';
import { claimFacts } from './claim-facts.ts';

export const otherList: ListShape<OtherRecord> = {
  rule: 'rule.current-newest',
  columns: [textColumn('kind', 'column.kind', ({ typeName }) => typeName), statusColumn(), whenColumn()],
  facts: (record) => [
    { label: t('fact.kind'), value: record.typeName },
    { label: t('record.status'), value: said(record.status) },
    { label: t('record.when'), value: whenText(record.when) },
    ...(record.claim === undefined ? [] : claimFacts(record.claim)),
  ],
};
