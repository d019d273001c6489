/** What the bulk server can be told to do: the switches and named failures of its own. */

export type BulkFailureName =
  | 'none'
  /** Kick-off and polls are answered 429. */
  | 'too-many-requests'
  /** Every second poll is a 500 without an OperationOutcome. */
  | '500-mid-poll'
  /** The job fails for good: 500 with an OperationOutcome. */
  | 'job-failed'
  /** The first answer to each file breaks off in the middle. */
  | 'broken-file'
  /** A token is refused once, in the middle of the export. */
  | 'expired-token'
  /** The manifest promises one record more than a file has. */
  | 'wrong-count'
  /** Files are said to lie on another host. */
  | 'foreign-host'
  /** The manifest lists a file of OperationOutcomes. */
  | 'error-file'
  /** The job is gone as soon as its files have been listed once. */
  | 'expired-job'
  /** Files are listed in another order each time. */
  | 'another-order'
  /** Files are free to whoever has their address, which is good for three requests and then listed anew. */
  | 'addresses-run-out'
  /** The answer to whoever begins never arrives, although the export has begun. */
  | 'lost-answer'
  /** The finished export is not deleted: 503. */
  | 'no-deletion'
  /** Nor is it ever: 405. */
  | 'deletion-refused';

export interface BulkSettings {
  failure: BulkFailureName;
  requiresAccessToken: boolean;
  /** Polls answered 202 before the manifest. */
  pollsUntilDone: number;
  /** `Retry-After` of a 202, in seconds; 0 = none is sent. */
  retryAfter: number;
  /** Kick-offs take `_type` and `_since`; NextGen documents neither. */
  takesParameters: boolean;
  /** The host of `Content-Location`: the server's own, or the plain http one that NextGen's guide prints. */
  contentLocation: 'own' | 'guide';
  /** Patients a group may have. */
  groupLimit: number;
  /** Another origin of this same server at which files are said to lie; for tests. */
  filesAt?: string;
}

export const bulkFailureNames: readonly BulkFailureName[] = [
  'none',
  'too-many-requests',
  '500-mid-poll',
  'job-failed',
  'broken-file',
  'expired-token',
  'wrong-count',
  'foreign-host',
  'error-file',
  'expired-job',
  'another-order',
  'addresses-run-out',
  'lost-answer',
  'no-deletion',
  'deletion-refused',
];

export function defaultBulkSettings(): BulkSettings {
  return {
    failure: 'none',
    requiresAccessToken: true,
    pollsUntilDone: 2,
    retryAfter: 1,
    takesParameters: false,
    contentLocation: 'own',
    groupLimit: 1000,
  };
}
