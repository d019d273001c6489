/** Makes the files of the page: loaded when the first is asked for. */
import { availabilityOf, resourcesOf } from '#chart/kit/availability.ts';
import type { Chart } from '#chart/kit/chart-context.tsx';
import { readContext } from '#chart/kit/read-context.ts';
import type { SectionDefinition } from '#chart/kit/section.ts';
import { kindOfSection } from '#chart/kit/section-of.ts';
import { csvOf } from '#chart/kit/take/list-takes.ts';
import { type Outcome, saved } from '#chart/kit/take/outcome.ts';
import { receivedOf } from '#chart/kit/take/received.ts';
import { bundleParts, recordBundle } from '#chart/kit/take/record-bundle.ts';
import { readRecords, sortRecords } from '#fhir/kind.ts';
import { kindById } from '#fhir/kinds.ts';
import type { KindId } from '#fhir/plan.ts';
import type { ChartRecord } from '#fhir/record.ts';
import { clinically } from '#i18n/translate.ts';
import type { SectionId } from '#i18n/en/sections.ts';
import type { ListsOf } from '#chart/kit/take/chart-lists.ts';
import { incompleteOf } from './incomplete.ts';
import { ipsBundle } from './ips/ips-bundle.ts';

export function saveRecordBundle(sections: readonly SectionDefinition[], chart: Chart): Outcome {
  const now = new Date();
  const { fhirBase, fhirVersion, systemLabel: system, reading } = chart;
  // A record without its patient would be nobody's.
  if (reading.find({ reference: `Patient/${reading.patientId}` }) === undefined) return { kind: 'failed' };
  const missing = clinically(() => incompleteOf(sections, chart, now.getTime()));
  const bundle = recordBundle(receivedOf(reading), { fhirBase, fhirVersion, system, missing }, now);
  return saved('record', 'json', bundleParts(bundle));
}

export function saveIps(chart: Chart, listsOf: ListsOf): Outcome {
  const bundle = clinically(() => ipsBundle(chart, listsOf, new Date()));
  return bundle === undefined ? { kind: 'failed' } : saved('summary', 'json', bundleParts(bundle));
}

export function saveTable(section: SectionId, chart: Chart, listsOf: ListsOf): Outcome {
  const kind = kindOfSection(section);
  if (kind === undefined || kind === 'patient') return { kind: 'failed' };
  const { shapes, whole } = listsOf(readContext(chart));
  const records = whole(kind, readNow(kind, chart), readNow('reports', chart));
  const text = csvOf({ section, shape: shapes[kind], records, of: records.length }, chart, Date.now());
  return text === undefined ? { kind: 'failed' } : saved(section, 'csv', [text]);
}

/** The records of a kind as they stand now, without those entered in error. */
function readNow(id: KindId, chart: Chart): readonly ChartRecord[] {
  const { reading } = chart;
  const kind = kindById[id];
  const resources = resourcesOf(availabilityOf(reading, id), id, reading.patientId);
  const read = readRecords(kind, resources, readContext(chart));
  return sortRecords(kind, read).filter(({ enteredInError }) => !enteredInError);
}
