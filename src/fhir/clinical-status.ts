/** The status codes of results, reports, documents, plans, goals, teams, devices, orders and specimens, in words. */
import { ownRow } from './json.ts';
import { phrase, type Words } from './phrase.ts';
import type { ClinicalPhrase } from './phrase-clinical.ts';
import type { ChartRecord } from './record.ts';

const words: Readonly<Record<string, ClinicalPhrase>> = {
  registered: 'clinical-status.registered',
  partial: 'clinical-status.partial',
  preliminary: 'clinical-status.preliminary',
  final: 'clinical-status.final',
  amended: 'clinical-status.amended',
  corrected: 'clinical-status.corrected',
  appended: 'clinical-status.appended',
  cancelled: 'clinical-status.cancelled',
  current: 'clinical-status.current',
  superseded: 'clinical-status.superseded',
  draft: 'clinical-status.draft',
  active: 'clinical-status.active',
  inactive: 'clinical-status.inactive',
  'on-hold': 'clinical-status.on-hold',
  revoked: 'clinical-status.revoked',
  completed: 'clinical-status.completed',
  proposed: 'clinical-status.proposed',
  planned: 'clinical-status.planned',
  accepted: 'clinical-status.accepted',
  rejected: 'clinical-status.rejected',
  suspended: 'clinical-status.suspended',
  stopped: 'clinical-status.stopped',
  'in-progress': 'clinical-status.in-progress',
  'not-started': 'clinical-status.not-started',
  scheduled: 'clinical-status.scheduled',
  available: 'clinical-status.available',
  unavailable: 'clinical-status.unavailable',
  unsatisfactory: 'clinical-status.unsatisfactory',
  preparation: 'clinical-status.preparation',
  'not-done': 'clinical-status.not-done',
  'entered-in-error': 'clinical-status.entered-in-error',
  unknown: 'clinical-status.unknown',
};

/** A status code in words; as sent where the code is unknown; undefined where none came. */
export function statusWords(code: string | undefined): Words | undefined {
  const known = ownRow(words, code);
  return known === undefined ? code : phrase(known);
}

const past = new Set([
  'cancelled',
  'superseded',
  'inactive',
  'revoked',
  'completed',
  'rejected',
  'stopped',
  'not-done',
  'entered-in-error',
]);

/** The statuses of results stay what they are for good: a final result of last year is not "past". */
const lasting = new Set([
  'registered',
  'partial',
  'preliminary',
  'final',
  'amended',
  'corrected',
  'appended',
  'current',
]);

/**
 * Whether the "current" filter keeps a record of this status. `unknown`, a code FHIR does not know and no status at
 * all are of unknown standing, which the filter keeps and names.
 */
export function standingOf(code: string | undefined): ChartRecord['standing'] {
  if (code === undefined || code === 'unknown' || ownRow(words, code) === undefined) return 'unknown';
  return past.has(code) && !lasting.has(code) ? 'past' : 'current';
}
