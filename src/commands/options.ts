import { parseArgs } from 'node:util';

/** What `npm start` and `npm run dev` take after `--`. */
export interface StartOptions {
  readonly appPort: number;
  readonly ehrPort: number;
  readonly fhirPort: number;
  /** Folders of FHIR R4 JSON served as further patients. */
  readonly dataDirs: readonly string[];
  readonly config: string;
}

export const startUsage = `Options:
  --data DIR         serve a folder of FHIR R4 JSON (resources, Bundles, NDJSON) as further patients; may be repeated
  --port N           the app (4200)
  --ehr-port N       the sandbox's EHR and identity server (4201)
  --fhir-port N      the sandbox's FHIR server (4202)
  --config FILE      the configuration (smart-config.json)
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

/** Reads the command line. `help` is asked for by name; anything unknown throws `UsageError`. */
export function startOptions(argv: readonly string[]): StartOptions | 'help' {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...argv],
      options: {
        data: { type: 'string', multiple: true, default: [] },
        port: { type: 'string', default: '4200' },
        'ehr-port': { type: 'string', default: '4201' },
        'fhir-port': { type: 'string', default: '4202' },
        config: { type: 'string', default: 'smart-config.json' },
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
    config: values.config,
  };
}
