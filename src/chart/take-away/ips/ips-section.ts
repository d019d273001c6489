/** One section of the summary: its entries, its narrative, and why it is empty where it is. */
import { lacksSome } from '#chart/kit/story/missing-list.ts';
import { absenceText, missingParts } from '#chart/kit/absence-words.ts';
import {
  type Availability,
  availabilityOf,
  type Face,
  faceOf,
  resourcesOf,
} from '#chart/kit/availability.ts';
import type { Chart } from '#chart/kit/chart-context.tsx';
import { formatWhen } from '#chart/kit/format.ts';
import { joined } from '#chart/kit/fact-words.ts';
import { readContext } from '#chart/kit/read-context.ts';
import { isObservationRecord, rangesOf, flagsText } from '#chart/kit/take/observation-line.ts';
import { cellText, subtitleText } from '#chart/kit/take/record-line.ts';
import { sectionOf } from '#chart/kit/section-of.ts';
import { words } from '#chart/kit/words.ts';
import type { JsonObject } from '#fhir/json.ts';
import { readRecords, sortRecords } from '#fhir/kind.ts';
import { kindById } from '#fhir/kinds.ts';
import type { ObservationRecord } from '#fhir/observations.ts';
import { observationsIn } from '#fhir/observations-in.ts';
import type { ChartRecord } from '#fhir/record.ts';
import type { ReportRecord } from '#fhir/reports.ts';
import { shownOrNote } from '#fhir/shown-observation.ts';
import { t } from '#i18n/translate.ts';
import type { ChartLists, ListedKindId } from '#chart/kit/take/chart-lists.ts';
import type { IpsSection } from './ips-sections.ts';
import { narrativeDiv, type NarrativeTable } from './narrative.ts';

export interface ReadSection {
  readonly section: IpsSection;
  readonly records: readonly ChartRecord[];
  /** For a record that came inside another, by its key: the one it came in. Nothing else can point at it. */
  readonly holders: ReadonlyMap<string, ChartRecord>;
  /** What is missing and what was left out, in sentences. */
  readonly notes: readonly string[];
  /** Why there is nothing in it; undefined where there is. */
  readonly empty: { readonly code: string; readonly display: string; readonly text: string } | undefined;
}

/** Undefined for a section that need not be there and has nothing to say. */
export function readSection(section: IpsSection, chart: Chart, now: number): ReadSection | undefined {
  const { availability, read } = readKind(section.kind, chart);
  const { observations, holders, missing: alsoMissing } = alsoIn(section, chart, now);
  const all = [...read, ...observations];
  const facts = all.filter(({ enteredInError }) => !enteredInError);
  const errors = all.length - facts.length;
  const { records, leftOut } = section.pick(facts);
  const face = faceOf(availability, facts.length);
  const missing =
    face === 'records'
      ? missingParts({ availability, kind: section.kind }, chart, now).map(({ text }) => text)
      : [absenceText(section.section, { face, availability, kind: section.kind }, chart)];
  const inError = errors > 0 ? [t('paper.error-left-out', { n: errors })] : [];
  const notes = [...missing, ...alsoMissing, ...leftOut, ...inError];
  if (records.length > 0) return { section, records, holders, notes, empty: undefined };
  const isSilent =
    alsoMissing.length === 0 && (face === 'none-recorded' || (face === 'records' && missing.length === 0));
  if (!section.required && (isSilent || section.title === 'ips.past-problems')) return undefined;
  // An empty list is never a statement that there is nothing: only a record can make it.
  const text = joined([...notes, t('ips.not-none')], ' ');
  return {
    section,
    records,
    holders,
    notes: [...notes, t('ips.not-none')],
    empty: { ...reasonOf(face), text },
  };
}

function readKind(
  id: ListedKindId,
  chart: Chart,
): { readonly availability: Availability; readonly read: readonly ChartRecord[] } {
  const kind = kindById[id];
  const availability = availabilityOf(chart.reading, id);
  const resources = resourcesOf(availability, id, chart.reading.patientId);
  return { availability, read: sortRecords(kind, readRecords(kind, resources, readContext(chart))) };
}

/** The observations of a section's further kinds, and what of those could not be read. */
function alsoIn(
  { also = [] }: IpsSection,
  chart: Chart,
  now: number,
): {
  readonly observations: readonly ObservationRecord[];
  readonly holders: ReadonlyMap<string, ChartRecord>;
  readonly missing: readonly string[];
} {
  const holders = new Map<string, ChartRecord>();
  const observations: ObservationRecord[] = [];
  const missing: string[] = [];
  for (const kind of also) {
    const { availability, read } = readKind(kind, chart);
    observations.push(...observationsIn(read));
    for (const report of kind === 'reports' ? (read as readonly ReportRecord[]) : []) {
      observations.push(...report.containedResults);
      for (const { key } of report.containedResults) holders.set(key, report);
    }
    missing.push(...unread(kind, availability, chart, now));
  }
  return { observations, holders, missing };
}

/** "Clinical tests: …", where some of a further kind were not read; that there are none needs no word. */
function unread(
  kind: ListedKindId,
  availability: Availability,
  chart: Chart,
  now: number,
): readonly string[] {
  const { reading, waiting } = availability;
  // What has no section of its own is asked for with everything else, which says itself what is missing.
  if (kind === 'other') return [];
  if (!lacksSome({ availability }) && reading + waiting === 0) return [];
  const section = sectionOf(kind);
  const face = faceOf(availability, availability.read);
  const said =
    face === 'records'
      ? missingParts({ availability, kind }, chart, now).map(({ text }) => text)
      : [absenceText(section, { face, availability, kind }, chart)];
  return [`${t(`section.${section}`)}: ${joined(said, ' ')}`];
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
        shownOrNote(record, record.members.length > 0).map((part) => [
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
