/** The bulk server's settings as switches of the sandbox: on its page, and over `/control`. */
import {
  bulkFailureNames,
  defaultBulkSettings,
  type BulkFailureName,
  type BulkSettings,
} from './bulk-settings.ts';

export interface BulkSwitches {
  bulkFailure: BulkFailureName;
  bulkToken: 'required' | 'not-required';
  /** Polls answered 202 before the files are listed. */
  bulkPolls: number;
  /** Seconds; 0 = not sent. */
  bulkRetryAfter: number;
  bulkParameters: 'refused' | 'taken';
  bulkAddress: 'own' | 'guide';
  bulkGroupLimit: number;
}

const settled = defaultBulkSettings();

export const bulkDefaults: BulkSwitches = {
  bulkFailure: settled.failure,
  bulkToken: settled.requiresAccessToken ? 'required' : 'not-required',
  bulkPolls: settled.pollsUntilDone,
  bulkRetryAfter: settled.retryAfter,
  bulkParameters: settled.takesParameters ? 'taken' : 'refused',
  bulkAddress: settled.contentLocation,
  bulkGroupLimit: settled.groupLimit,
};

/** What each may be set to: one of some words, or a whole number up to `most` of a unit. */
export const bulkChoices = {
  bulkFailure: [
    'What goes wrong with an export at the bulk server: nothing; 429 to whoever begins or asks; a 500 at every second question; a job that fails; a file that breaks off; a token refused midway; one record fewer than promised; files said to lie on another host; records that could not be exported; a job that is gone once its files have been listed; files listed in another order each time; addresses of files that run out after three requests; an answer to whoever begins that is lost; a finished export that is not deleted for now (503), or ever (405)',
    bulkFailureNames,
  ],
  bulkToken: [
    'Files of an export: with the token, or free to whoever has their address',
    ['required', 'not-required'],
  ],
  bulkPolls: [
    'How often an export is still being prepared when it is asked after',
    { unit: 'times', most: 1000 },
  ],
  bulkRetryAfter: ['Retry-After while an export is prepared; 0 = not sent', { unit: 'seconds', most: 3600 }],
  bulkParameters: [
    '_type and _since at the beginning of an export (NextGen documents neither)',
    ['refused', 'taken'],
  ],
  bulkAddress: [
    "The address at which an export is asked after: the server's own, or the plain http one that NextGen's guide prints",
    ['own', 'guide'],
  ],
  bulkGroupLimit: ['Patients that a group may have', { unit: 'patients', most: 100_000 }],
} as const satisfies Readonly<
  Record<
    keyof BulkSwitches,
    readonly [words: string, takes: readonly string[] | { readonly unit: string; readonly most: number }]
  >
>;

/** The settings that the switches stand for. */
export function bulkSettings(switches: BulkSwitches): BulkSettings {
  return {
    failure: switches.bulkFailure,
    requiresAccessToken: switches.bulkToken === 'required',
    pollsUntilDone: switches.bulkPolls,
    retryAfter: switches.bulkRetryAfter,
    takesParameters: switches.bulkParameters === 'taken',
    contentLocation: switches.bulkAddress,
    groupLimit: switches.bulkGroupLimit,
  };
}
