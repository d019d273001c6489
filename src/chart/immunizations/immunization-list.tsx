/** The list of immunizations as data: columns, filters, and what an open one says first. */
import { textColumn, whenColumn } from '#chart/kit/columns.tsx';
import { dateText, joined, labels, said, whenText } from '#chart/kit/fact-words.ts';
import type { Fact, ListShape } from '#chart/kit/list.ts';
import type { ImmunizationProtocol, ImmunizationRecord } from '#fhir/immunizations.ts';
import { t } from '#i18n/translate.ts';

function doseOf({ dose, of }: ImmunizationProtocol): string {
  return dose !== undefined && of !== undefined ? t('immunizations.dose-of', { dose, of }) : (dose ?? '');
}

const dosesOf = ({ protocols }: ImmunizationRecord): string => joined([...new Set(protocols.map(doseOf))]);

/** A given vaccine needs no word for it, and of one not given the mark says more; every other status is said. */
function statusText({ status, notGiven, source }: ImmunizationRecord): string {
  return source['status'] === 'completed' || notGiven ? '' : said(status);
}

export const immunizationList: ListShape<ImmunizationRecord> = {
  rule: 'rule.newest',
  columns: [
    textColumn('dose', 'column.dose', dosesOf),
    textColumn('status', 'column.status', statusText),
    whenColumn(),
    textColumn('lot', 'column.lot', ({ lot }) => lot ?? ''),
    textColumn('who', 'column.who', ({ by, location }) => joined(by) || (location ?? '')),
  ],
  filters: [{ id: 'not-given', label: 'immunizations.filter-not-given', keep: ({ notGiven }) => notGiven }],
  facts: (record) => [
    { label: t('record.status'), value: said(record.status) },
    {
      label: t(record.notGiven ? 'immunizations.why-not' : 'fact.status-reason'),
      value: record.statusReason,
    },
    { label: t('fact.also-coded'), value: joined(record.code?.conflicting ?? []) },
    { label: t('fact.date'), value: whenText(record.when) },
    { label: t('fact.recorded'), value: dateText(record.recorded) },
    ...protocolFacts(record.protocols),
    { label: t('immunizations.amount'), value: record.dose },
    { label: t('fact.route'), value: record.route?.label },
    { label: t('fact.body-site'), value: record.site?.label },
    { label: t('fact.manufacturer'), value: record.manufacturer },
    { label: t('fact.lot'), value: record.lot },
    { label: t('fact.expires'), value: dateText(record.expires) },
    { label: t('immunizations.by'), value: joined(record.by) },
    { label: t('fact.place'), value: record.location },
    { label: t('fact.reason'), value: joined(record.reasons, '\n') },
    { label: t('immunizations.reactions'), value: joined(record.reactions, '\n') },
  ],
};

function protocolFacts(protocols: readonly ImmunizationProtocol[]): readonly Fact[] {
  return protocols.flatMap((protocol) => [
    { label: t('column.dose'), value: doseOf(protocol) },
    { label: t('immunizations.series'), value: protocol.series },
    { label: t('immunizations.against'), value: labels(protocol.against) },
  ]);
}
