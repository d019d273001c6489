/** A view that is no list (a flowsheet, a trend, what changed) as a table to be saved. */
import type { Chart } from '#chart/kit/chart-context.tsx';
import { csvText } from '#fhir/csv.ts';
import type { When } from '#fhir/dates.ts';
import { clinically, t } from '#i18n/translate.ts';
import { saved, type Outcome, type Take } from './outcome.ts';
import { type Whose, whoseOf } from './whose.ts';

export interface ViewTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What is not in it, and how it was narrowed, in sentences. */
  readonly notes: readonly string[];
}

/** The header, the sentences, then the rows: each names the person and where it came from, as a list's do. */
export function viewRows(
  { header, rows, notes }: ViewTable,
  { name, birthDate, born, system, readAt }: Whose,
): readonly (readonly string[])[] {
  const person = [name, birthDate || born];
  const end = [system, readAt === undefined ? '' : new Date(readAt).toISOString()];
  return [
    [t('take.patient'), t('take.born'), ...header, t('take.from'), t('take.read-at')],
    ...notes.map((text) => [...person, t('take.note', { text })]),
    ...rows.map((row) => [...person, ...row, ...end]),
  ];
}

/**
 * @param name of the file
 * @param table made when it is asked for, in clinicians' words: files are read by others
 */
export function viewTake(label: string, name: string, table: () => ViewTable, chart: Chart): Take {
  return {
    label,
    run: (): Outcome => {
      const text = clinically(() => {
        const whose = whoseOf(chart, Date.now());
        return whose && csvText(viewRows(table(), whose));
      });
      return text === undefined ? { kind: 'failed' } : saved(name, 'csv', [text]);
    },
  };
}

/** A date as it was sent: files keep it so. */
export function sentWhen(when: When | undefined): string {
  if (when === undefined) return '';
  if (when.kind === 'text') return when.text;
  if (when.kind === 'date') return when.date.sent;
  return when.start === undefined || when.end === undefined
    ? (when.start ?? when.end)!.sent
    : `${when.start.sent} – ${when.end.sent}`;
}
