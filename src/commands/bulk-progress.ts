import type { ExportEvent } from '#bulk/export-event.ts';

/** Where progress is told: standard error, as a rule. */
export interface ProgressStream {
  /** It shows one line, written over again and again. */
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

export interface Progress {
  onEvent(event: ExportEvent): void;
  /** Ends the line that is being written over. */
  end(): void;
}

const width = 24;

function bar(percent: number | undefined): string {
  if (percent === undefined) return '';
  const full = Math.round((width * percent) / 100);
  return `[${'#'.repeat(full)}${'.'.repeat(width - full)}] `;
}

export function megabytes(bytes: number): string {
  return bytes < 1e6
    ? `${Math.ceil(bytes / 1e3)} kB`
    : bytes < 1e9
      ? `${(bytes / 1e6).toFixed(1)} MB`
      : `${(bytes / 1e9).toFixed(2)} GB`;
}

/** Writes over the line of a terminal, as much as has room there; elsewhere nothing. */
export function writeOver(stream: ProgressStream, line: string): void {
  if (stream.isTTY === true) stream.write(`\r\u001b[2K${line.slice(0, (stream.columns ?? 80) - 1)}`);
}

/** Tells of an export on a stream: over one line on a terminal, a line a step elsewhere. `now` in milliseconds. */
export function progressOn(stream: ProgressStream, now: () => number = Date.now): Progress {
  const isTerminal = stream.isTTY === true;
  let bytes = 0;
  let files = 0;
  let done = 0;
  let last = '';
  let lastAt = Number.NEGATIVE_INFINITY;
  const say = (line: string, isStep: boolean): void => {
    if (isTerminal) {
      // Bytes come many times a second; eyes do not.
      if (!isStep && now() - lastAt < 200) return;
      lastAt = now();
      writeOver(stream, line);
    } else if (isStep && line !== last) stream.write(`${line}\n`);
    last = line;
  };
  return {
    onEvent(event) {
      switch (event.kind) {
        case 'begun':
          return say(`The export has begun; its folder is ${event.folder}.`, true);
        case 'resumed':
          return say(`Going on with the export in ${event.folder}.`, true);
        case 'preparing': {
          const { said, percent } = event.progress;
          return say(
            `${bar(percent)}The server prepares the export${said === undefined ? '' : `: ${said}`}`,
            true,
          );
        }
        case 'fetching':
          ({ files, done } = event);
          return say(`${files} files, ${done} of them here already`, true);
        case 'bytes':
          bytes += event.count;
          // Many times a second, and only a terminal shows them.
          if (!isTerminal) return;
          return say(
            `${bar(files === 0 ? undefined : (100 * done) / files)}${done} of ${files} files, ${megabytes(bytes)}`,
            false,
          );
        case 'file':
          ({ done } = event);
          return say(
            `${bar((100 * done) / Math.max(1, files))}${done} of ${files} files, ${megabytes(bytes)}: ${event.name}`,
            true,
          );
      }
    },
    end() {
      if (isTerminal && last !== '') stream.write('\n');
    },
  };
}
