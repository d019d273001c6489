import { parseArgs } from 'node:util';

/** What `npm start` and `npm run dev` take after `--`. */
export interface StartOptions {
  readonly appPort: number;
  readonly ehrPort: number;
  readonly fhirPort: number;
  /** Folders of FHIR JSON served as further patients. */
  readonly dataDirs: readonly string[];
  /** The FHIR version of all of them; undefined = by what is in them. */
  readonly dataVersion: DataVersion | undefined;
  readonly config: string;
  /** The public key set of a client of the sandbox's bulk server. */
  readonly bulkKeys: string | undefined;
  /** Made-up patients that the bulk server has beside the cast. */
  readonly bulkPatients: number;
}

export const startUsage = `Options:
  --data DIR         serve a folder of FHIR JSON (resources, Bundles, NDJSON) as further patients; may be repeated
  --data-version V   the FHIR version of those folders: R4, STU3 or DSTU2 (found by what is in them)
  --port N           the app (4200)
  --ehr-port N       the sandbox's EHR and identity server (4201)
  --fhir-port N      the sandbox's FHIR server (4202)
  --config FILE      the configuration (smart-config.json)
  --bulk-jwks FILE   the public key set of your bulk client, for the sandbox's bulk server (docs/bulk.md)
  --bulk-patients N  so many made-up patients beside the cast in it (0)
  --help             this text
`;

/** A command line that cannot be followed: the sentence says why. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

function port(name: string, value: string): number {
  const number = Number(value);
  if (!/^\d{1,5}$/.test(value) || number > 65_535)
    throw new UsageError(`${name} takes a port number, not "${value}".`);
  return number;
}

const versions = ['R4', 'STU3', 'DSTU2'] as const;
export type DataVersion = (typeof versions)[number];

function version(value: string): DataVersion {
  const known = versions.find((one) => one === value.toUpperCase());
  if (known === undefined) throw new UsageError(`--data-version takes R4, STU3 or DSTU2, not "${value}".`);
  return known;
}

function patients(value: string): number {
  if (!/^\d{1,7}$/.test(value))
    throw new UsageError(`--bulk-patients takes a number of patients, not "${value}".`);
  return Number(value);
}

/** Reads the command line. `help` is asked for by name; anything unknown throws `UsageError`. */
export function startOptions(argv: readonly string[]): StartOptions | 'help' {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...argv],
      options: {
        data: { type: 'string', multiple: true, default: [] },
        'data-version': { type: 'string' },
        port: { type: 'string', default: '4200' },
        'ehr-port': { type: 'string', default: '4201' },
        'fhir-port': { type: 'string', default: '4202' },
        config: { type: 'string', default: 'smart-config.json' },
        'bulk-jwks': { type: 'string' },
        'bulk-patients': { type: 'string', default: '0' },
        help: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  if (values.help) return 'help';
  return {
    appPort: port('--port', values.port),
    ehrPort: port('--ehr-port', values['ehr-port']),
    fhirPort: port('--fhir-port', values['fhir-port']),
    dataDirs: values.data,
    dataVersion: values['data-version'] === undefined ? undefined : version(values['data-version']),
    config: values.config,
    bulkKeys: values['bulk-jwks'],
    bulkPatients: patients(values['bulk-patients']),
  };
}
