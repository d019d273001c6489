import type { KeyboardEvent, ReactNode } from 'react';
import { Flagged } from '#chart/kit/Flag.tsx';
import { formatWhen } from '#chart/kit/format.ts';
import { Before } from '#chart/kit/observation/Before.tsx';
import { noteBeginning } from '#chart/kit/observation/note-words.ts';
import { shortRange } from '#chart/kit/observation/range-words.ts';
import { RecordLink } from '#chart/kit/RecordLink.tsx';
import { heaviest, ShownParts } from '#chart/kit/ResultValue.tsx';
import { Sparkline } from '#chart/kit/Sparkline.tsx';
import { words } from '#chart/kit/words.ts';
import type { ObservationRecord } from '#fhir/observations.ts';
import { shownObservation, type ShownPart } from '#fhir/shown-observation.ts';
import type { Previous, TrendLine } from '#fhir/trend.ts';
import { t } from '#i18n/translate.ts';
import { flagText } from './result-list.tsx';
import type { ResultRow } from './result-rows.ts';
import type { RowPlace } from './ResultTable.tsx';

interface Props {
  readonly row: ResultRow & { readonly kind: 'result' };
  readonly place: RowPlace;
  readonly open: boolean;
  readonly before: Previous | undefined;
  readonly line: TrendLine | undefined;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

/** One result: name, value, flag, range, how it was before, when. */
export function ResultLine({ row, place, open, before, line, onKeyDown }: Props): ReactNode {
  const { record, depth, dated } = row;
  const shown = shownObservation(record);
  const number = numberOf(record, shown);
  const flags = flagText(record);
  const sameDate = dated !== undefined && dated === record.sortTime;
  return (
    <tr
      {...place}
      data-depth={Math.min(depth, 4)}
      data-error={record.enteredInError || undefined}
      data-past={record.standing === 'past' || undefined}
      data-weight={record.weight}
      aria-current={open || undefined}
    >
      <th scope="row">
        <RecordLink section="results" record={record} onKeyDown={onKeyDown} />
      </th>
      {number === undefined ? (
        <td className="result-words" colSpan={flags === '' ? 3 : 2} data-label={t('column.result')}>
          <div className="result-clamp">
            {shown.length === 0 ? <NoValue record={record} /> : <ShownParts parts={shown} />}
          </div>
        </td>
      ) : (
        <>
          <td className="result-number" data-numeric="true">
            <Flagged flag={heaviest(number.flags)}>{words(number.text)}</Flagged>
          </td>
          <td className="result-unit">{number.unit}</td>
        </>
      )}
      {/* The value says its flag already; the cell stays, lest headers and cells part. */}
      {(number !== undefined || flags !== '') && (
        <td className="result-flag" data-tone={record.flag?.tone}>
          <span aria-hidden="true">{flags}</span>
        </td>
      )}
      <td className="result-range">
        {record.ranges.length > 0 && (
          <>
            <span className="unseen">{t('column.range')} </span>
            {shortRange(record, number?.unit)}
          </>
        )}
      </td>
      <td className="result-before">
        {line && <Sparkline line={line} />}
        {before && <Before before={before} />}
      </td>
      <td className="result-when" data-numeric="true">
        {record.when === undefined ? (
          <span className="muted">{t('list.no-date')}</span>
        ) : (
          <span className={sameDate ? 'unseen' : undefined}>{formatWhen(record.when, 'days')}</span>
        )}
      </td>
    </tr>
  );
}

/** What it says without a value: its note, else that there is none. An empty cell would say "nothing to see". */
function NoValue({ record }: { record: ObservationRecord }): ReactNode {
  return noteBeginning(record) ?? <span className="muted">{t('value.none')}</span>;
}

/** The one number of a result, where it is one number: only those stand figure under figure. */
function numberOf(record: ObservationRecord, shown: readonly ShownPart[]): ShownPart | undefined {
  const [only, ...others] = shown;
  return only === undefined || others.length > 0 || record.value?.kind !== 'quantity' ? undefined : only;
}
