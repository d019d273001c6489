/**
 * `npm run bench -- bulk [--patients N]`: an export of so many made-up patients from the sandbox's bulk server, in turn
 * with curl fetching the same files, and the loading of as many (`bulk-load.ts`; `--no-load` leaves that out). Server,
 * export and curl are processes of their own. `--quiet 30`: rounds in which other programs took more than 30 % of the
 * machine are done again. Of the export two times are measured: the fetching, from the list of the files to the last of them
 * on the disk (synced, which curl's are not), against curl from its start to its end; and the whole command, from the start
 * of Node and the sign-in to the deletion of the job. Before each, what the one before fetched is deleted and the disk at
 * rest: memory and disk are the same for both.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { bulkLoadFigures } from './bulk-load.ts';
import { type Work, watched } from './other-work.ts';
import { asJson, atLeast, atMost, median, table, type Figure } from './figures.ts';

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly seconds: number;
  /** The most memory it held at once, in MB (Linux); NaN where that is not told. */
  readonly peak: number;
  /** Seconds from its first line about fetching to its last; those of all of it where it says nothing of that. */
  readonly fetching: number;
}

/** What `export` says when it has the list of files, and after each of them. */
const fetchingLine = /\d+ (?:of \d+ )?files, /;

/** What a process held at most so far: the kernel keeps count. */
async function peakOf({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? Number.NaN) / 1024;
}

async function run(command: string, argv: readonly string[], input = ''): Promise<Ended> {
  const began = performance.now();
  const child = spawn(command, argv, { stdio: ['pipe', 'pipe', 'pipe'] });
  let [out, err] = ['', ''];
  let peak = Number.NaN;
  child.stdout.on('data', (chunk: Buffer) => void (out += chunk.toString('utf8')));
  let [first, last]: (number | undefined)[] = [];
  child.stderr.on('data', (chunk: Buffer) => {
    const said = chunk.toString('utf8');
    if (fetchingLine.test(said)) {
      last = performance.now();
      first ??= last;
    }
    err = (err + said).slice(-2000);
  });
  child.stdin.end(input);
  const watch = setInterval(() => {
    void peakOf(child).then((now) => {
      if (!Number.isNaN(now)) peak = now;
    });
  }, 50);
  const code = await new Promise<number | null>((done) => child.once('close', done));
  clearInterval(watch);
  if (code !== 0) throw new Error(`${command} ended with ${code}: ${err}`);
  const seconds = (performance.now() - began) / 1000;
  const fetching = first === undefined || last === undefined ? seconds : (last - first) / 1000;
  return { code, out, seconds, peak, fetching };
}

interface Served {
  readonly base: string;
  readonly tokenEndpoint: string;
  readonly pid: number;
  stop(): void;
}

/** The sandbox in a process of its own, as `npm start` runs it. */
async function serve(keySet: string, patients: number): Promise<Served> {
  const child = spawn(process.execPath, [resolve('bench/bulk-server.ts'), keySet, String(patients)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const told = await new Promise<string>((found, failed) => {
    child.stdout.once('data', (chunk: Buffer) => found(chunk.toString('utf8')));
    child.once('exit', () => failed(new Error('The sandbox did not start.')));
  });
  const at = JSON.parse(told) as { readonly base: string; readonly tokenEndpoint: string };
  return { ...at, pid: child.pid ?? 0, stop: () => void child.kill() };
}

interface Manifest {
  readonly output: readonly { readonly type: string; readonly url: string; readonly count: number }[];
}

/** An export as curl's user would prepare it: begun, waited for, its files listed. */
async function prepared({ base }: Served, token: string): Promise<Manifest> {
  const headers = {
    Authorization: `Bearer ${token}`,
    Accept: 'application/fhir+json',
    Prefer: 'respond-async',
  };
  const begun = await fetch(`${base}/$export`, { headers });
  const location = new URL(begun.headers.get('content-location') ?? '', `${base}/`);
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- asked until it is there
    const answer = await fetch(location, { headers });
    // oxlint-disable-next-line no-await-in-loop -- as above
    if (answer.status === 200) return (await answer.json()) as Manifest;
    // oxlint-disable-next-line no-await-in-loop -- as above
    await new Promise((later) => setTimeout(later, 1000));
  }
}

/** Seconds that curl takes for the same files, four at a time, onto the same disk. */
async function byCurl(served: Served, folder: string, token: string): Promise<Ended> {
  const { output } = await prepared(served, token);
  const lines = output.flatMap(({ url }, index) => [
    `url = "${url}"`,
    `output = "${join(folder, `${index}.ndjson`)}"`,
  ]);
  const config = [`header = "Authorization: Bearer ${token}"`, 'fail', 'silent', ...lines].join('\n');
  // By standard input: a token in the arguments is there for everybody on the machine to read.
  return run('curl', ['--parallel', '--parallel-max', '4', '--config', '-'], config);
}

type Ran = Ended &
  Work & {
    /** Seconds that summing and counting the files, and having the disk take them, cost beside the fetching. */
    readonly checking: number;
  };

interface Measured {
  readonly figures: readonly Figure[];
  readonly bytes: number;
  /** Of the whole command, the median. */
  readonly seconds: number;
  /** MB, the most of any round. */
  readonly peak: number;
}

/** Rounds that are tried for each that is wanted, where only a quiet machine counts. */
const mostTries = 12;

/**
 * The figures for `patients` made-up patients, `rounds` times each way.
 * @param quiet a round in which other programs took more than so many per cent of the machine is not counted
 */
export async function bulkFigures(patients: number, rounds: number, quiet: number): Promise<Measured> {
  const work = await mkdtemp(join(tmpdir(), 'chartside-bench-bulk-'));
  // As built: what strips the types off sources holds memory of its own.
  const command = resolve('src/commands/chartside.mjs');
  const node = (...argv: readonly string[]): Promise<Ended> =>
    run(process.execPath, [command, 'bulk', ...argv]);
  const keys = join(work, 'keys');
  await node('keys', '--out', keys);
  const served = await serve(join(keys, 'jwks.json'), patients);
  try {
    const server = {
      id: 'bench',
      label: 'Bench',
      base: served.base,
      tokenEndpoint: served.tokenEndpoint,
      clientId: 'chartside-sandbox-bulk',
      scope: 'system/*.read',
    };
    const config = join(work, 'bulk-config.json');
    await writeFile(config, JSON.stringify({ servers: [server] }));
    const common = [
      '--config',
      config,
      '--server',
      'bench',
      '--keys',
      join(keys, 'private-keys.json'),
      '--json',
    ];
    const out = join(work, 'export');
    const byHand = join(work, 'curl');
    /** The whole command. */
    const ours = async (): Promise<Ran> => {
      await run('sync', []);
      const { result, work: took } = await watched(served.pid, () =>
        node('export', '--system', '--again', '--out', out, ...common),
      );
      await rm(out, { recursive: true });
      return { ...result, ...took, checking: 0 };
    };
    const curl = async (): Promise<Ran> => {
      await mkdir(byHand, { recursive: true });
      const { out: told } = await node('token', '--show-token', ...common);
      const { token } = JSON.parse(told) as { readonly token: string };
      await run('sync', []);
      const { result, work: took } = await watched(served.pid, () => byCurl(served, byHand, token));
      // What an export does on the way, by the usual tools.
      const { seconds: checking } = await run('sh', [
        '-c',
        'sha256sum "$0"/* && wc -l "$0"/* && sync -d "$0"/*',
        byHand,
      ]);
      if ((await stat(join(byHand, '0.ndjson'))).size === 0) throw new Error('curl fetched nothing.');
      await rm(byHand, { recursive: true });
      return { ...result, ...took, checking };
    };
    const kept: (readonly [mine: Ran, theirs: Ran])[] = [];
    for (let tried = 1; kept.length < rounds && tried <= mostTries * rounds; tried += 1) {
      /* oxlint-disable no-await-in-loop -- one after the other, each first in turn */
      const isFirst = tried % 2 === 0;
      const before = isFirst ? await ours() : undefined;
      const theirs = await curl();
      const mine = before ?? (await ours());
      const others = [mine, theirs].map((one) => one.others);
      const isKept = !others.some((share) => share > quiet);
      process.stderr.write(
        `${mine.fetching.toFixed(2)} s of ${mine.seconds.toFixed(2)} s, curl ${theirs.seconds.toFixed(2)} s, others took ` +
          `${others.map(Math.round).join(' and ')} % of the machine${isKept ? '' : ': not counted'}\n`,
      );
      if (isKept) kept.push([mine, theirs]);
      /* oxlint-enable no-await-in-loop */
    }
    if (kept.length === 0) throw new Error('The machine was never as quiet as that.');
    const of = (what: (mine: Ran, theirs: Ran) => number): number =>
      median(kept.map(([mine, theirs]) => what(mine, theirs)));
    const bytes = (JSON.parse(kept[0]?.[0].out ?? '') as { readonly bytes: number }).bytes;
    const name = `bulk: export of ${patients.toLocaleString('en-US')} patients`;
    const peak = Math.max(...kept.map(([mine]) => mine.peak));
    const figures = [
      atMost(`${name}, size`, bytes / 1e9, 'GB'),
      atMost(
        `${name}, rate of the fetching`,
        of((mine) => bytes / 1e6 / mine.fetching),
        'MB/s',
      ),
      atLeast(
        `${name}, rate against curl fetching the same files`,
        of((mine, theirs) => (100 * theirs.seconds) / mine.fetching),
        '%',
        90,
      ),
      atMost(
        `${name}, the whole command`,
        of((mine) => mine.seconds),
        's',
      ),
      atMost(
        `${name}, the whole command against curl`,
        of((mine, theirs) => (100 * theirs.seconds) / mine.seconds),
        '%',
      ),
      atMost(
        `${name}, the whole command against curl, then sha256sum, wc and sync`,
        of((mine, theirs) => (100 * (theirs.seconds + theirs.checking)) / mine.seconds),
        '%',
      ),
      atMost(`${name}, peak memory`, peak, 'MB', 200),
      atMost(
        `${name}, processor time`,
        of((mine) => mine.own),
        's',
      ),
      atMost(
        `${name}, processor time of curl`,
        of((_, theirs) => theirs.own),
        's',
      ),
      atMost(
        `${name}, what others took of the machine`,
        of((mine, { others }) => (mine.others + others) / 2),
        '%',
      ),
      atMost(`${name}, rounds`, kept.length, ''),
    ];
    return { figures, bytes, peak, seconds: of((mine) => mine.seconds) };
  } finally {
    served.stop();
    await rm(work, { recursive: true, force: true });
  }
}

/** Whether an export grows as the data does, for each number of patients beside the one before. */
function growth(exports: readonly (readonly [patients: number, measured: Measured])[]): readonly Figure[] {
  return exports.slice(1).flatMap(([patients, now], at) => {
    const [fewer, before] = exports[at] ?? [patients, now];
    const name = `bulk: export, ${patients / fewer} times the patients`;
    const most = (1.2 * now.bytes) / before.bytes;
    return [
      atMost(`${name}: data`, now.bytes / before.bytes, '×'),
      atMost(`${name}: time`, now.seconds / before.seconds, '×', Math.round(most * 100) / 100),
      atMost(`${name}: peak memory`, now.peak / before.peak, '×', 1.2),
    ];
  });
}

/** The command line of `npm run bench -- bulk`. */
export async function benchBulk(argv: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      patients: { type: 'string', multiple: true, default: ['10000'] },
      rounds: { type: 'string', default: '3' },
      json: { type: 'string' },
      quiet: { type: 'string', default: '100' },
      'no-load': { type: 'boolean', default: false },
    },
  });
  const figures: Figure[] = [];
  const exports: (readonly [patients: number, measured: Measured])[] = [];
  for (const patients of values.patients.map(Number)) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, or each would measure the other
    const measured = await bulkFigures(patients, Number(values.rounds), Number(values.quiet));
    exports.push([patients, measured]);
    figures.push(...measured.figures);
    // oxlint-disable-next-line no-await-in-loop -- as above
    if (!values['no-load']) figures.push(...(await bulkLoadFigures(patients)));
  }
  figures.push(...growth(exports));
  process.stdout.write(`${table(figures)}\n\nMedians, export and curl in turn.\n`);
  if (values.json !== undefined) await writeFile(values.json, asJson(figures));
}
