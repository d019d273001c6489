import { spawn, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serverArguments } from './command-line.ts';
import { generations, type Generation } from './generations.ts';

export interface KeycloakServer {
  stop(): Promise<void>;
}

export interface ServerOptions {
  readonly generation: Generation;
  readonly java: string;
  readonly home: string;
  readonly port: number;
  /** The realm, as Keycloak imports it. */
  readonly realm: unknown;
  /** Milliseconds after which a server that does not answer is given up. */
  readonly patience?: number;
}

/** Loopback ports that nobody holds at this moment, all different. */
export async function freePorts(count: number): Promise<readonly number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, () => {
      const server = createServer();
      return new Promise<Server>((resolve, reject) => {
        server.once('error', reject);
        server.listen(0, '127.0.0.1', () => resolve(server));
      });
    }),
  );
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))));
  return ports;
}

/** Shipped, the database opens itself to other processes, on a port of every interface. */
export function withoutDatabasePort(settings: string): string {
  const closed = settings.replaceAll(';AUTO_SERVER=TRUE', '');
  if (closed === settings)
    throw new Error('Keycloak 16.1.1: the setting of its database is not where it was.');
  return closed;
}

/** A folder of this run's own, with everything in it that the server writes to. */
async function prepareWork({ generation, home, realm }: ServerOptions): Promise<string> {
  const work = await mkdtemp(join(tmpdir(), 'chartside-keycloak-'));
  const json = JSON.stringify(realm);
  if (generation === 16) {
    await cp(join(home, 'standalone'), work, { recursive: true });
    await writeFile(join(work, 'realm.json'), json);
    const settings = join(work, 'configuration', 'standalone.xml');
    await writeFile(settings, withoutDatabasePort(await readFile(settings, 'utf8')));
  } else {
    for (const name of ['lib', 'conf', 'providers', 'themes'])
      await symlink(join(home, name), join(work, name));
    await mkdir(join(work, 'data', 'import'), { recursive: true });
    await writeFile(join(work, 'data', 'import', 'realm.json'), json);
  }
  return work;
}

/** The last of what the server printed, for whoever has to find out why it did not start. */
function lastWords(child: ChildProcess): () => string {
  let printed = '';
  const take = (chunk: Buffer): void => {
    printed = (printed + chunk.toString('utf8')).slice(-4000);
  };
  child.stdout?.on('data', take);
  child.stderr?.on('data', take);
  return () => printed.trim().split('\n').slice(-15).join('\n');
}

/**
 * Starts a Keycloak on loopback and waits until its realm answers. Rejects with a sentence and the server's last
 * words; nothing runs then. What it knew is gone when it stops.
 */
export async function startServer(options: ServerOptions): Promise<KeycloakServer> {
  const { generation, java, home, port, patience = 300_000 } = options;
  const { version } = generations[generation];
  const [https = 0, management = 0] = await freePorts(2);
  const work = await prepareWork(options);
  const child = spawn(java, serverArguments(generation, { home, work, port, spare: [https, management] }), {
    cwd: work,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const words = lastWords(child);
  const ended = new Promise<void>((done) => {
    child.once('exit', () => done());
    child.once('error', () => done());
  });
  let over = false;
  void ended.then(() => (over = true));
  // Nothing it holds in memory is wanted again: no orderly end is waited for, and none is left behind.
  const kill = (): void => {
    child.kill('SIGKILL');
    // It may be writing its last; a folder that is not empty yet is tried again.
    rmSync(work, { recursive: true, force: true, maxRetries: 5 });
  };
  process.once('exit', kill);
  const stop = async (): Promise<void> => {
    process.off('exit', kill);
    child.kill('SIGKILL');
    await ended;
    await rm(work, { recursive: true, force: true });
  };

  const discovery = `http://127.0.0.1:${port}/auth/realms/nextgen/.well-known/openid-configuration`;
  const deadline = Date.now() + patience;
  while (!over && Date.now() < deadline) {
    const answered = await fetch(discovery, { signal: AbortSignal.timeout(5000) }).catch(() => undefined);
    if (answered?.ok === true) return { stop };
    await new Promise((later) => setTimeout(later, 250));
  }
  const what = over
    ? 'ended while it was starting'
    : `did not answer within ${Math.round(patience / 1000)} s`;
  await stop();
  throw new Error(`Keycloak ${version} ${what}. The last it said:\n${words()}`);
}
