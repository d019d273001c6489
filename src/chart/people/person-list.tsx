/** The list of people around the patient as data: columns, and what an open one says first. */
import { textColumn } from '#chart/kit/columns.tsx';
import { dateText, joined, labels, periodText, said, telecomLines } from '#chart/kit/fact-words.ts';
import type { ListShape } from '#chart/kit/list.ts';
import type { PersonRecord } from '#fhir/people.ts';
import { t } from '#i18n/translate.ts';

const relationshipText = ({ relationships }: PersonRecord): string => labels(relationships);
const addressText = ({ addresses }: PersonRecord): string => joined(addresses[0]?.lines ?? []);

export const personList: ListShape<PersonRecord> = {
  rule: 'rule.people',
  subtitle: addressText,
  findText: addressText,
  columns: [
    textColumn('relationship', 'column.relationship', relationshipText),
    {
      ...textColumn('contact', 'column.contact', ({ telecoms }) =>
        joined(telecoms.map(({ value }) => value)),
      ),
      cell: ({ telecoms }) => <span className="lines">{telecomLines(telecoms)}</span>,
    },
    textColumn('status', 'column.status', ({ standing, status }) =>
      standing === 'past' ? said(status) : '',
    ),
  ],
  facts: (record) => [
    { label: t('record.status'), value: said(record.status) },
    {
      label: t('people.name'),
      value: joined(
        record.names.map(({ label, use, period }) => joined([label, use, periodText(period, 'days')])),
        '\n',
      ),
    },
    { label: t('column.relationship'), value: labels(record.relationships, '\n') },
    { label: t('fact.contact'), value: telecomLines(record.telecoms) },
    ...record.addresses.map(({ lines, use, period }) => ({
      label: t('fact.address'),
      value: joined([...lines, joined([use, periodText(period, 'days')])], '\n'),
    })),
    { label: t('fact.language'), value: joined(record.languages) },
    { label: t('people.gender'), value: record.gender },
    { label: t('people.born'), value: dateText(record.birthDate) },
    { label: t('fact.period'), value: periodText(record.period, 'days') },
  ],
};
