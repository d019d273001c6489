import { valueWords } from '#chart/kit/value-words.ts';
import type { ReactNode } from 'react';
import type { ObservationRecord } from '#fhir/observations.ts';
import { shownObservation } from '#fhir/shown-observation.ts';
import { t } from '#i18n/translate.ts';
import { Flagged, flagWords } from '#chart/kit/Flag.tsx';
import { formatWhen } from '#chart/kit/format.ts';
import { joined } from '#chart/kit/fact-words.ts';
import { heaviest } from '#chart/kit/ResultValue.tsx';
import { Trend } from '#chart/kit/trend/Trend.tsx';
import { shownInUnits } from '#chart/kit/units/shown-in-units.ts';
import { useUnitsOf } from '#chart/kit/units/use-conversion.ts';
import { words } from '#chart/kit/words.ts';
import { ComponentTable } from './ComponentTable.tsx';
import { MemberTable } from './MemberTable.tsx';
import { rangeWords } from './range-words.ts';
import { Waveform } from './Waveform.tsx';
import './ObservationLead.css';

interface Props {
  readonly record: ObservationRecord;
  /** Where the other values of the same test are. */
  readonly all: readonly ObservationRecord[];
  readonly onOpen: (key: string) => void;
  readonly together?: boolean;
}

/** An open observation at a glance: the value large, when and against which range, its course, its parts. */
export function ObservationLead({ record, all, onOpen, together }: Props): ReactNode {
  const units = useUnitsOf(record);
  const own = shownInUnits(shownObservation(record), record, units).filter(
    ({ label }) => label === undefined,
  );
  const [first] = record.ranges;
  const flag = heaviest(own.flatMap(({ flags }) => flags));
  const long = own.some((value) => valueWords(value).length > 40);
  return (
    <div className="observation-lead">
      {own.length > 0 && (
        <p className="observation-value" data-long={long || undefined}>
          {own.map(({ unit, flags, sent, ...value }, at) => (
            // Values have no key of their own, and their order never changes.
            // oxlint-disable-next-line react/no-array-index-key
            <span key={at}>
              {at > 0 && ', '}
              <Flagged flag={heaviest(flags)}>{valueWords(value)}</Flagged>
              {unit !== undefined && <span className="unit">{` ${unit}`}</span>}
              {/* Nothing else in the open record says the value as it was sent. */}
              {sent !== undefined && (
                <span className="unit">{` ${t('units.converted-from', { sent })}`}</span>
              )}
            </span>
          ))}
          {flag !== undefined && flag.tone !== 'plain' && (
            <span className="observation-flag" data-tone={flag.tone} aria-hidden="true">
              {flagWords(flag)}
            </span>
          )}
        </p>
      )}
      <p className="muted">
        {joined(
          [
            record.when && formatWhen(record.when),
            record.status && words(record.status).toLowerCase(),
            first && record.ranges.length === 1 ? t('trend.range', { range: rangeWords(first) }) : undefined,
          ],
          ' · ',
        )}
      </p>
      <Trend record={record} all={all} onOpen={onOpen} together={together ?? false} />
      {record.values.map(
        (value, at) =>
          // oxlint-disable-next-line react/no-array-index-key -- as above
          value.kind === 'sampled' && <Waveform key={at} data={value.data} name={words(record.title)} />,
      )}
      <ComponentTable record={record} />
      <MemberTable record={record} all={all} onOpen={onOpen} />
    </div>
  );
}
