/** The list of procedures as data: columns, and what an open one says first. */
import { statusColumn, textColumn, whenColumn } from '#chart/kit/columns.tsx';
import { joined, labels, said, whenText } from '#chart/kit/fact-words.ts';
import type { ListShape } from '#chart/kit/list.ts';
import type { ProcedureRecord } from '#fhir/procedures.ts';
import { t } from '#i18n/translate.ts';

const particulars = ({ bodySites, reasons }: ProcedureRecord): string =>
  joined([labels(bodySites), joined(reasons)], ' · ');

function performerLines({ performers }: ProcedureRecord): string {
  return joined(
    performers.map(({ name, role }) => joined([name, role?.label])),
    '\n',
  );
}

export const procedureList: ListShape<ProcedureRecord> = {
  rule: 'rule.newest',
  subtitle: particulars,
  findText: particulars,
  columns: [
    statusColumn(),
    whenColumn(),
    textColumn('who', 'column.who', ({ performers }) => joined(performers.map(({ name }) => name))),
  ],
  facts: (record) => [
    { label: t('record.status'), value: said(record.status) },
    {
      label: t(record.notDone ? 'procedures.why-not' : 'fact.status-reason'),
      value: record.statusReason,
    },
    { label: t('fact.also-coded'), value: joined(record.code?.conflicting ?? []) },
    { label: t('fact.date'), value: whenText(record.when) },
    { label: t('fact.category'), value: labels(record.categories) },
    { label: t('fact.body-site'), value: labels(record.bodySites) },
    { label: t('fact.reason'), value: joined(record.reasons, '\n') },
    { label: t('procedures.outcome'), value: record.outcome?.label },
    { label: t('procedures.complications'), value: joined(record.complications, '\n') },
    { label: t('procedures.follow-up'), value: labels(record.followUp, '\n') },
    { label: t('fact.performer'), value: performerLines(record) },
    { label: t('fact.place'), value: record.location },
    { label: t('fact.visit'), value: record.encounter },
    { label: t('fact.recorder'), value: record.recorder },
    { label: t('fact.asserter'), value: record.asserter },
  ],
};
