import type { Reading } from '#fhir/reading.ts';

type RecordFile = typeof import('./opening-record.ts');
let file: Promise<RecordFile> | undefined;

/**
 * The file that reads records, fetched before it is wanted (`chart-files.ts`) and asked for once: asking again costs the
 * banner a turn of the page. One that did not come is asked for anew. Rejects where it cannot be fetched.
 */
export function loadRecord(): Promise<RecordFile> {
  file ??= import('./opening-record.ts').catch((error: unknown) => {
    file = undefined;
    throw error;
  });
  return file;
}

/** Runs what takes a while as soon as the patient has been asked for: while the answer is on the way, not before. */
export function whenAsked(reading: Pick<Reading, 'stateOf' | 'subscribe'>, run: () => void): void {
  const look = (): void => {
    if (reading.stateOf('Patient').state === 'waiting') return;
    stop();
    setTimeout(run);
  };
  const stop = reading.subscribe(look);
  look();
}
