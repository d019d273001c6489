/**
 * `npm run fuzz`: what strangers send us, made bad in thousands of ways, through the readers and onto the page. Prints
 * its seed first, each way of breaking with an input to paste into `src/fuzz/found.test.ts`, and ends on
 * `fuzz: N kinds, M runs, N crashes`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { type FuzzOptions, fuzzOptions, fuzzUsage } from './fuzz-options.ts';
import { UsageError } from './options.ts';

const root = resolve(import.meta.dirname, '../..');

/** A case that shows no progress for so long never will. */
const longestSilence = 60_000;

type Told =
  | { readonly what: 'kinds'; readonly kinds: readonly string[] }
  | { readonly what: 'begun'; readonly kind: string }
  | {
      readonly what: 'ran';
      readonly kind: string;
      readonly runs: number;
      readonly milliseconds: number;
      readonly slowest: number;
      readonly slowestCase: number;
      readonly crashes: readonly {
        readonly sentence: string;
        readonly stack: string;
        readonly input: string;
      }[];
    }
  | { readonly what: 'case'; readonly text: string };

interface Tally {
  kinds: number;
  runs: number;
  crashes: number;
}

/** Views and readers as the app has them, made runnable outside a browser. */
async function buildWorker(): Promise<{ readonly file: URL; readonly remove: () => void }> {
  // React as people get it, also where a test runner started this.
  process.env['NODE_ENV'] = 'production';
  // Inside the project, so that its packages are found.
  const outDir = mkdtempSync(join(root, 'node_modules', '.fuzz-'));
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: [react()],
    define: { FHIRCLIENT_PURE: 'true' },
    build: {
      ssr: join(root, 'src/fuzz/worker.ts'),
      outDir,
      target: 'node24',
      sourcemap: true,
      minify: false,
      copyPublicDir: false,
    },
  });
  return {
    file: pathToFileURL(join(outDir, 'worker.js')),
    remove: () => rmSync(outDir, { recursive: true, force: true }),
  };
}

function startWorker(file: URL, work: object): Worker {
  return new Worker(file, {
    workerData: work,
    execArgv: ['--enable-source-maps'],
    env: { ...process.env, NODE_ENV: 'production', TZ: 'UTC' },
  });
}

function printCrash(kind: string, sentence: string, stack: string, input: string): void {
  process.stdout.write(`\n${kind}: ${sentence}\n${stack}\n`);
  process.stdout.write(
    `To keep it, add to src/fuzz/found.test.ts:\n  [${JSON.stringify(kind)}, ${JSON.stringify(input)}],\n`,
  );
}

/** The input of one case, from a thread of its own that only makes it. */
function caseOf(file: URL, options: FuzzOptions, kind: string, tell: number): Promise<string> {
  const worker = startWorker(file, { ...options, kinds: [kind], tell, beat: new Int32Array(2) });
  return new Promise((done, fail) => {
    worker.once('error', fail);
    worker.once('message', (told: Told) => done(told.what === 'case' ? told.text : ''));
  });
}

/** Runs kinds in one thread. Resolves with the kind that hung, or undefined where all came to their end. */
function runKinds(
  file: URL,
  options: FuzzOptions,
  tally: Tally,
  known: Set<string>,
): Promise<{ readonly kind: string; readonly number: number } | undefined> {
  const beat = new Int32Array(new SharedArrayBuffer(8));
  const worker = startWorker(file, { ...options, beat });
  let current = '';
  let last = -1;
  let since = Date.now();
  return new Promise((done, fail) => {
    const watch = setInterval(() => {
      const now = Atomics.load(beat, 1);
      if (now !== last || current === '') {
        last = now;
        since = Date.now();
      } else if (Date.now() - since > longestSilence) {
        void worker.terminate();
      }
    }, 500);
    worker.on('message', (told: Told) => {
      if (told.what === 'kinds') for (const kind of told.kinds) known.add(kind);
      if (told.what === 'begun') current = told.kind;
      if (told.what !== 'ran') return;
      current = '';
      tally.kinds += 1;
      tally.runs += told.runs;
      tally.crashes += told.crashes.length;
      const seconds = (told.milliseconds / 1000).toFixed(1);
      process.stdout.write(
        `${told.kind}: ${told.runs} runs, ${told.crashes.length} crashes (${seconds} s, the slowest case ${Math.round(told.slowest)} ms, number ${told.slowestCase})\n`,
      );
      for (const { sentence, stack, input } of told.crashes) printCrash(told.kind, sentence, stack, input);
    });
    worker.once('error', (error) => {
      clearInterval(watch);
      fail(error);
    });
    // A promise that nobody will ever keep ends the thread in the middle of its work.
    worker.once('exit', () => {
      clearInterval(watch);
      done(current === '' ? undefined : { kind: current, number: Atomics.load(beat, 0) });
    });
  });
}

async function main(): Promise<void> {
  const options = fuzzOptions(process.argv.slice(2));
  if (options === 'help') {
    process.stdout.write(fuzzUsage);
    return;
  }
  process.stdout.write(`fuzz: seed ${options.seed}, ${options.runs} runs a kind\n`);
  const { file, remove } = await buildWorker();
  const tally: Tally = { kinds: 0, runs: 0, crashes: 0 };
  const known = new Set<string>();
  try {
    let kinds = options.kinds;
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop -- after a hung kind the others still run
      const hung = await runKinds(file, { ...options, kinds }, tally, known);
      if (hung === undefined) break;
      tally.kinds += 1;
      tally.crashes += 1;
      // oxlint-disable-next-line no-await-in-loop -- as above
      const input = await caseOf(file, options, hung.kind, hung.number);
      printCrash(hung.kind, `Case ${hung.number} never ends.`, '', input);
      const all = [...(kinds ?? known)];
      kinds = all.slice(all.indexOf(hung.kind) + 1);
      if (kinds.length === 0) break;
    }
  } finally {
    remove();
  }
  const strange = options.kinds?.find((kind) => !known.has(kind));
  if (strange !== undefined)
    throw new UsageError(`There is no kind "${strange}". There are: ${[...known].join(', ')}.`);
  process.stdout.write(`\nfuzz: ${tally.kinds} kinds, ${tally.runs} runs, ${tally.crashes} crashes\n`);
  process.exitCode = tally.crashes === 0 ? 0 : 1;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  if (error instanceof UsageError) process.stderr.write(`\n${fuzzUsage}`);
  process.exit(1);
});
