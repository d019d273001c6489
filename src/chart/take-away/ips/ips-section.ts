/** One section of the summary: its entries, its narrative, and why it is empty where it is. */
import { absenceText, missingParts } from '#chart/kit/absence-words.ts';
import { availabilityOf, type Face, faceOf, resourcesOf } from '#chart/kit/availability.ts';
import type { Chart } from '#chart/kit/chart-context.tsx';
import { formatWhen } from '#chart/kit/format.ts';
import { joined } from '#chart/kit/fact-words.ts';
import { readContext } from '#chart/kit/read-context.ts';
import { isObservationRecord, rangesOf, flagsText } from '#chart/kit/take/observation-line.ts';
import { cellText, subtitleText } from '#chart/kit/take/record-line.ts';
import { words } from '#chart/kit/words.ts';
import type { JsonObject } from '#fhir/json.ts';
import { readRecords, sortRecords } from '#fhir/kind.ts';
import { kindById } from '#fhir/kinds.ts';
import type { ChartRecord } from '#fhir/record.ts';
import { shownObservation } from '#fhir/shown-observation.ts';
import { t } from '#i18n/translate.ts';
import type { ChartLists } from '#chart/kit/take/chart-lists.ts';
import type { IpsSection } from './ips-sections.ts';
import { narrativeDiv, type NarrativeTable } from './narrative.ts';

export interface ReadSection {
  readonly section: IpsSection;
  readonly records: readonly ChartRecord[];
  /** What is missing and what was left out, in sentences. */
  readonly notes: readonly string[];
  /** Why there is nothing in it; undefined where there is. */
  readonly empty: { readonly code: string; readonly display: string; readonly text: string } | undefined;
}

/** Undefined for a section that need not be there and has nothing to say. */
export function readSection(section: IpsSection, chart: Chart, now: number): ReadSection | undefined {
  const { reading } = chart;
  const kind = kindById[section.kind];
  const availability = availabilityOf(reading, section.kind);
  const resources = resourcesOf(availability, section.kind, reading.patientId);
  const read = sortRecords(kind, readRecords(kind, resources, readContext(chart)));
  const facts = read.filter(({ enteredInError }) => !enteredInError);
  const errors = read.length - facts.length;
  const { records, leftOut } = section.pick(facts);
  const face = faceOf(availability, facts.length);
  const missing =
    face === 'records'
      ? missingParts({ availability, kind: section.kind }, chart, now).map(({ text }) => text)
      : [absenceText(section.section, { face, availability, kind: section.kind }, chart)];
  const inError = errors > 0 ? [t('paper.error-left-out', { n: errors })] : [];
  const notes = [...missing, ...leftOut, ...inError];
  if (records.length > 0) return { section, records, notes, empty: undefined };
  const isSilent = face === 'none-recorded' || (face === 'records' && missing.length === 0);
  if (!section.required && (isSilent || section.title === 'ips.past-problems')) return undefined;
  // An empty list is never a statement that there is nothing: only a record can make it.
  const text = joined([...notes, t('ips.not-none')], ' ');
  return { section, records, notes: [...notes, t('ips.not-none')], empty: { ...reasonOf(face), text } };
}

/** HL7 list-empty-reason. "None known" is none of them: the record that says so is an entry. */
function reasonOf(face: Face): { readonly code: string; readonly display: string } {
  switch (face) {
    case 'not-shared':
    case 'partly':
      return { code: 'withheld', display: 'Information Withheld' };
    case 'reading':
    case 'waiting':
      return { code: 'notstarted', display: 'Not Started' };
    default:
      return { code: 'unavailable', display: 'Unavailable' };
  }
}

/** @param entries addresses of the records in the document, in their order */
export function sectionJson(
  { section, records, notes, empty }: ReadSection,
  entries: readonly string[],
  lists: ChartLists,
): JsonObject {
  return {
    title: t(section.title),
    code: { coding: [{ system: 'http://loinc.org', code: section.code, display: section.display }] },
    text: {
      // Sentences about what is missing stand in no entry.
      status: notes.length === 0 ? 'generated' : 'additional',
      div: narrativeDiv(
        notes.length === 0 && records.length === 0 ? [t(section.title)] : notes,
        tableOf(records, section, lists),
      ),
    },
    ...(entries.length > 0 && { entry: entries.map((reference) => ({ reference })) }),
    ...(empty && {
      emptyReason: {
        coding: [
          {
            system: 'http://terminology.hl7.org/CodeSystem/list-empty-reason',
            code: empty.code,
            display: empty.display,
          },
        ],
        text: empty.text,
      },
    }),
  };
}

function tableOf(
  records: readonly ChartRecord[],
  { kind }: IpsSection,
  { shapes }: ChartLists,
): NarrativeTable | undefined {
  if (records.length === 0) return undefined;
  const shape = shapes[kind];
  const name = (record: ChartRecord): string =>
    joined([words(record.title), ...record.marks.map(({ phrase }) => words(phrase))]);
  const date = ({ when }: ChartRecord): string => (when === undefined ? t('list.no-date') : formatWhen(when));
  if (records.every(isObservationRecord)) {
    return {
      header: [t('column.name'), t('column.result'), t('column.range'), t('column.when')],
      rows: records.flatMap((record) =>
        shownObservation(record).map((part) => [
          joined([name(record), part.label && words(part.label)], ': '),
          joined([joined([words(part.text), part.unit], ' '), flagsText(part.flags)]),
          rangesOf(record, part),
          date(record),
        ]),
      ),
    };
  }
  const columns = shape.columns.filter(({ id }) => id !== 'when');
  return {
    header: [t('column.name'), t('take.more'), ...columns.map(({ header }) => t(header)), t('column.when')],
    rows: records.map((record) => [
      name(record),
      subtitleText(shape, record),
      ...columns.map((column) => cellText(column, record)),
      date(record),
    ]),
  };
}
