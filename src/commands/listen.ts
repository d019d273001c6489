import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A port that somebody else holds: said with the option that changes it. */
export class PortTaken extends Error {
  override readonly name = 'PortTaken';
  readonly port: number;
  constructor(port: number, option: string) {
    super(
      `Port ${port} is taken by another program. Stop that program, or choose another port with ${option}.`,
    );
    this.port = port;
  }
}

/** Listens on loopback and says which port it became (0 asks for a free one). Rejects with `PortTaken`. */
export function listen(server: Server, host: string, port: number, option: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortTaken(port, option) : error),
    );
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}
