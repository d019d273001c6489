/**
 * Connections over which files come. Node reads into a new buffer each time, and copies what an answer's body is out of it:
 * of half a gigabyte ten thousand buffers are left to the garbage collector, a fifth of an export's processor time. These
 * read into one buffer a connection (`onread` of `net.Socket` and `tls.connect`).
 */
import { Agent as PlainAgent, type AgentOptions, type IncomingMessage } from 'node:http';
import { Agent as SecureAgent } from 'node:https';
import type { OnReadOpts } from 'node:net';
import type { Duplex } from 'node:stream';

/** Read at one go, in bytes. */
const readSize = 1 << 18;

const reused = new WeakSet<ArrayBufferLike>();

/** A buffer that is read into again and again: what lies in it is nobody's for longer than the moment. */
export function readInto(size = readSize): Buffer {
  const buffer = Buffer.allocUnsafeSlow(size);
  reused.add(buffer.buffer);
  return buffer;
}

type Connect = (options: object) => Duplex | null | undefined;

/** A connection that reads into one buffer and tells of it as of any other piece. */
function connectReading(connect: Connect, options: object): Duplex | null | undefined {
  const buffer = readInto();
  let socket: Duplex | null | undefined;
  const onread: OnReadOpts = {
    buffer,
    callback(size) {
      socket?.emit('data', buffer.subarray(0, size));
      return true;
    },
  };
  socket = connect({ ...options, onread });
  return socket;
}

class Plain extends PlainAgent {
  override createConnection(options: object): Duplex | null | undefined {
    return connectReading((all) => super.createConnection(all as never), options);
  }
}

class Secure extends SecureAgent {
  override createConnection(options: object): Duplex | null | undefined {
    return connectReading((all) => super.createConnection(all as never), options);
  }
}

const kept: AgentOptions = { keepAlive: true };
export const plainAgent: PlainAgent = new Plain(kept);
export const secureAgent: SecureAgent = new Secure(kept);

/**
 * What of an answer's body still lies in the buffer that is read into next is copied before it waits anywhere. Node's
 * parser hands out copies, so that this costs nothing; it does not promise to.
 */
export function ownPieces(response: IncomingMessage): IncomingMessage {
  const push = response.push.bind(response);
  response.push = (piece: unknown, encoding?: BufferEncoding) =>
    push(Buffer.isBuffer(piece) && reused.has(piece.buffer) ? Buffer.from(piece) : piece, encoding);
  return response;
}
