import { BulkError } from './failure.ts';

/** A disk that does not take what is written, as a failure: Node's error code says why (ENOSPC: it is full). */
export function diskFailure(path: string, error: unknown): BulkError {
  if (error instanceof BulkError) return error;
  const { code = 'unknown' } = error as NodeJS.ErrnoException;
  return new BulkError({
    kind: 'setup',
    say: `${path} cannot be written (${code}). What was fetched is kept: the same command again goes on.`,
  });
}
