/**
 * `npm run keycloak`: the app and the made-up EHR with a real Keycloak as the sign-in server, the one NextGen Office
 * uses. Fetches it on first use (docs/keycloak.md). Ctrl-C ends everything.
 */
import { parseArgs } from 'node:util';
import { patientLogins, providers } from '#sandbox/cast.ts';
import type { Generation } from './keycloak/generations.ts';
import { UsageError } from './options.ts';
import { runCommand } from './run-command.ts';
import {
  backendClientId,
  fetchKeycloak,
  startWithKeycloak,
  type RunningWithKeycloak,
} from './start-keycloak.ts';

const usage = `npm run keycloak -- [options]

Options:
  --generation 16|26        Keycloak 16.1.1, nearest to NextGen Office's (the default), or 26.7.3
  --access-token-seconds N  how long access tokens live (300)
  --bulk-jwks FILE          the public keys of a backend service: "npm run bulk" can then sign in
  --fetch                   fetch and unpack it, start nothing
  --port N                  the app (4200)
  --ehr-port N              the EHR (4201)
  --fhir-port N             the FHIR server (4202)
  --help                    this text
`;

function whole(name: string, value: string, most: number): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || number > most) throw new UsageError(`${name} takes a number, not "${value}".`);
  return number;
}

function readOptions(argv: readonly string[]) {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...argv],
      options: {
        generation: { type: 'string', default: '16' },
        'access-token-seconds': { type: 'string', default: '300' },
        'bulk-jwks': { type: 'string' },
        fetch: { type: 'boolean', default: false },
        port: { type: 'string', default: '4200' },
        'ehr-port': { type: 'string', default: '4201' },
        'fhir-port': { type: 'string', default: '4202' },
        help: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  const generation = whole('--generation', values.generation, 99);
  if (generation !== 16 && generation !== 26)
    throw new UsageError(`--generation takes 16 or 26, not "${values.generation}".`);
  return {
    ...values,
    generation: generation as Generation,
    accessTokenSeconds: whole('--access-token-seconds', values['access-token-seconds'], 86_400),
    bulkJwks: values['bulk-jwks'],
    appPort: whole('--port', values.port, 65_535),
    ehrPort: whole('--ehr-port', values['ehr-port'], 65_535),
    fhirPort: whole('--fhir-port', values['fhir-port'], 65_535),
  };
}

async function main(): Promise<void> {
  const { fetch: onlyFetch, help, bulkJwks, ...options } = readOptions(process.argv.slice(2));
  if (help) {
    process.stdout.write(usage);
    return;
  }
  if (onlyFetch) {
    const { home } = await fetchKeycloak(options.generation);
    process.stdout.write(`Keycloak is in ${home}.\n`);
    return;
  }
  // Ctrl-C ends everything in whatever state it is; what was started ends with the process.
  let running: RunningWithKeycloak | undefined;
  const end = (): void => {
    if (running === undefined) process.exit(130);
    void running.stop().then(() => process.exit(0));
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  running = await startWithKeycloak({
    ...options,
    ...(bulkJwks !== undefined && { bulkJwks }),
    tell: (sentence) => process.stdout.write(`${sentence}\n`),
  });
  const [staff] = providers;
  const [patient] = patientLogins;
  process.stdout.write(`\nOpen ${running.sandbox.ehrUrl}/ — a made-up EHR; everyone in it is made up.
The chart of SMITH, DAVID opens the app by way of Keycloak, that of SMITH, ANNA by way of its second client.
Sign in to both as ${staff.username}, password ${staff.password}.
Patients start at ${running.appUrl}/ as ${patient.username}, password ${patient.password}. Ctrl-C ends everything.\n`);
  if (bulkJwks === undefined) return;
  process.stdout.write(`For "npm run bulk -- token", a server of bulk-config.json with
  "tokenEndpoint": "${running.realmUrl}/protocol/openid-connect/token", "clientId": "${backendClientId}"\n`);
}

runCommand(main, usage);
