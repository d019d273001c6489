/** Whole charts made bad, as files that the sandbox serves: for the stories in the browser. */
import * as fc from 'fast-check';
import type { FhirResource } from '#fhir/json.ts';
import { kindById } from '#fhir/kinds.ts';
import type { KindId } from '#fhir/plan.ts';
import { wireText } from './mutate.ts';
import { patientId, recordMutants } from './record-mutants.ts';

export interface BadChart {
  /** Logical id of its patient. */
  readonly id: string;
  /** Its resources, one a line. */
  readonly ndjson: string;
}

/** Of each kind a chart has so many. */
const ofEach = 3;

/** The same charts for the same seed. References among their records hold as far as a mutation left them. */
export function badCharts(count: number, seed: number): readonly BadChart[] {
  const kinds = Object.keys(kindById) as KindId[];
  const made = kinds.map((kind, place) => ({
    kind,
    batches: fc.sample(recordMutants(kind, kind === 'patient' ? 1 : ofEach), {
      seed: seed + place,
      numRuns: count,
    }),
  }));
  return Array.from({ length: count }, (_, at) => {
    const id = `bad-${at}`;
    const lines = made.flatMap(({ kind, batches }) =>
      (batches[at] ?? []).map((resource) => lineOf(resource, kind, id)),
    );
    return { id, ndjson: lines.join('\n') };
  });
}

/** Ids are a chart's own: the sandbox serves all of them side by side. */
function lineOf(resource: FhirResource, kind: KindId, chart: string): string {
  // An element that came to be called `id` may have taken the patient's place: then nobody could open the chart.
  const named = kind === 'patient' || resource.id === patientId ? { ...resource, id: chart } : resource;
  const { id } = named as { readonly id?: unknown };
  const own = typeof id === 'string' ? id.replace(/^r(\d)$/, `${chart}-${kind}-$1`) : id;
  return wireText({ ...named, id: own })
    .replaceAll(`"Patient/${patientId}"`, `"Patient/${chart}"`)
    .replaceAll(/\/r(\d)"/g, `/${chart}-laboratory-$1"`);
}
