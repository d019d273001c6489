import { valueWords } from '#chart/kit/value-words.ts';
import { clinical } from '#chart/kit/take/clinical.ts';
import type { ReactNode } from 'react';
import { joined } from '#chart/kit/fact-words.ts';
import { formatWhen } from '#chart/kit/format.ts';
import { type ListShape, withoutEmptyColumns } from '#chart/kit/list.ts';
import { Marks } from '#chart/kit/Marks.tsx';
import { PlainBeside } from '#chart/kit/plain/PlainBeside.tsx';
import { type RecordRow, rowsOf } from '#chart/kit/rows.ts';
import { flagsText, isObservationRecord, rangesOf } from '#chart/kit/take/observation-line.ts';
import { shownInUnits } from '#chart/kit/units/shown-in-units.ts';
import { useUnitsOf } from '#chart/kit/units/use-conversion.ts';
import { words } from '#chart/kit/words.ts';
import { kindById } from '#fhir/kinds.ts';
import { heaviest } from '#fhir/interpretation.ts';
import type { ObservationRecord } from '#fhir/observations.ts';
import type { ChartRecord } from '#fhir/record.ts';
import { shownObservation } from '#fhir/shown-observation.ts';
import { t } from '#i18n/translate.ts';
import type { ListedKindId } from '#chart/kit/take/chart-lists.ts';

interface Props {
  readonly kind: ListedKindId;
  readonly shape: ListShape<ChartRecord>;
  readonly records: readonly ChartRecord[];
}

const together: ReadonlySet<string> = new Set();

/** A list on paper: every row, headers again on every page, no row cut in two. */
export const PaperTable = clinical(function PaperTable({ kind, shape, records }: Props): ReactNode {
  const observations = records.every(isObservationRecord);
  const filled = withoutEmptyColumns(shape, records);
  const headers = observations
    ? (['column.result', 'column.range', 'column.when'] as const)
    : filled.columns.map(({ header }) => header);
  return (
    <table className="paper-table" data-results={observations || undefined}>
      <thead>
        <tr>
          <th scope="col">{t('column.name')}</th>
          {headers.map((header, at) => (
            <th key={header} scope="col" data-numeric={isNumeric(filled, observations, at) || undefined}>
              {t(header)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rowsOf(kindById[kind], shape, records, undefined, together).map((row, at) =>
          row.kind === 'heading' ? (
            // oxlint-disable-next-line react/no-array-index-key -- parts may be called the same; their order stays
            <tr key={`heading ${at}`} className="paper-heading">
              <th scope="rowgroup" colSpan={headers.length + 1}>
                {row.text}
              </th>
            </tr>
          ) : (
            <tr key={row.record.key} data-error={row.record.enteredInError || undefined}>
              <Name row={row} shape={shape} />
              {observations && isObservationRecord(row.record) ? (
                <ResultCells record={row.record} />
              ) : (
                filled.columns.map((column) => (
                  <td key={column.id} data-numeric={column.numeric || undefined}>
                    {column.cell(row.record)}
                  </td>
                ))
              )}
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
});

function isNumeric({ columns }: ListShape<ChartRecord>, observations: boolean, at: number): boolean {
  return observations ? at === 2 : columns[at]?.numeric === true;
}

const Name = clinical(function Name({
  row,
  shape,
}: {
  row: RecordRow<ChartRecord>;
  shape: ListShape<ChartRecord>;
}): ReactNode {
  const { record, same } = row;
  const subtitle = shape.subtitle?.(record);
  return (
    <th scope="row">
      <span className="paper-name">{words(record.title)}</span> <PlainBeside record={record} />{' '}
      <Marks marks={record.marks} />
      {subtitle !== undefined && subtitle !== '' && <div className="muted">{subtitle}</div>}
      {same > 1 && <div className="muted">{t('list.folded', { n: same - 1 })}</div>}
    </th>
  );
});

/** Value with unit, its flag in shape and word, what was noted of it, the range it was measured against, its time. */
const ResultCells = clinical(function ResultCells({ record }: { record: ObservationRecord }): ReactNode {
  const shown = shownInUnits(shownObservation(record), record, useUnitsOf(record));
  return (
    <>
      <td>
        {shown.map((part, at) => {
          const flag = heaviest(part.flags);
          const said = flagsText(part.flags);
          return (
            // Values have no key of their own, and their order never changes.
            // oxlint-disable-next-line react/no-array-index-key
            <div key={at}>
              {part.label !== undefined && <span className="muted">{`${words(part.label)} `}</span>}
              {valueWords(part)}
              {part.unit !== undefined && ` ${part.unit}`}
              {part.sent !== undefined && (
                <span className="muted">{` ${t('units.converted-from', { sent: part.sent })}`}</span>
              )}
              {said !== '' && (
                <strong className="paper-flag" data-tone={flag?.tone}>
                  {` ${flag?.symbol ?? ''} ${said}`}
                </strong>
              )}
            </div>
          );
        })}
        {record.notes.map(({ text, author }, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- as above
          <div className="paper-note" key={at}>
            {joined([author, text], ': ')}
          </div>
        ))}
      </td>
      <td>{[...new Set(shown.map((part) => rangesOf(record, part)))].filter(Boolean).join('; ')}</td>
      <td data-numeric="true">{record.when === undefined ? t('list.no-date') : formatWhen(record.when)}</td>
    </>
  );
});
