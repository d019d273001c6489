import { loadDuckDb } from './database.ts';

/** Why tests that need DuckDB are skipped here, in a sentence; undefined where it is installed. */
export const duckDbMissing: string | undefined = await loadDuckDb().then(
  () => undefined,
  (error: unknown) => (error instanceof Error ? error.message : String(error)),
);
