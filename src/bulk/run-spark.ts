/** The views on Spark with Pathling, and their rows against those of the loaded folder. */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { BulkError } from './failure.ts';
import type { Spark } from './find-spark.ts';
import { packageFolder } from './package-folder.ts';

export interface SparkView {
  readonly name: string;
  readonly rows?: number;
  /** No file of its type is there. */
  readonly absent?: boolean;
  readonly failed?: string;
  /** Why it was not even tried. */
  readonly notRun?: string;
}

const script = join(packageFolder, 'src/bulk/spark_views.py');

/**
 * Settings for a Spark of one's own: it listens on this machine alone, shows no page, and what it writes is its owner's.
 * Whoever has a cluster names its settings (`SPARK_CONF_DIR`), and these are not used.
 */
const settings = (work: string): string =>
  [
    'spark.ui.enabled false',
    'spark.driver.bindAddress 127.0.0.1',
    'spark.driver.host 127.0.0.1',
    'spark.hadoop.fs.permissions.umask-mode 077',
    'spark.sql.parquet.compression.codec zstd',
    `spark.local.dir ${work}`,
  ].join('\n');

/** Starts the script and tells of each line that is its own. Rejects with `BulkError` where it does not end well. */
export async function startSpark(
  spark: Spark,
  argv: readonly string[],
  onFact: (fact: unknown) => void,
  signal: AbortSignal,
): Promise<void> {
  const work = await mkdtemp(join(tmpdir(), 'chartside-spark-'));
  try {
    await mkdir(join(work, 'conf'));
    await writeFile(join(work, 'conf', 'spark-defaults.conf'), settings(work));
    const child = spawn(spark.python, [script, ...argv], {
      stdio: ['ignore', 'pipe', 'ignore'],
      signal,
      env: {
        SPARK_CONF_DIR: join(work, 'conf'),
        SPARK_LOCAL_IP: '127.0.0.1',
        ...process.env,
        ...spark.environment,
      },
    });
    createInterface({ input: child.stdout }).on('line', (line) => {
      // Spark and Maven speak on the same stream.
      if (line.startsWith('chartside ')) onFact(JSON.parse(line.slice('chartside '.length)));
    });
    const status = await new Promise<number | null>((done) => {
      child.once('error', () => done(null));
      child.once('close', done);
    });
    if (signal.aborted) throw new BulkError({ kind: 'interrupted' });
    if (status !== 0)
      throw new BulkError({
        kind: 'setup',
        say:
          'Spark with Pathling ended before its time. At its first start it fetches its library from Maven Central ' +
          `(au.csiro.pathling:library-runtime:9.4.0). To see what it says: ${spark.python} ${script} FETCH`,
      });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/**
 * Runs the views of these files.
 * @param source folder or address of the NDJSON; @param target where each view becomes a folder of Parquet files, or of
 * `parts` folders of them by patient
 */
export async function runOnSpark(
  spark: Spark,
  wish: {
    readonly source: string;
    readonly target: string;
    readonly parts: number;
    readonly views: readonly string[];
    readonly onView?: (view: SparkView) => void;
  },
  signal: AbortSignal,
): Promise<readonly SparkView[]> {
  const found: SparkView[] = [];
  const onFact = (fact: unknown): void => {
    found.push(fact as SparkView);
    wish.onView?.(fact as SparkView);
  };
  await startSpark(spark, [wish.source, wish.target, String(wish.parts), ...wish.views], onFact, signal);
  return found;
}
