/** The list of allergies as data: columns, filters, and what an open one says first. */
import { whenColumn } from '#chart/kit/columns.tsx';
import { formatDate, formatWhen } from '#chart/kit/format.ts';
import type { Fact, ListShape } from '#chart/kit/list.ts';
import { words } from '#chart/kit/words.ts';
import type { AllergyReaction, AllergyRecord } from '#fhir/allergies.ts';
import { t } from '#i18n/translate.ts';
import { Severity, severityText } from './Severity.tsx';

const joined = (parts: readonly (string | undefined)[], by = ', '): string =>
  parts.filter((part) => part !== undefined && part !== '').join(by);

function manifestationsOf({ reactions }: AllergyRecord): string {
  return joined([
    ...new Set(reactions.flatMap((reaction) => reaction.manifestations.map(({ label }) => label))),
  ]);
}

export const allergyList: ListShape<AllergyRecord> = {
  rule: 'rule.allergies',
  columns: [
    {
      id: 'reaction',
      header: 'column.reaction',
      cell: manifestationsOf,
      text: manifestationsOf,
      compare: (a, b) => manifestationsOf(a).localeCompare(manifestationsOf(b)),
    },
    {
      id: 'severity',
      header: 'column.severity',
      cell: (record) => <Severity record={record} />,
      text: severityText,
      compare: (a, b) => a.rank - b.rank,
    },
    {
      id: 'status',
      header: 'column.status',
      cell: ({ status }) => (status === undefined ? '' : words(status)),
    },
    whenColumn(),
  ],
  filters: [
    {
      id: 'drugs',
      label: 'allergies.filter-drug',
      keep: ({ categoryCodes }) => categoryCodes.length === 0 || categoryCodes.includes('medication'),
    },
  ],
  facts: (record) => [
    { label: t('record.status'), value: record.status && words(record.status) },
    { label: t('allergies.also-called'), value: joined(record.code?.conflicting ?? []) },
    { label: t('allergies.criticality'), value: record.criticality && words(record.criticality) },
    ...reactionFacts(record.reactions),
    { label: t('allergies.category'), value: joined(record.categories.map(words)) },
    { label: t('allergies.type'), value: record.allergyType && words(record.allergyType) },
    { label: t('allergies.onset'), value: record.onset && formatWhen(record.onset) },
    { label: t('allergies.last'), value: record.lastOccurrence && formatDate(record.lastOccurrence) },
    { label: t('allergies.recorded'), value: record.recorded && formatDate(record.recorded) },
    { label: t('allergies.recorder'), value: record.recorder },
    { label: t('allergies.asserter'), value: record.asserter },
  ],
};

function reactionFacts(reactions: readonly AllergyReaction[]): readonly Fact[] {
  return reactions.map((reaction, at) => ({
    label: t('allergies.reaction', { n: reactions.length === 1 ? 0 : at + 1 }),
    value: joined(
      [
        joined([
          joined(reaction.manifestations.map(({ label }) => label)),
          reaction.severity && words(reaction.severity),
        ]),
        reaction.substance?.label,
        reaction.route?.label,
        reaction.onset && formatWhen(reaction.onset),
        reaction.description,
        ...reaction.notes.map(({ text }) => text),
      ],
      '\n',
    ),
  }));
}
