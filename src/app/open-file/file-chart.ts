/** A chart from opened files, as the chart's views know it: no session stands behind it. */
import type { Chart } from '#chart/kit/chart-context.tsx';
import type { Reading } from '#fhir/reading.ts';
import type { FhirVersion } from '#fhir/version.ts';
import { paths } from '#app/paths.ts';
import { readerUnits } from '#app/use-preferences.ts';

export interface FileChart {
  readonly id: string;
  readonly reading: Reading;
  readonly chart: Omit<Chart, 'source' | 'systemLabel'>;
  /** In the reader's language, whenever they ask: what sentences call the files. */
  readonly label: () => string;
  /** "From a file, exported on Nov 20, 2026" */
  readonly source: () => string;
  /** What is not shown as it stands in the files; empty where nothing is. */
  readonly told: () => string;
  /** What the way back to the page of "Open a file" is called. */
  readonly back: () => string;
  /** Where it opens, below the page of "Open a file". */
  readonly startAt: string;
}

interface FileChartParts {
  readonly reading: Reading;
  readonly label: () => string;
  readonly fhirBase: string;
  readonly fhirVersion: FhirVersion;
  readonly source: () => string;
  readonly told?: () => string;
  readonly back: () => string;
  readonly startAt?: string;
}

export function fileChart({
  label,
  source,
  told = () => '',
  back,
  startAt = paths.chart,
  ...parts
}: FileChartParts): FileChart {
  const id = crypto.randomUUID();
  return {
    id,
    reading: parts.reading,
    label,
    source,
    told,
    back,
    startAt,
    chart: {
      ...parts,
      sessionId: id,
      audience: 'clinician',
      encounterId: undefined,
      banner: 'whole',
      paths: { section: paths.section, record: paths.record },
      memory: new Map(),
      units: readerUnits,
    },
  };
}
