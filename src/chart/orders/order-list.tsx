/** The list of orders as data: columns, filters, and what an open one says first. */
import { statusColumn, textColumn, whenColumn } from '#chart/kit/columns.tsx';
import { dateText, identifierLines, joined, labels, said, whenText } from '#chart/kit/fact-words.ts';
import { refs } from '#chart/kit/RecordRefs.tsx';
import type { ListShape } from '#chart/kit/list.ts';
import { shownValue } from '#fhir/observation-value.ts';
import type { OrderRecord } from '#fhir/orders.ts';
import { t } from '#i18n/translate.ts';

/** Why, and when it is to be done. */
function particulars({ reasons, reasonLinks, occurrence, asNeeded }: OrderRecord): string {
  const why = labels(reasons) || joined(reasonLinks.map(({ name }) => name));
  return joined([why, whenText(occurrence, 'days'), said(asNeeded)], ' · ');
}

function quantityText({ quantity }: OrderRecord): string {
  return joined(
    quantity.map((value) => {
      const { text, unit } = shownValue(value);
      return joined([said(text), unit], ' ');
    }),
  );
}

export const orderList: ListShape<OrderRecord> = {
  rule: 'rule.current-newest',
  subtitle: particulars,
  findText: particulars,
  columns: [
    textColumn('kind', 'column.kind', ({ categories }) => labels(categories)),
    statusColumn(),
    whenColumn(),
    textColumn('who', 'column.who', ({ requester }) => requester?.name ?? ''),
  ],
  filters: [{ id: 'prohibited', label: 'orders.filter-prohibited', keep: ({ prohibited }) => prohibited }],
  facts: (record) => [
    { label: t('record.status'), value: said(record.status) },
    { label: t('orders.intent'), value: said(record.intent) },
    { label: t('fact.priority'), value: said(record.priority) },
    { label: t('fact.also-coded'), value: joined(record.code?.conflicting ?? []) },
    { label: t('fact.category'), value: labels(record.categories) },
    { label: t('orders.details'), value: labels(record.details, '\n') },
    { label: t('orders.quantity'), value: quantityText(record) },
    { label: t('orders.for'), value: whenText(record.occurrence) },
    { label: t('orders.as-needed'), value: said(record.asNeeded) },
    { label: t('orders.ordered'), value: dateText(record.authoredOn) },
    { label: t('orders.requester'), value: refs([record.requester]) },
    {
      label: t('orders.performer'),
      value: refs(record.performers) ?? record.performerType?.label,
    },
    { label: t('fact.place'), value: refs(record.locations) },
    {
      label: t('fact.reason'),
      value: joined([labels(record.reasons, '\n')]) || refs(record.reasonLinks),
    },
    { label: t('fact.body-site'), value: labels(record.bodySites) },
    { label: t('orders.specimens'), value: refs(record.specimens) },
    { label: t('orders.supporting'), value: refs(record.supportingInfo) },
    { label: t('orders.based-on'), value: refs(record.basedOn) },
    { label: t('orders.replaces'), value: refs(record.replaces) },
    { label: t('fact.visit'), value: refs([record.encounter]) },
    { label: t('orders.instruction'), value: record.patientInstruction },
    { label: t('fact.identifier'), value: identifierLines(record.identifiers) },
  ],
};
