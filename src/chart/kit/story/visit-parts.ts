/** What belongs to a visit, in the four parts a clinician asks for, and the rest. */
import type { EncounterRecord } from '#fhir/encounters.ts';
import type { MedicationRecord } from '#fhir/medications.ts';
import type { KindId } from '#fhir/plan.ts';
import { type Entry, type VisitLinks, entriesOfVisit } from '#fhir/visit-links.ts';
import { words } from '#chart/kit/words.ts';
import { valueOf } from './says-text.ts';

export const partIds = ['diagnoses', 'notes', 'orders', 'results', 'rest'] as const;
export type PartId = (typeof partIds)[number];

export interface VisitPart {
  readonly id: PartId;
  readonly entries: readonly Entry[];
  /** Diagnoses the visit names in words alone. */
  readonly named: readonly string[];
}

/**
 * The lists a part is made of; all others are the rest. Observations of no category, which are results too, come with
 * the lists of results; what else is among other records has no say in whether those are whole.
 */
export const partKinds: Readonly<Record<Exclude<PartId, 'rest'>, readonly KindId[]>> = {
  diagnoses: ['problems'],
  notes: ['documents'],
  orders: ['orders', 'medications'],
  results: ['laboratory', 'tests', 'vitals', 'reports'],
};

function partOf(entry: Entry): PartId {
  const { kind, record } = entry;
  switch (kind) {
    case 'problems':
      return 'diagnoses';
    case 'documents':
      return 'notes';
    case 'orders':
      return 'orders';
    case 'medications':
      return (record as MedicationRecord).form === 'request' ? 'orders' : 'rest';
    case 'laboratory':
    case 'tests':
    case 'vitals':
    case 'reports':
      return 'results';
    case 'other':
      return valueOf(entry) === undefined ? 'rest' : 'results';
    default:
      return 'rest';
  }
}

/** Critical and abnormal values first; within that the order of the chart. */
function byWeight(a: Entry, b: Entry): number {
  const weight = (entry: Entry): number => valueOf(entry)?.weight ?? 0;
  return weight(b) - weight(a);
}

export function visitParts(
  visit: EncounterRecord,
  entries: readonly Entry[],
  links: VisitLinks,
): readonly VisitPart[] {
  const own = Map.groupBy(entriesOfVisit(entries, links, visit.key), partOf);
  const linked = new Set((own.get('diagnoses') ?? []).map(({ record }) => words(record.title)));
  const named = [...new Set(visit.diagnoses.map(({ name }) => name))].filter((name) => !linked.has(name));
  return partIds.map((id) => ({
    id,
    entries: (own.get(id) ?? []).toSorted(byWeight),
    named: id === 'diagnoses' ? named : [],
  }));
}
