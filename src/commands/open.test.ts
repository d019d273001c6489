/** `chartside open`: what it takes, what it refuses, and what it tells of the address. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { openCommand, startOpen } from './open.ts';
import { UsageError } from './options.ts';

const built = vi.hoisted(() => ({ folder: '' }));
vi.mock('./built-app.ts', () => ({ builtApp: () => built.folder }));

let base: string;
const at = (name: string): string => join(base, name);
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'chartside-open-'));
  built.folder = at('build');
  await Promise.all(['build', 'export', 'empty'].map((name) => mkdir(at(name))));
  await writeFile(
    at('build/index.html'),
    '<!doctype html><script type="application/json" id="smart-config">{}</script>',
  );
  await writeFile(at('export/Patient.ndjson'), '{"resourceType":"Patient","id":"1"}\n');
});
afterAll(() => rm(base, { recursive: true }));

let ends: (() => void)[] = [];
afterEach(async () => {
  if (ends.length > 0) await ctrlC();
  vi.restoreAllMocks();
  process.stdin.removeAllListeners('data').pause();
});

async function ctrlC(): Promise<void> {
  const [end] = ends;
  ends = [];
  end?.();
  await vi.waitFor(() => expect(process.exit).toHaveBeenCalledWith(0), 5000);
}

/** What the command prints; the server that it starts ends with the test. */
async function printed(...argv: readonly string[]): Promise<() => string> {
  let out = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text);
    return true;
  });
  vi.spyOn(process, 'exit').mockImplementation((() => undefined) as never);
  vi.spyOn(process, 'once').mockImplementation((_signal, end) => {
    ends.push(end as () => void);
    return process;
  });
  await openCommand(argv);
  return () => out;
}

test.each([
  [[], 'Name one file or folder.'],
  [['a', 'b'], 'Name one file or folder.'],
  [['a', '--port', 'http'], '--port takes a port number, not "http".'],
  [['a', '--port', '65536'], '--port takes a port number, not "65536".'],
  [['a', '--port', ''], '--port takes a port number, not "".'],
  [['a', '--prot', '0'], "Unknown option '--prot'"],
])('%j is refused, and nothing is served', async (argv, said) => {
  const refused = printed(...argv);
  await expect(refused).rejects.toThrow(UsageError);
  await expect(refused).rejects.toThrow(said);
  expect(ends).toEqual([]);
});

test.each([
  ['nowhere', 'There is no file or folder'],
  ['empty', 'There is no file in'],
])('a target that is %s is said', async (name, said) => {
  await expect(printed(at(name), '--port', '0')).rejects.toThrow(said);
});

test('without a built app it says how there is one', async () => {
  const opened = startOpen({ target: at('export'), port: 0, build: at('no-build') });
  await expect(opened).rejects.toThrow('Run "npm run build" first.');
});

test('--help tells of the port and starts nothing', async () => {
  expect((await printed('--help'))()).toContain('the port on 127.0.0.1 (4210; 0 for a free one)');
  expect(ends).toEqual([]);
});

test('the address is on loopback, works once, and Enter gives another', async () => {
  const out = await printed(at('export'), '--port', '0');
  const addresses = (): readonly string[] =>
    out().match(/http:\/\/127\.0\.0\.1:\d+\/open#key=[\w-]{20,}/g) ?? [];
  expect(addresses()).toHaveLength(1);
  expect(out()).toContain('Press Enter for another address, Ctrl+C to end.');
  const { origin } = new URL(addresses()[0] ?? '');
  expect((await fetch(`${origin}/open`)).status).toBe(200);
  process.stdin.emit('data', Buffer.from('\n'));
  expect(new Set(addresses()).size).toBe(2);
  expect(ends).toHaveLength(2);
  await ctrlC();
  await expect(fetch(origin)).rejects.toThrow('fetch failed');
});

test('a port that is named is the one that is used; one that is taken is said', async () => {
  const other = createServer();
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
  const { port } = other.address() as AddressInfo;
  await expect(printed(at('export'), '--port', String(port))).rejects.toThrow(String(port));
  await new Promise((done) => other.close(done));
  expect((await printed(at('export'), `--port=${port}`))()).toContain(`http://127.0.0.1:${port}/open#key=`);
});
