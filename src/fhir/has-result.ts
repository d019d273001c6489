/** Whether what was ordered has come: a status that says so, or something that says what was found. */
import { asText } from './json.ts';
import { hasValue, type ObservationRecord } from './observations.ts';
import type { ChartRecord } from './record.ts';
import type { ReportRecord } from './reports.ts';

/** FHIR R4 observation-status, diagnostic-report-status, imagingstudy-status: something is there, if not all of it. */
const resulted = new Set([
  'final',
  'amended',
  'corrected',
  'appended',
  'preliminary',
  'partial',
  'available',
]);
const calledOff = new Set(['cancelled', 'entered-in-error']);

/** Of an observation, a report or an imaging study. One that was only registered, or called off, has none. */
export function hasResult(record: ChartRecord): boolean {
  const status = asText(record.source['status']) ?? '';
  if (calledOff.has(status)) return false;
  return resulted.has(status) || saysSomething(record);
}

/** Whether it was called off: what was expected will not come. */
export function isCalledOff({ source }: ChartRecord): boolean {
  return calledOff.has(asText(source['status']) ?? '');
}

function saysSomething(record: ChartRecord): boolean {
  const observation = 'observation' in record ? record.observation : 'values' in record ? record : undefined;
  if (observation !== undefined) return hasValue(observation as ObservationRecord);
  if (!('containedResults' in record)) return false;
  const { results, containedResults, conclusion, attachments } = record as ReportRecord;
  return results.length + containedResults.length + attachments.length > 0 || conclusion !== undefined;
}
