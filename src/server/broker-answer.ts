/** What the broker answers, before it is written: one value that the response and the log line are both made of. */

export interface BrokerAnswer {
  readonly status: number;
  /** For the log: one of a fixed set of words, never anything that was sent. */
  readonly outcome: string;
  readonly json?: unknown;
  /** `Set-Cookie` lines. */
  readonly cookies?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** An error in OAuth's shape (RFC 6749 §5.2), without a description: that could hold what was sent. */
export function failed(status: number, error: string, outcome = error.replaceAll('_', '-')): BrokerAnswer {
  return { status, outcome, json: { error } };
}
