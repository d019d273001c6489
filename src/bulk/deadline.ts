/** Ends a request after so many milliseconds, or when the command is stopped. */
export function deadline(milliseconds: number, stopped: AbortSignal | undefined): AbortSignal {
  const timeout = AbortSignal.timeout(milliseconds);
  return stopped === undefined ? timeout : AbortSignal.any([timeout, stopped]);
}
