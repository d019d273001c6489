/** Every way in which an export can fail, made at the edge, with what to do about it. */
export type BulkFailure =
  /** The command's own files: configuration, keys, folder, state. `say` is a whole sentence. */
  | { readonly kind: 'setup'; readonly say: string }
  /** The sign-in server does not take this client or its key. `error` is an OAuth error code. */
  | { readonly kind: 'client-refused'; readonly error: string }
  /** 401 that a fresh token did not cure, or 403. */
  | { readonly kind: 'refused'; readonly status: number }
  /** 403 that speaks of a limit: so many groups, so many patients. */
  | { readonly kind: 'limit-reached' }
  /** 422: these patients are not the practice's, or do not exist. */
  | { readonly kind: 'patients-invalid'; readonly ids: readonly string[] }
  /** 404 or 410 for what was asked: a group, a job, a page of patients. */
  | { readonly kind: 'absent'; readonly what: 'group' | 'job' | 'patients' | 'file' }
  /** 429, or a second export inside the week. `retryAfter` in seconds where the server said so. */
  | { readonly kind: 'throttled'; readonly retryAfter: number | undefined }
  | { readonly kind: 'too-soon'; readonly last: number; readonly days: number }
  /** 400 or another status that says the request is not understood. */
  | { readonly kind: 'unsupported'; readonly status: number; readonly said?: string | undefined }
  /** `isUnsent`: it never got as far as the server. */
  | { readonly kind: 'unreachable'; readonly what: string; readonly isUnsent?: true }
  | {
      readonly kind: 'server-error';
      readonly status: number;
      readonly retryAfter?: number | undefined;
      readonly said?: string | undefined;
    }
  /** The export itself failed, in the server's words (OperationOutcome). */
  | { readonly kind: 'job-failed'; readonly said: string }
  /** An answer that cannot be followed safely or at all. */
  | {
      readonly kind: 'protocol';
      readonly reason:
        | 'no-job-address'
        | 'foreign-address'
        | 'plain-http'
        | 'manifest'
        | 'relisted'
        | 'not-json'
        | 'redirected'
        | 'coding'
        | 'too-large';
      readonly detail?: string;
    }
  /** A file that would not come whole, however often it was asked for. */
  | {
      readonly kind: 'file-broken';
      readonly file: string;
      readonly reason: 'cut-off' | 'count' | 'overwritten' | 'not-ndjson';
    }
  /** The database does not understand a question. `say` is DuckDB's own. */
  | { readonly kind: 'query'; readonly say: string }
  /** The request for an export went out and its answer did not come back whole: the server may have begun it. */
  | { readonly kind: 'unanswered'; readonly why: BulkFailure }
  /** Stopped from outside; everything fetched so far is kept. */
  | { readonly kind: 'interrupted' };

export class BulkError extends Error {
  override readonly name = 'BulkError';
  readonly failure: BulkFailure;
  constructor(failure: BulkFailure) {
    super(wordsFor(failure));
    this.failure = failure;
  }
}

const day = 86_400_000;

/** The failure in one or two sentences: what happened, and what to do. Holds no token, key or health data. */
export function wordsFor(failure: BulkFailure): string {
  switch (failure.kind) {
    case 'setup':
      return failure.say;
    case 'query':
      return `The database cannot answer this. ${failure.say}`;
    case 'client-refused':
      return (
        `The sign-in server does not accept this client (${failure.error}). Check the client id, that the public key set is ` +
        'published where NextGen was told ("jwks --check URL"), and that this machine’s clock is right.'
      );
    case 'refused':
      return `The server refuses this (${failure.status}): the client may lack the scope, or the practice has not enabled it. Ask the practice or nextgen-office-api@nextgen.com.`;
    case 'limit-reached':
      return 'The server says that its limit is reached (403). Delete a group that is no longer needed, or ask NextGen for more.';
    case 'patients-invalid':
      return failure.ids.length === 0
        ? 'The server does not know some of these patients (422). Look their ids up with "patients search".'
        : `The server does not know these patients (422): ${failure.ids.join(', ')}. Look their ids up with "patients search".`;
    case 'absent':
      return {
        group: 'There is no such group. "groups" lists those that there are.',
        job: 'The server no longer knows this export: it was deleted, or its time ran out. Begin it again with another folder.',
        patients: 'No patients were found.',
        file: 'A file of the export is not at the address that the server gives for it, even when asked anew. Run the same command again; if it stays so, begin again with another folder.',
      }[failure.what];
    case 'throttled':
      return failure.retryAfter === undefined
        ? 'The server takes no more requests for now (429). Run the same command again later.'
        : `The server takes no more requests for now (429). Run the same command again in ${spell(failure.retryAfter)}.`;
    case 'too-soon': {
      const next = new Date(failure.last + failure.days * day).toISOString().slice(0, 16).replace('T', ' ');
      return (
        `This server was asked for an export on ${new Date(failure.last).toISOString().slice(0, 10)}. NextGen allows one request ` +
        `per patient per week: the next is due after ${next} UTC. For other patients, or to ask all the same, add --again.`
      );
    }
    case 'unsupported':
      return (
        `The server does not understand this request (${failure.status}).${saying(failure.said)} Check "base" of this server ` +
        `in bulk-config.json; ${askThem}`
      );
    case 'unreachable':
      return `No answer from ${failure.what}. Check the network, then run the same command again: what was fetched is kept.`;
    case 'server-error':
      return (
        `The server failed (${failure.status}).${saying(failure.said)} Run the same command again ` +
        `${failure.retryAfter === undefined ? 'later' : `in ${spell(failure.retryAfter)}`}: what was fetched is kept.`
      );
    case 'job-failed':
      return `The server could not make this export: ${failure.said} Begin it again with another folder; ${askThem}`;
    case 'protocol':
      return `The server’s answer cannot be followed: ${reasons[failure.reason]}${failure.detail === undefined ? '' : ` (${failure.detail})`}. ${protocolAdvice[failure.reason] ?? `Run the same command again; ${askThem}`}`;
    case 'file-broken':
      return `${failure.file}: ${fileReasons[failure.reason]}`;
    case 'unanswered':
      return failure.why.kind === 'protocol'
        ? `${wordsFor(failure.why)} The server has begun the export all the same, so this was the week's request.`
        : `${withoutAdvice(failure.why)} The server may have begun the export all the same, so this counts as the week's ` +
            'request. If you know that it has not, run the same command with --again.';
    case 'interrupted':
      return 'Interrupted. Run the same command again to go on: what was fetched is kept.';
  }
}

/** What happened, without what to do about it: there is nothing to go on with yet. */
function withoutAdvice(failure: BulkFailure): string {
  switch (failure.kind) {
    case 'unreachable':
      return `No answer came from ${failure.what}.`;
    case 'server-error':
      return `The server failed (${failure.status}).${saying(failure.said)}`;
    case 'interrupted':
      return 'Interrupted while the export was asked for.';
    default:
      return wordsFor(failure);
  }
}

const reasons = {
  'no-job-address': 'it names no address at which to ask how far the export is',
  'foreign-address': 'it names an address of another server, to which no token is sent',
  'plain-http': 'it names an address without encryption',
  manifest: 'its list of files is not what the specification says',
  relisted: 'what it lists for this export is no longer what it listed before',
  'not-json': 'it is no JSON',
  redirected: 'it sends a file on to where it cannot be fetched from',
  coding: 'it packs a file in a way that it was not asked for',
  'too-large': 'it is larger than any such answer should be',
} as const;

const askThem = 'if it stays so, ask nextgen-office-api@nextgen.com.';

/** What to do where it is something else than waiting. */
const protocolAdvice: Partial<Readonly<Record<keyof typeof reasons, string>>> = {
  'foreign-address':
    'Where NextGen has named that host to you, add it to this server’s "aliases" (addresses of the API) or "fileHosts" (files) in bulk-config.json.',
  'plain-http':
    'Where NextGen prints that address, add its base to this server’s "aliases" in bulk-config.json: it is then asked by https.',
  'no-job-address': `Nothing can be asked about this export; ${askThem}`,
  relisted: 'Begin again with another folder.',
};

const fileReasons = {
  'cut-off': 'the line broke each time it was fetched. Run the same command again: what was fetched is kept.',
  count:
    'it holds another number of records than the server’s list says. "verify" tells which; begin again with another folder if it stays so.',
  overwritten:
    'something else wrote into it while it was fetched. Run the same command again: it is fetched anew.',
  'not-ndjson': 'it is no NDJSON: a line of it is no JSON object.',
} as const;

/** A server's own words, already plain and short (`outcomeWords`). */
const saying = (said: string | undefined): string =>
  said === undefined ? '' : ` It says: ${said.replace(/[.\s]+$/, '')}.`;

function spell(seconds: number): string {
  if (seconds < 120) return `${seconds} seconds`;
  return seconds < 7200 ? `${Math.ceil(seconds / 60)} minutes` : `${Math.ceil(seconds / 3600)} hours`;
}

/** Exit codes of `npm run bulk` (docs/bulk.md). */
export const exitCodes = {
  done: 0,
  failed: 1,
  usage: 2,
  refused: 3,
  partial: 4,
  later: 5,
  interrupted: 130,
} as const;

/** The exit code that a failure ends the command with. */
export function exitCodeOf(failure: BulkFailure): number {
  switch (failure.kind) {
    case 'client-refused':
    case 'refused':
    case 'limit-reached':
      return exitCodes.refused;
    case 'throttled':
    case 'too-soon':
    case 'unreachable':
    case 'server-error':
      return exitCodes.later;
    case 'file-broken':
      return failure.reason === 'cut-off' ? exitCodes.later : exitCodes.failed;
    case 'unanswered':
      return exitCodeOf(failure.why);
    case 'interrupted':
      return exitCodes.interrupted;
    default:
      return exitCodes.failed;
  }
}
