import { expect, test } from 'vitest';
import { exitCodeOf, wordsFor, type BulkFailure } from './failure.ts';

const detail = { reason: 'manifest', detail: 'x' } as const;
const codes: readonly (readonly [BulkFailure, number])[] = [
  [{ kind: 'setup', say: 'Something is missing.' }, 1],
  [{ kind: 'client-refused', error: 'invalid_client' }, 3],
  [{ kind: 'refused', status: 403 }, 3],
  [{ kind: 'limit-reached' }, 3],
  [{ kind: 'patients-invalid', ids: [] }, 1],
  [{ kind: 'patients-invalid', ids: ['77'] }, 1],
  [{ kind: 'absent', what: 'group' }, 1],
  [{ kind: 'absent', what: 'job' }, 1],
  [{ kind: 'absent', what: 'file' }, 1],
  [{ kind: 'throttled', retryAfter: undefined }, 5],
  [{ kind: 'throttled', retryAfter: 30 }, 5],
  [{ kind: 'too-soon', last: 0, days: 7 }, 5],
  [{ kind: 'unsupported', status: 400 }, 1],
  [{ kind: 'unreachable', what: 'the bulk server' }, 5],
  [{ kind: 'server-error', status: 500 }, 5],
  [{ kind: 'job-failed', said: 'x' }, 1],
  [{ kind: 'protocol', ...detail }, 1],
  [{ kind: 'file-broken', file: 'Patient.000.ndjson', reason: 'count' }, 1],
  [{ kind: 'query', say: 'x' }, 1],
  [{ kind: 'interrupted' }, 130],
  [{ kind: 'unanswered', why: { kind: 'unreachable', what: 'the bulk server' } }, 5],
  [{ kind: 'unanswered', why: { kind: 'server-error', status: 500, said: 'Out of memory' } }, 5],
  [{ kind: 'unanswered', why: { kind: 'protocol', reason: 'no-job-address' } }, 1],
  [{ kind: 'unanswered', why: { kind: 'interrupted' } }, 130],
];

test.each(codes)('%j has words, and ends with %i', (failure, code) => {
  expect(exitCodeOf(failure)).toBe(code);
  expect(wordsFor(failure).length).toBeGreaterThan(10);
  expect(wordsFor(failure)).not.toMatch(/undefined|NaN|Invalid Date/);
});

test.each(codes.filter(([{ kind }]) => kind === 'unanswered'))(
  '%j does not say that the same command goes on: it would ask for a second export',
  (failure) => {
    expect(wordsFor(failure)).toMatch(/run the same command with --again|so this was the week's request/);
    expect(wordsFor(failure)).not.toMatch(/same command again|is kept/);
  },
);
