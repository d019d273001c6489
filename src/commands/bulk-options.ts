import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ledgerPath } from '#bulk/ledger.ts';
import { packageFolder } from '#bulk/package-folder.ts';
import { UsageError } from './options.ts';

export const bulkUsage = `npm run bulk -- COMMAND [options]

  keys --out DIR [--count 2] [--bits 3072|4096]
                        make keys: the private set for this machine alone, the public one (jwks.json) to be published
  keys --out DIR --rotate [--check URL]
                        the second key signs from now on, if it is in the published set at URL; a new one goes behind it
  jwks --check URL [--keys FILE]
                        fetch the published set and say what NextGen would refuse, or which of your keys it lacks
  token                 sign in, and say that it works
  groups                list the practice's groups
  group create --name NAME --patient ID …     make a group
  group show|delete ID
  group update ID [--name NAME] [--patient ID …] [--without ID …]
  patients [search] [--chart-number HF…] [--seen ge2025-01-01]
                        look up patients' ids
  export --out DIR (--group ID | --patients | --system) [--type T …] [--since INSTANT] [--again] [--parallel 4]
                        export into DIR; the same command again goes on where it broke off
  status --out DIR      how far the export in DIR is
  cancel --out DIR      have the server forget the export in DIR
  verify DIR            whether DIR still holds what was exported into it
  load DIR [--views DIR] [--parquet]
                        make tables of the export in DIR: chartside.duckdb, and Parquet files where wanted
  sql "SELECT …" [DIR] [--csv]
                        ask the tables of a loaded DIR (where you are)
  query [NAME] [DIR] [--csv] [--today 2026-11-30]
                        a ready question; without a name, which there are
  spark DIR [--views DIR] [--to ADDRESS] [--parts 1]
                        the same views on Apache Spark with Pathling, and their rows against the tables of a loaded DIR;
                        --parts N: each view's files in N folders, a patient's rows of every view in the same one
  spark --fetch         start it once, so that all it needs is here

Options of all that talk to a server:
  --server ID           which of bulk-config.json's servers (nextgen-office)
  --config FILE         the configuration (bulk-config.json where you are, else the one that comes with the package)
  --keys FILE           the private key set (CHARTSIDE_BULK_KEYS_FILE)
  --json                one JSON object on standard output, for machines
  --show-token          with "token": print it
  --help                this text

Ends with 0 done, 1 failed, 2 usage, 3 refused, 4 done in part (the server could not export some records, a view could
not be run, or a question needs records that did not come), 5 try later, 130 interrupted.
`;

export interface BulkOptions {
  readonly verb: string;
  /** What follows the verb without a name. */
  readonly rest: readonly string[];
  readonly server: string;
  readonly config: string;
  readonly keys: string | undefined;
  readonly json: boolean;
  readonly showToken: boolean;
  readonly out: string | undefined;
  readonly count: number;
  readonly bits: 3072 | 4096;
  readonly rotate: boolean;
  readonly check: string | undefined;
  readonly name: string | undefined;
  readonly patient: readonly string[];
  readonly without: readonly string[];
  readonly chartNumber: string | undefined;
  readonly seen: string | undefined;
  readonly group: string | undefined;
  readonly patients: boolean;
  readonly system: boolean;
  readonly types: readonly string[];
  readonly since: string | undefined;
  readonly again: boolean;
  /** The file that notes when exports were asked for. */
  readonly ledger: string;
  readonly parallel: number;
  readonly views: string | undefined;
  /** Where Spark writes: a folder, or an address that it knows how to write to. */
  readonly to: string | undefined;
  readonly fetch: boolean;
  /** Folders by patient into which Spark writes each view; 1: none. */
  readonly parts: number;
  readonly parquet: boolean;
  readonly csv: boolean;
  /** The day that questions are asked on, as 2026-11-30. */
  readonly today: string;
}

function whole(name: string, value: string, least: number, most: number): number {
  const number = Number(value);
  if (/^\d+$/.test(value) && number >= least && number <= most) return number;
  throw new UsageError(`${name} takes a whole number from ${least} to ${most}, not "${value}".`);
}

/** The configuration where the command is run, else the one that comes with the package. */
function ownConfig(): string {
  const own = 'bulk-config.json';
  return existsSync(own) ? own : join(packageFolder, own);
}

function localDay(now: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text);

/** How many words may follow a command: one more is a mistake (`groups delete 5` deletes nothing). */
const mostWords: Readonly<Record<string, number>> = {
  keys: 0,
  jwks: 0,
  token: 0,
  groups: 0,
  export: 0,
  patients: 1,
  status: 1,
  cancel: 1,
  verify: 1,
  load: 1,
  spark: 1,
  group: 2,
  sql: 2,
  query: 2,
};

function checkWords(verb: string, rest: readonly string[], out: string | undefined): void {
  const most = Object.hasOwn(mostWords, verb) ? (mostWords[verb] ?? 0) : rest.length;
  // Either names the folder.
  const taken = most === 1 && out !== undefined ? 0 : most;
  const isOther = verb === 'patients' && rest[0] !== undefined && rest[0] !== 'search';
  const surplus = isOther ? rest[0] : rest[verb === 'group' && rest[0] === 'create' ? 1 : taken];
  if (surplus !== undefined) throw new UsageError(`"${verb}" does not take "${surplus}".`);
}

/** Reads the command line. Anything unknown throws `UsageError`. `CHARTSIDE_BULK_KEYS_FILE` stands in for --keys. */
export function bulkOptions(argv: readonly string[], environment: NodeJS.ProcessEnv): BulkOptions | 'help' {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const list = { type: 'string', multiple: true, default: [] as string[] } as const;
  let parsed;
  try {
    parsed = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        server: { type: 'string', default: 'nextgen-office' },
        config: text,
        keys: text,
        json: flag,
        'show-token': flag,
        out: text,
        count: { type: 'string', default: '2' },
        bits: { type: 'string', default: '3072' },
        rotate: flag,
        check: text,
        name: text,
        patient: list,
        without: list,
        'chart-number': text,
        seen: text,
        group: text,
        patients: flag,
        system: flag,
        type: list,
        since: text,
        again: flag,
        parallel: { type: 'string', default: '4' },
        views: text,
        to: text,
        fetch: flag,
        parts: { type: 'string', default: '1' },
        parquet: flag,
        csv: flag,
        today: text,
        help: flag,
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  const { values, positionals } = parsed;
  const [verb, ...rest] = positionals;
  if (values.help || verb === undefined) return 'help';
  checkWords(verb, rest, values.out);
  if (values.bits !== '3072' && values.bits !== '4096')
    throw new UsageError('--bits takes 3072 or 4096: NextGen accepts no others.');
  const types = values.type.flatMap((each) => each.split(',')).filter(Boolean);
  const odd = types.find((type) => !/^[A-Z][A-Za-z]{1,63}$/.test(type));
  if (odd !== undefined)
    throw new UsageError(`--type takes FHIR types such as Patient or Observation, not "${odd}".`);
  const { since } = values;
  if (since !== undefined && (Number.isNaN(Date.parse(since)) || !/T.*(Z|[+-]\d\d:\d\d)$/.test(since))) {
    throw new UsageError('--since takes an instant with a time zone, such as 2026-11-01T00:00:00Z.');
  }
  const { seen } = values;
  if (seen !== undefined && !isDay(seen.replace(/^(eq|ge|gt|le|lt)/, '')))
    throw new UsageError('--seen takes a day after eq, ge, gt, le or lt, such as ge2025-01-01.');
  const { today = localDay(new Date()) } = values;
  if (!isDay(today)) throw new UsageError('--today takes a day, such as 2026-11-30.');
  if (values.csv && values.json) throw new UsageError('An answer comes as --csv or as --json, not both.');
  return {
    verb,
    rest,
    server: values.server,
    config: values.config ?? ownConfig(),
    keys: values.keys ?? environment['CHARTSIDE_BULK_KEYS_FILE'],
    json: values.json,
    showToken: values['show-token'],
    out: values.out,
    count: whole('--count', values.count, 1, 10),
    bits: values.bits === '3072' ? 3072 : 4096,
    rotate: values.rotate,
    check: values.check,
    name: values.name,
    patient: values.patient.flatMap((each) => each.split(',')).filter(Boolean),
    without: values.without.flatMap((each) => each.split(',')).filter(Boolean),
    chartNumber: values['chart-number'],
    seen,
    group: values.group,
    patients: values.patients,
    system: values.system,
    types,
    since,
    again: values.again,
    ledger: ledgerPath(environment),
    parallel: whole('--parallel', values.parallel, 1, 16),
    views: values.views,
    to: values.to,
    fetch: values.fetch,
    parts: whole('--parts', values.parts, 1, 10_000),
    parquet: values.parquet,
    csv: values.csv,
    today,
  };
}
