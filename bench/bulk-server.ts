/** The sandbox in a process of its own, for `bench/bulk.ts`: takes a key set's file and a number of patients, prints where it is. */
import { readFile } from 'node:fs/promises';
import { start } from '#commands/start.ts';

const [keySet = '', patients = '0'] = process.argv.slice(2);
const keys = JSON.parse(await readFile(keySet, 'utf8')) as { readonly keys: readonly object[] };
const { sandbox } = await start({
  appPort: 0,
  ehrPort: 0,
  fhirPort: 0,
  bulk: { keys, madeUp: Number(patients) },
});
// What is measured is the fetching, not the pause before it.
sandbox.control.switches.bulkPolls = 0;
const at = {
  base: `${sandbox.fhirUrl}/api/bulkfhir/r4`,
  tokenEndpoint: `${sandbox.ehrUrl}/auth/realms/nextgen/bulk/protocol/openid-connect/token`,
};
process.stdout.write(`${JSON.stringify(at)}\n`);
