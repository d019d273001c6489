/**
 * Faults below HTTP. A handler of the sandbox is a `(Request) → Response`, and a `Response` cannot say "close the
 * socket now"; so a handler marks its answer here, and the Node adapter asks before it writes.
 *
 * What the adapter does with a marked answer:
 * - `drop`: destroys the socket without writing a byte (status and body of the answer are only for the log).
 * - `stall`: writes status and headers, `Content-Length` of the whole body included, then nothing, and leaves the
 *   socket open until the client gives up or the server stops.
 * - `truncate`: writes status, headers with the `Content-Length` of the *whole* body, half of the body's bytes
 *   (rounded down), then destroys the socket.
 * - `half-close`: writes status and headers, `Content-Length` of the whole body included, then closes its own side.
 *
 * The mark is not a header, so nothing of it can reach the client. A marked answer still carries its whole status,
 * headers and body: a caller in the same process (a unit test) that does not look at marks sees the right answer.
 */
export type SocketFault = 'drop' | 'stall' | 'truncate' | 'half-close';

const marks = new WeakMap<Response, SocketFault>();

/** Marks `response`; returns the same object. Mark last: `new Response(…)` or `clone()` loses the mark. */
export function markSocketFault(response: Response, fault: SocketFault): Response {
  marks.set(response, fault);
  return response;
}

/** The fault to play for an answer; undefined = write it as it is. */
export function socketFaultOf(response: Response): SocketFault | undefined {
  return marks.get(response);
}
