import type { ReactNode } from 'react';
import type { ObservationPart, ObservationRecord } from '#fhir/observations.ts';
import { shownValue } from '#fhir/observation-value.ts';
import { t } from '#i18n/translate.ts';
import { Flagged, flagWords } from '#chart/kit/Flag.tsx';
import { joined } from '#chart/kit/fact-words.ts';
import { words } from '#chart/kit/words.ts';
import { rangesWords } from './range-words.ts';

/** The parts of one observation: the antibiotics of a culture, the questions of a score, the pressures. */
export function ComponentTable({ record }: { record: Pick<ObservationRecord, 'components'> }): ReactNode {
  const { components } = record;
  if (components.length === 0) return null;
  const ranged = components.some(({ ranges }) => ranges.length > 0);
  return (
    <table className="components">
      <caption>{t('observation.parts', { n: components.length })}</caption>
      <thead className="unseen-head">
        <tr>
          <th scope="col">{t('column.name')}</th>
          <th scope="col">{t('trend.value')}</th>
          <th scope="col">{t('observation.meaning')}</th>
          {ranged && <th scope="col">{t('observation.range')}</th>}
        </tr>
      </thead>
      <tbody>
        {components.map((part, at) => (
          // Components may repeat a code, and their order never changes.
          // oxlint-disable-next-line react/no-array-index-key
          <tr key={at}>
            <th scope="row">{words(part.title)}</th>
            <td>
              <Flagged flag={part.flag}>{valueWords(part)}</Flagged>
              <span className="unit">{unitOf(part)}</span>
            </td>
            <td>{joined(part.flags.map(flagWords))}</td>
            {ranged && <td className="muted">{rangesWords(part)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function valueWords({ values, absent }: ObservationPart): string {
  const shown = values.map((value) => words(shownValue(value).text));
  return shown.length > 0 ? shown.join(', ') : absent === undefined ? '' : words(absent);
}

function unitOf({ values }: ObservationPart): string {
  const unit = values.length === 1 && values[0] ? shownValue(values[0]).unit : undefined;
  return unit === undefined ? '' : ` ${unit}`;
}
