/** The broker's log: one line of JSON a request, made of our own words alone. */

export interface LogEntry {
  readonly now: number;
  /** Node reads no request whose method is not one of HTTP's own. */
  readonly method: string | undefined;
  /** One of the broker's own routes, never the address as sent: it could hold anything. */
  readonly route: string;
  /** Id of a system in the registry. */
  readonly system: string | undefined;
  readonly status: number;
  readonly ms: number;
  readonly outcome: string;
}

/** The line. It has no address, session id, cookie, code, token or anything else that was sent. */
export function logLine({ now, method, route, system, status, ms, outcome }: LogEntry): string {
  return JSON.stringify({
    time: new Date(now).toISOString(),
    method,
    route,
    system,
    status,
    ms,
    outcome,
  });
}
