/** The list of other records as data: a heading a kind of record, and what an open one says first. */
import { statusColumn, textColumn, whenColumn } from '#chart/kit/columns.tsx';
import { joined, said, whenText } from '#chart/kit/fact-words.ts';
import type { Fact, ListShape } from '#chart/kit/list.ts';
import { noteInstead } from '#chart/kit/observation/note-words.ts';
import { observationFacts } from '#chart/kit/observation/observation-facts.tsx';
import { ObservationLead } from '#chart/kit/observation/ObservationLead.tsx';
import { ResultValue } from '#chart/kit/ResultValue.tsx';
import { flagsText } from '#chart/kit/take/observation-line.ts';
import { partWords } from '#chart/kit/value-words.ts';
import type { OtherRecord } from '#fhir/other.ts';
import { shownObservation } from '#fhir/shown-observation.ts';
import { t } from '#i18n/translate.ts';
import { claimFacts } from './claim-facts.ts';

/** What an observation of no category found; nothing of all other records. */
function resultText({ observation }: OtherRecord): string {
  if (observation === undefined) return '';
  return noteInstead(observation) ?? joined(shownObservation(observation).map(partWords));
}

function flagText({ observation }: OtherRecord): string {
  if (observation === undefined) return '';
  return flagsText([observation, ...observation.components].flatMap(({ flags }) => flags));
}

const weightOf = ({ observation }: OtherRecord): number => observation?.weight ?? 0;

function plainFacts(record: OtherRecord): readonly Fact[] {
  return [
    { label: t('record.status'), value: said(record.status) },
    { label: t('record.when'), value: whenText(record.when) },
    ...(record.claim === undefined ? [] : claimFacts(record.claim)),
  ];
}

export function otherList(onOpen: (key: string) => void): ListShape<OtherRecord> {
  return {
    rule: 'rule.current-newest',
    columns: [
      {
        id: 'result',
        header: 'column.result',
        cell: ({ observation }) => observation && <ResultValue record={observation} />,
        text: resultText,
      },
      {
        id: 'flag',
        header: 'column.flag',
        cell: flagText,
        text: flagText,
        compare: (a, b) => weightOf(b) - weightOf(a),
      },
      textColumn('kind', 'column.kind', ({ typeName }) => typeName),
      statusColumn(),
      whenColumn(),
    ],
    lead: ({ observation }, all) =>
      observation && (
        <ObservationLead
          record={observation}
          all={all.flatMap((one) => one.observation ?? [])}
          onOpen={onOpen}
        />
      ),
    facts: (record) => [
      { label: t('fact.kind'), value: record.typeName },
      ...(record.observation === undefined ? plainFacts(record) : observationFacts(record.observation)),
    ],
  };
}
