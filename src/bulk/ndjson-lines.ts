/** The lines of an NDJSON file, one after another, whatever its size. */
import { createReadStream } from 'node:fs';

const lineFeed = 0x0a;

/** Split at line feeds alone: the other line ends that `readline` knows are letters inside a JSON text. Blank lines are left out. */
export async function* ndjsonLines(path: string): AsyncGenerator<string> {
  let rest: Buffer[] = [];
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, from)) {
      const line = Buffer.concat([...rest, chunk.subarray(from, end)]).toString('utf8');
      rest = [];
      from = end + 1;
      if (line.trim() !== '') yield line;
    }
    if (from < chunk.length) rest.push(chunk.subarray(from));
  }
  const last = Buffer.concat(rest).toString('utf8');
  if (last.trim() !== '') yield last;
}
