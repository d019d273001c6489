/** A result in plain text, for pasting into a note: value, unit, flag, range and date, each as it was sent. */
import { partWords } from '#chart/kit/value-words.ts';
import { formatWhen } from '#chart/kit/format.ts';
import { flagWords } from '#chart/kit/Flag.tsx';
import { joined } from '#chart/kit/fact-words.ts';
import { noteInstead } from '#chart/kit/observation/note-words.ts';
import { rangeWords } from '#chart/kit/observation/range-words.ts';
import { words } from '#chart/kit/words.ts';
import type { Flag } from '#fhir/interpretation.ts';
import type { ObservationRecord } from '#fhir/observations.ts';
import type { ChartRecord } from '#fhir/record.ts';
import { shownObservation, type ShownPart } from '#fhir/shown-observation.ts';
import { t } from '#i18n/translate.ts';

/** Whether a record was read as an observation: results, vital signs, findings. */
export function isObservationRecord(record: ChartRecord): record is ObservationRecord {
  return 'components' in record && 'ranges' in record && 'values' in record;
}

/** Flags that say something: a normal value carries nothing. */
export function flagsText(flags: readonly Flag[]): string {
  return joined([...new Set(flags.filter(({ tone }) => tone !== 'plain').map(flagWords))]);
}

/** The ranges that belong to one shown part: a component's own, the observation's for its own value. */
export function rangesOf(record: ObservationRecord, part: ShownPart): string {
  const label = part.label === undefined ? undefined : words(part.label);
  const component = record.components.find(({ title }) => label !== undefined && words(title) === label);
  // A blood pressure stands as one: the ranges of its halves say which is which.
  if (label === undefined && record.values.length === 0) {
    return joined(
      record.components.map(({ title, ranges }) =>
        ranges.length === 0 ? '' : `${words(title)} ${ranges.map(rangeWords).join('; ')}`,
      ),
      '; ',
    );
  }
  return (component ?? record).ranges.map(rangeWords).join('; ');
}

/** "Potassium 6.1 mmol/L, Critical high (range 3.5–5.1 mmol/L), Nov 21, 2026, 8:15 AM, preliminary". */
export function observationLine(record: ObservationRecord): string {
  const parts = shownObservation(record).map((part) => {
    const range = rangesOf(record, part);
    const value = partWords(part);
    const said = joined([value, flagsText(part.flags)]);
    return range === '' ? said : `${said} (${t('trend.range', { range })})`;
  });
  const marks = record.marks.map(({ phrase }) => words(phrase));
  const status = record.status === undefined || record.statusCode === 'final' ? '' : words(record.status);
  // "Preliminary" is a mark as well as a status: once is enough.
  const isMarked = marks.some((mark) => mark.toLowerCase() === status.toLowerCase());
  const [first = noteInstead(record), ...more] = parts;
  return joined([
    joined([joined([words(record.title), first], more.length > 0 ? ': ' : ' '), ...more], '; '),
    record.when === undefined ? t('list.no-date') : formatWhen(record.when),
    isMarked ? '' : status,
    ...marks,
  ]);
}
