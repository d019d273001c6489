import type { ReadContext } from '#fhir/record.ts';
import type { Chart } from './chart-context.tsx';

/** What record readers may ask of this chart. */
export function readContext(chart: Chart): ReadContext {
  const { reading } = chart;
  return {
    patientId: reading.patientId,
    resolve: (reference, within) => reading.find(reference, within),
    provenanceOf: (record) => reading.provenanceOf(record),
  };
}
