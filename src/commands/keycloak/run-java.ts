import { spawnSync } from 'node:child_process';

/** Runs Java to its end. Throws a sentence with its last words where it fails. */
export function runJava(java: string, options: readonly string[], folder: string): void {
  const { status, stdout, stderr } = spawnSync(java, options, { cwd: folder, encoding: 'utf8' });
  if (status === 0) return;
  const words = `${stdout}${stderr}`.trim().split('\n').slice(-15).join('\n');
  throw new Error(`Keycloak could not be prepared after unpacking. The last it said:\n${words}`);
}
