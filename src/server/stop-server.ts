import type { Server } from 'node:http';

/**
 * Stops a server gracefully: nothing new is accepted, what is under way is answered, and after the given time whatever
 * is still open is cut. A code or a refresh token works once, so an answer thrown away is a session lost.
 */
export async function stopServer(server: Server, patience = 20_000): Promise<void> {
  const closed = new Promise<void>((done) => server.close(() => done()));
  // A connection kept alive is idle only once its answer is out.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  const cut = setTimeout(() => server.closeAllConnections(), patience);
  server.closeIdleConnections();
  await closed;
  clearInterval(sweep);
  clearTimeout(cut);
}
