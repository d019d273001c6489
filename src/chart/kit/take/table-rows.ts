/** A list as the rows of a table: what its columns say, in words; dates as they were sent. */
import { codingsOf, systemName } from '#chart/kit/codings-of.ts';
import { joined } from '#chart/kit/fact-words.ts';
import { noteInstead } from '#chart/kit/observation/note-words.ts';
import { words } from '#chart/kit/words.ts';
import type { When } from '#fhir/dates.ts';
import type { ChartRecord } from '#fhir/record.ts';
import { shownObservation } from '#fhir/shown-observation.ts';
import { t } from '#i18n/translate.ts';
import { flagsText, isObservationRecord, rangesOf } from './observation-line.ts';
import { cellText, type RowShape, subtitleText } from './record-line.ts';
import type { Whose } from './whose.ts';

/** The columns before the list's own and after them: every line names the person and where it came from. */
const before = ['take.patient', 'take.born', 'column.name', 'take.marks'] as const;
const after = ['take.date', 'take.until', 'take.codes', 'take.record', 'take.from', 'take.read-at'] as const;

interface Table<R> {
  readonly records: readonly R[];
  readonly shape: RowShape<R>;
  readonly whose: Whose;
  /** What is missing from the list, in sentences: a line each, first, so that nobody takes the rest for the whole. */
  readonly missing: readonly string[];
}

/** The header, the sentences about the list, then a row a record; of an observation a row a value. */
export function tableRows<R extends ChartRecord>({
  records,
  shape,
  whose,
  missing,
}: Table<R>): readonly (readonly string[])[] {
  const observations = records.length > 0 && records.every(isObservationRecord);
  const own = observations
    ? (['column.result', 'column.unit', 'column.flag', 'column.range', 'column.status'] as const)
    : undefined;
  const columns = shape.columns.filter(({ id }) => id !== 'when');
  const header = [
    ...before.map((key) => t(key)),
    ...(own?.map((key) => t(key)) ?? [t('take.more'), ...columns.map((column) => t(column.header))]),
    ...after.map((key) => t(key)),
  ];
  const person = [whose.name, whose.birthDate || whose.born];
  const rows = records.flatMap((record): readonly (readonly string[])[] => {
    const marks = joined(
      record.marks.map(({ phrase }) => words(phrase)),
      '; ',
    );
    const end = endOf(record, whose);
    if (own === undefined || !isObservationRecord(record)) {
      const cells = columns.map((column) => cellText(column, record));
      return [[...person, words(record.title), marks, subtitleText(shape, record), ...cells, ...end]];
    }
    const status = record.status === undefined ? '' : words(record.status);
    const shown = shownObservation(record);
    const note = noteInstead(record) ?? '';
    if (shown.length === 0)
      return [[...person, words(record.title), marks, note, '', '', '', status, ...end]];
    return shown.map((part) => {
      const name = joined([words(record.title), part.label && words(part.label)], ': ');
      const range = rangesOf(record, part);
      const cells = [words(part.text), part.unit ?? '', flagsText(part.flags), range, status];
      return [...person, name, marks, ...cells, ...end];
    });
  });
  return [header, ...missing.map((text) => [...person, t('take.note', { text })]), ...rows];
}

function endOf(record: ChartRecord, { system, readAt }: Whose): readonly string[] {
  const [from, until] = datesOf(record.when);
  const codes = codingsOf({ resourceType: '', code: codeOf(record) }).map(
    ({ system: address, code }) => `${systemName(address)} ${code}`,
  );
  return [
    from,
    until,
    joined(codes, '; '),
    record.key,
    system,
    readAt === undefined ? '' : new Date(readAt).toISOString(),
  ];
}

/** What the record is about, wherever its type keeps that. */
function codeOf({ source }: ChartRecord): unknown {
  const keys = ['code', 'vaccineCode', 'medicationCodeableConcept', 'type', 'description'];
  return keys.map((key) => source[key]).find((value) => typeof value === 'object' && value !== null);
}

function datesOf(when: When | undefined): readonly [from: string, until: string] {
  if (when === undefined) return ['', ''];
  if (when.kind === 'text') return [when.text, ''];
  return when.kind === 'date' ? [when.date.sent, ''] : [when.start?.sent ?? '', when.end?.sent ?? ''];
}
