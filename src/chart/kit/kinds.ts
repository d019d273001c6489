/** Kinds by id, their readers loaded apart: the banner needs two of them, the navigation and the summary all. */
import type { RecordKind } from '#fhir/kind.ts';
import type { KindId } from '#fhir/plan.ts';
import type { ChartRecord } from '#fhir/record.ts';
import type { LazyKind } from './use-records.ts';

const made = new Map<KindId, LazyKind<ChartRecord>>();

/** The kind of an id, for views that treat all kinds alike. The same object every time. */
export function kindById(id: KindId): LazyKind<ChartRecord> {
  const known = made.get(id);
  if (known !== undefined) return known;
  const kind: LazyKind<ChartRecord> = {
    id,
    // A kind's records go into its own order and fold key alone, so widening them is sound.
    load: async () => (await import('#fhir/kinds.ts')).kinds[id] as unknown as RecordKind<ChartRecord>,
  };
  made.set(id, kind);
  return kind;
}
