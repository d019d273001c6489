/** Makes the files of the page: loaded when the first is asked for. */
import { availabilityOf, resourcesOf } from '#chart/kit/availability.ts';
import type { Chart } from '#chart/kit/chart-context.tsx';
import { joined } from '#chart/kit/fact-words.ts';
import { readContext } from '#chart/kit/read-context.ts';
import type { SectionDefinition } from '#chart/kit/section.ts';
import { kindOfSection } from '#chart/kit/section-of.ts';
import { csvOf } from '#chart/kit/take/list-takes.ts';
import { attachmentsAway, notHeld } from '#chart/kit/take/not-held.ts';
import { type Outcome, saved } from '#chart/kit/take/outcome.ts';
import { receivedOf } from '#chart/kit/take/received.ts';
import { bundleParts, recordBundle } from '#chart/kit/take/record-bundle.ts';
import { readRecords, sortRecords } from '#fhir/kind.ts';
import { kindById } from '#fhir/kinds.ts';
import type { KindId } from '#fhir/plan.ts';
import type { ChartRecord } from '#fhir/record.ts';
import { clinically, t } from '#i18n/translate.ts';
import type { SectionId } from '#i18n/en/sections.ts';
import type { ListsOf } from '#chart/kit/take/chart-lists.ts';
import { incompleteOf } from './incomplete.ts';
import { ipsBundle } from './ips/ips-bundle.ts';

export function saveRecordBundle(sections: readonly SectionDefinition[], chart: Chart): Outcome {
  const now = new Date();
  const { fhirBase, fhirVersion, systemLabel: system, reading } = chart;
  // A record without its patient would be nobody's.
  if (reading.find({ reference: `Patient/${reading.patientId}` }) === undefined) return { kind: 'failed' };
  const received = receivedOf(reading);
  const referred = notHeld(received.resources, reading);
  const away = [...attachmentsAway(received.resources)];
  const missing = clinically(() => [
    ...incompleteOf(sections, chart, now.getTime()),
    ...(referred.length === 0 ? [] : [{ text: t('bundle.referred', { n: referred.length }), of: referred }]),
    ...(away.length === 0 ? [] : [{ text: t('bundle.away', { n: away.length }), of: away }]),
  ]);
  const bundle = recordBundle(received, { fhirBase, fhirVersion, system, missing }, now);
  const outcome = saved('record', 'json', bundleParts(bundle));
  const lacks = [
    referred.length > 0 && t('bundle.referred', { n: referred.length }),
    away.length > 0 && t('bundle.away', { n: away.length }),
  ];
  return { ...outcome, lacks: joined(lacks, ' ') };
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
