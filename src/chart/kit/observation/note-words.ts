/** A result that says what it says in a note ("Specimen clotted, no count possible"): what its value column says then. */
import type { ObservationRecord } from '#fhir/observations.ts';
import { t } from '#i18n/translate.ts';

/** Letters: three lines of a column. The open record has all of it. */
const enough = 160;

/** "Note: " and all its notes; undefined where the record has a value, or no note. */
export function noteInstead(record: ObservationRecord): string | undefined {
  const { notes, values, absent, components } = record;
  if (notes.length === 0 || values.length > 0 || absent !== undefined || components.length > 0)
    return undefined;
  return t('value.note', { text: notes.map(({ text }) => text.replaceAll(/\s+/g, ' ').trim()).join(' ') });
}

/** The same, no longer than a line of a list has room for. */
export function noteBeginning(record: ObservationRecord): string | undefined {
  const said = noteInstead(record);
  if (said === undefined || said.length <= enough) return said;
  const cut = said.slice(0, enough);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), enough / 2)).trimEnd()}…`;
}
