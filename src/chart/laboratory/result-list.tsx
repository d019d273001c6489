/** The results list as data: what it can be narrowed and sorted by, what an open result says. */
import { partWords } from '#chart/kit/value-words.ts';
import { whenColumn } from '#chart/kit/columns.tsx';
import { flagWords } from '#chart/kit/Flag.tsx';
import { joined } from '#chart/kit/fact-words.ts';
import type { ListShape } from '#chart/kit/list.ts';
import { refs } from '#chart/kit/RecordRefs.tsx';
import { asSent } from '#chart/kit/observation/as-sent.ts';
import { observationFacts } from '#chart/kit/observation/observation-facts.tsx';
import { noteInstead } from '#chart/kit/observation/note-words.ts';
import { shortRange } from '#chart/kit/observation/range-words.ts';
import { words } from '#chart/kit/words.ts';
import type { ObservationRecord } from '#fhir/observations.ts';
import type { ReportRecord } from '#fhir/reports.ts';
import { shownObservation } from '#fhir/shown-observation.ts';
import { t } from '#i18n/translate.ts';

/** All a result says, in one line of text: what "find" looks through. */
export function resultText(record: ObservationRecord): string {
  return noteInstead(record) ?? joined(shownObservation(record).map(partWords));
}

/** What the sender said it means. "Normal" carries nothing; "susceptible" does. */
export function flagText({ flags }: Pick<ObservationRecord, 'flags'>): string {
  return joined(flags.filter(({ words: said }) => !isNormal(said)).map(shortFlag));
}

/** In a narrow column: the open record says in full who worked it out. */
function shortFlag(flag: ObservationRecord['flags'][number]): string {
  return flag.origin === 'derived' && flag.direction !== undefined
    ? t(`results.derived-${flag.direction}`)
    : flagWords(flag);
}

function isNormal(said: ObservationRecord['flags'][number]['words']): boolean {
  return typeof said !== 'string' && said.key === 'interpretation.normal';
}

/** Abnormal, critical or worth a look, as sent or worked out. */
export function isAbnormal({ weight }: ObservationRecord): boolean {
  return weight > 0;
}

export const resultColumns: Omit<ListShape<ObservationRecord>, 'facts'> = {
  rule: 'rule.results-reported',
  findText: asSent,
  columns: [
    { id: 'result', header: 'column.result', numeric: true, cell: () => null, text: resultText },
    { id: 'unit', header: 'column.unit', cell: () => null },
    {
      id: 'flag',
      header: 'column.flag',
      cell: flagText,
      text: flagText,
      compare: (a, b) => b.weight - a.weight,
    },
    { id: 'range', header: 'column.range', cell: (record) => shortRange(record, undefined) },
    { id: 'before', header: 'column.before', cell: () => null },
    whenColumn(),
  ],
  filters: [{ id: 'abnormal', label: 'results.abnormal', keep: isAbnormal }],
};

/** What an open result says, the reports that name it among it. */
export function resultFacts(
  record: ObservationRecord,
  reports: readonly ReportRecord[],
): ReturnType<typeof observationFacts> {
  const naming = reports.filter(({ results }) => results.some(({ key }) => key === record.key));
  return [
    ...observationFacts(record),
    {
      label: t('observation.report'),
      value: refs(
        naming.map((report) => ({
          name: words(report.title),
          key: report.key,
          type: report.type,
          target: report.source,
        })),
      ),
    },
  ];
}
