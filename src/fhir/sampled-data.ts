/** SampledData (FHIR R4 §2.24.0.12): a waveform. Points are computed; the data stays as sent in the source. */
import { asNumber, asObject, asText } from './json.ts';
import { readQuantity } from './quantity.ts';

export interface SampledData {
  readonly unit: string | undefined;
  /** Milliseconds between two samples. */
  readonly period: number | undefined;
  /** Samples taken at each time (an ECG's leads). */
  readonly dimensions: number;
  /** In order; undefined where the source marks an error (E) or a value above (U) or below (L) its limits. */
  readonly points: readonly (number | undefined)[];
}

/** More samples than this are counted in the source and not drawn. */
const mostPoints = 200_000;

export function readSampledData(value: unknown): SampledData | undefined {
  const object = asObject(value);
  const data = asText(object?.['data']);
  if (object === undefined || data === undefined) return undefined;
  const origin = readQuantity(object['origin']);
  const factor = asNumber(object['factor']) ?? 1;
  const start = origin?.number ?? 0;
  const points = data
    .trim()
    .split(/\s+/, mostPoints)
    .map((sample) => (/^-?\d/.test(sample) ? Number(sample) * factor + start : undefined))
    .map((point) => (point !== undefined && Number.isFinite(point) ? point : undefined));
  return {
    unit:
      origin?.unit ??
      asText(asObject(object['origin'])?.['unit']) ??
      asText(asObject(object['origin'])?.['code']),
    period: asNumber(object['period']),
    dimensions: Math.max(1, asNumber(object['dimensions']) ?? 1),
    points,
  };
}
