import { type ReactNode, createContext, use } from 'react';
import type { Reading } from '#fhir/reading.ts';
import type { FhirVersion } from '#fhir/version.ts';

/** An open chart as every view sees it. Nothing here knows how it was launched. */
export interface Chart {
  /** Names the session in query keys; says nothing about anybody. */
  readonly sessionId: string;
  readonly reading: Reading;
  /** What people call the system: "NextGen Office". */
  readonly systemLabel: string;
  /** Where its records stand, and in which version of FHIR: what a file that is taken away names as its source. */
  readonly fhirBase: string;
  readonly fhirVersion: FhirVersion;
  /** Whose words to use, and how dense: a clinician in the EHR, or the person themselves. */
  readonly audience: 'clinician' | 'patient';
  /** The visit the chart was opened from, as the launch named it. */
  readonly encounterId: string | undefined;
  /** The EHR may show its own banner; ours is then the slim line. */
  readonly banner: 'whole' | 'slim';
  readonly paths: ChartPaths;
  /** What a reader set up in a list (sort, filters), kept while this chart is open and nowhere else. */
  readonly memory: Map<string, unknown>;
  /** What the banner says of where everything comes from, in place of when the EHR was read: for files. */
  readonly source?: ReactNode;
  /** The units the reader prefers, kept with their other choices of look. Left out where nobody keeps choices. */
  readonly units?: {
    get(): 'metric' | 'us' | undefined;
    subscribe(listener: () => void): () => void;
    choose(units: 'metric' | 'us' | undefined): void;
  };
}

export interface ChartPaths {
  section(section: string): string;
  record(section: string, key: string): string;
}

const ChartContext = createContext<Chart | undefined>(undefined);

export function ChartProvider({ chart, children }: { chart: Chart; children: ReactNode }): ReactNode {
  return <ChartContext value={chart}>{children}</ChartContext>;
}

export function useChart(): Chart {
  const chart = use(ChartContext);
  if (chart === undefined) throw new Error('A chart view stands outside a ChartProvider.');
  return chart;
}
