import { expect, test } from 'vitest';
import { testServer } from './bulk-fixture.ts';
import { isWanted, listedFiles, relisted, tookNoTypes } from './export-listing.ts';
import type { ExportState, StateFile } from './export-state.ts';
import type { Manifest, ManifestFile } from './manifest.ts';

const server = testServer({ base: 'https://fhir.example.org/r4', tokenEndpoint: 'https://id.example.org/t' });
const transactionTime = '2026-11-29T00:00:00Z';

function listing(output: readonly (readonly [type: string, url: string, count?: number])[]): Manifest {
  const files = output.map(([type, url, count]): ManifestFile => ({ type, url, count }));
  return { transactionTime, requiresAccessToken: false, output: files, error: [], expires: undefined };
}

/** A state after `manifest`, of which the files at these positions are here. */
function stateOf(manifest: Manifest, ...done: readonly number[]): ExportState {
  const files = listedFiles(server, manifest).map((file, index): StateFile => {
    const facts = { bytes: 1, sha256: 'x', count: 1 };
    return done.includes(index) ? { ...file, done: facts } : file;
  });
  const request = { of: { kind: 'system' as const }, types: [] };
  const begunAt = transactionTime;
  return {
    version: 1,
    server: 'test',
    request,
    begunAt,
    isBare: false,
    files,
    phase: 'fetching',
    transactionTime,
  };
}

/** Where each file of the state is to be asked for after the list has changed from one to the other. */
function places(before: Manifest, now: Manifest, ...done: readonly number[]): readonly string[] {
  return relisted(server, stateOf(before, ...done), now, (index) => done.includes(index)).listed.map(
    ({ url }) => url,
  );
}

const f = 'https://files.example.net';

test('whatever order they are listed in, each file is found by its address', () => {
  const before = listing([
    ['Patient', `${f}/a`],
    ['Patient', `${f}/b`],
    ['Goal', `${f}/g`],
  ]);
  const now = listing([
    ['Goal', `${f}/g`],
    ['Patient', `${f}/b`],
    ['Patient', `${f}/a`],
  ]);
  expect(places(before, now, 0)).toEqual([`${f}/a`, `${f}/b`, `${f}/g`]);
});

test('a signature in the query is another one each time; a number in the query is the file’s', () => {
  const signed = (sign: string, ...names: readonly string[]) =>
    listing(names.map((name) => ['Patient', `${f}/${name}?X-Sign=${sign}`] as const));
  expect(places(signed('1', 'a', 'b'), signed('2', 'b', 'a'), 0)).toEqual([
    `${f}/a?X-Sign=2`,
    `${f}/b?X-Sign=2`,
  ]);
  const numbered = (...numbers: readonly number[]) =>
    listing(numbers.map((number) => ['Patient', `${f}/file?no=${number}`] as const));
  expect(places(numbered(1, 2), numbered(2, 1), 0)).toEqual([`${f}/file?no=1`, `${f}/file?no=2`]);
});

test('an alias and the base are the same address', () => {
  const at = (base: string, ...names: readonly string[]) =>
    listing(names.map((name) => ['Patient', `${base}/${name}`] as const));
  const [alias = ''] = server.aliases;
  expect(places(at(alias, 'a', 'b'), at(server.base, 'b', 'a'), 0)).toEqual([
    `${server.base}/a`,
    `${server.base}/b`,
  ]);
});

test('with addresses that tell nothing: the only one of its type, and those of which none has been begun', () => {
  const before = listing([
    ['Goal', `${f}/1`],
    ['Patient', `${f}/2`, 5],
    ['Patient', `${f}/3`, 6],
  ]);
  const now = listing([
    ['Goal', `${f}/7`],
    ['Patient', `${f}/8`, 6],
    ['Patient', `${f}/9`, 5],
  ]);
  const { files, listed } = relisted(server, stateOf(before, 0), now, (index) => index === 0);
  expect(listed.map(({ url }) => url)).toEqual([`${f}/7`, `${f}/8`, `${f}/9`]);
  expect(files.map(({ promised }) => promised)).toEqual([undefined, 6, 5]);
  expect(() => places(before, now, 1)).toThrow('no longer what it listed before');
});

test.each<[what: string, Manifest]>([
  [
    'one more',
    listing([
      ['Patient', `${f}/a`],
      ['Patient', `${f}/b`],
      ['Patient', `${f}/c`],
    ]),
  ],
  ['one less', listing([['Patient', `${f}/a`]])],
  [
    'another type',
    listing([
      ['Patient', `${f}/a`],
      ['Goal', `${f}/b`],
    ]),
  ],
  [
    'another file',
    listing([
      ['Patient', `${f}/a`],
      ['Patient', `${f}/x`],
    ]),
  ],
  [
    'the same twice',
    listing([
      ['Patient', `${f}/a`],
      ['Patient', `${f}/a`],
    ]),
  ],
  [
    'another count',
    listing([
      ['Patient', `${f}/a`, 9],
      ['Patient', `${f}/b`],
    ]),
  ],
  [
    'another time',
    {
      ...listing([
        ['Patient', `${f}/a`],
        ['Patient', `${f}/b`],
      ]),
      transactionTime: '2026-11-30T00:00:00Z',
    },
  ],
])('a list with %s is refused once a file is here', (_what, now) => {
  const before = listing([
    ['Patient', `${f}/a`],
    ['Patient', `${f}/b`],
  ]);
  expect(() => places(before, now, 0)).toThrow('Begin again with another folder');
});

test('a server that passes over the types without a word: only those that were asked for are fetched, and it is known', () => {
  const listed = listing([
    ['Patient', 'https://fhir.example.org/r4/1'],
    ['Goal', 'https://fhir.example.org/r4/2'],
  ]);
  const asked = (...types: string[]): ExportState => {
    const state = stateOf(listed);
    return { ...state, request: { ...state.request, types } };
  };
  const wanted = (state: ExportState): readonly string[] =>
    state.files.filter((file) => isWanted(state, file)).map(({ type }) => type);
  expect(wanted(asked('Goal'))).toEqual(['Goal']);
  expect(tookNoTypes(asked('Goal'))).toBe(true);
  expect(wanted(asked('Goal', 'Patient'))).toEqual(['Patient', 'Goal']);
  expect(tookNoTypes(asked('Goal', 'Patient'))).toBe(false);
  expect(tookNoTypes(asked())).toBe(false);
});
