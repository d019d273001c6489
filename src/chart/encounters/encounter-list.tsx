/** The list of visits as data: columns, and what an open one says first. */
import { textColumn, whenColumn } from '#chart/kit/columns.tsx';
import { identifierLines, joined, labels, periodText, said } from '#chart/kit/fact-words.ts';
import type { ListShape } from '#chart/kit/list.ts';
import { visitWhy } from '#chart/kit/story/visit-why.ts';
import { VisitContents } from '#chart/kit/story/VisitContents.tsx';
import type { EncounterRecord } from '#fhir/encounters.ts';
import { t } from '#i18n/translate.ts';

/** A visit that has taken place needs no word for it; every other status does. */
const statusText = ({ status, source }: EncounterRecord): string =>
  source['status'] === 'finished' ? '' : said(status);

function participantLines({ participants }: EncounterRecord): string {
  return joined(
    participants.map(({ name, roles, period }) => joined([name, labels(roles), periodText(period, 'days')])),
    '\n',
  );
}

export const encounterList: ListShape<EncounterRecord> = {
  rule: 'rule.newest',
  subtitle: visitWhy,
  findText: visitWhy,
  lead: (record) => <VisitContents visit={record} />,
  columns: [
    textColumn('class', 'column.class', ({ classWords }) => said(classWords)),
    textColumn('status', 'column.status', statusText),
    whenColumn(),
    textColumn(
      'place',
      'column.place',
      ({ locations, provider }) => joined(locations.map(({ name }) => name)) || (provider ?? ''),
    ),
    textColumn('who', 'column.who', ({ participants }) => joined(participants.map(({ name }) => name))),
  ],
  facts: (record) => [
    { label: t('record.status'), value: said(record.status) },
    { label: t('column.class'), value: said(record.classWords) },
    { label: t('fact.kind'), value: labels(record.types, '\n') },
    { label: t('encounters.service'), value: record.serviceType?.label },
    { label: t('fact.period'), value: periodText(record.period) },
    { label: t('encounters.length'), value: record.length },
    { label: t('fact.reason'), value: joined(record.reasons, '\n') },
    {
      label: t('encounters.diagnoses'),
      value: joined(
        record.diagnoses.map(({ name, use, rank }) => joined([name, use?.label, rank])),
        '\n',
      ),
    },
    { label: t('encounters.participants'), value: participantLines(record) },
    {
      label: t('fact.place'),
      value: joined(
        record.locations.map(({ name, period }) => joined([name, periodText(period)])),
        '\n',
      ),
    },
    { label: t('encounters.provider'), value: record.provider },
    { label: t('encounters.admitted-from'), value: record.admittedFrom?.label },
    { label: t('encounters.discharged-to'), value: record.dischargedTo?.label },
    { label: t('fact.priority'), value: record.priority?.label },
    { label: t('encounters.part-of'), value: record.partOf },
    { label: t('fact.identifier'), value: identifierLines(record.identifiers) },
  ],
};
