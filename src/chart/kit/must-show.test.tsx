// @vitest-environment jsdom
/** Must-support means must-show: what US Core obliges a reader to support is in what an open record says. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { MemoryRouter } from 'react-router';
import { describe, expect, test } from 'vitest';
import { parseDateTime } from '#fhir/dates.ts';
import { asText, isExactNumber, isResource, type FhirResource } from '#fhir/json.ts';
import { kindById } from '#fhir/kinds.ts';
import { parseExact } from '#fhir/parse-json.ts';
import { kindOf } from '#fhir/placement.ts';
import { ChartProvider, type Chart } from './chart-context.tsx';
import { readContext } from './read-context.ts';
import { systemName } from './codings-of.ts';
import { usCoreMustSupport } from './us-core-must-support.ts';
import { fakeReading } from './fake-reading.ts';
import { formatDate } from './format.ts';
import { RecordDetails } from './RecordDetails.tsx';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const folder = process.env['CHARTSIDE_DATA'];

/** All published sets of R4, and how many records of one shape are drawn: thousands of one program's differ in values alone. */
const sets: readonly (readonly [set: string, ofOneShape: number])[] = [
  ['uscore-3.1.1', Number.POSITIVE_INFINITY],
  ['uscore-6.1.0', Number.POSITIVE_INFINITY],
  ['uscore-8.0.0', Number.POSITIVE_INFINITY],
  ['inferno-refserver', Number.POSITIVE_INFINITY],
  ['fhir-r4-spec', Number.POSITIVE_INFINITY],
  ['synthea-r4', 2],
  ['synthea-bulk10', 2],
  ['heavy-r4', 2],
];

/** By type: the elements of all its profiles, at the top of the record. What stands below them is held to be shown too. */
const mustSupport: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [...Map.groupBy(usCoreMustSupport, ([, type]) => type)].map(([type, rows]) => [
    type,
    new Set(
      rows.flatMap(([, , elements]) => elements.split(' ').map((path) => path.split(/[.:]/)[0] ?? path)),
    ),
  ]),
);

interface Value {
  readonly path: string;
  readonly value: unknown;
}

/** The values under a resource's must-support elements, but the bytes of attachments. */
function mustSupportValues(resource: FhirResource): readonly Value[] {
  const elements = [...(mustSupport.get(resource.resourceType) ?? [])];
  const covers = (name: string): boolean =>
    elements.some((one) => (one.endsWith('[x]') ? name.startsWith(one.slice(0, -3)) : one === name));
  return Object.entries(resource)
    .filter(([name]) => covers(name))
    .flatMap(([name, value]) => leaves(name, value));
}

/** Of a narrative the words count, not the markup; an extension's address is the name of what stands in it. */
function leaves(path: string, value: unknown, parent: object = {}): readonly Value[] {
  const name = path.split('.').at(-1) ?? '';
  if (name === 'id' || (name === 'data' && 'contentType' in parent)) return [];
  if (name === 'div') {
    const box = document.createElement('div');
    box.innerHTML = String(value);
    const words =
      textsIn(box)
        .join(' ')
        .match(/[\p{L}\p{N}]+/gu) ?? [];
    return words.map((word) => ({ path, value: word }));
  }
  if (Array.isArray(value)) return value.flatMap((item) => leaves(path, item, parent));
  if (typeof value !== 'object' || value === null || isExactNumber(value)) return [{ path, value }];
  return Object.entries(value).flatMap(([key, child]) => leaves(`${path}.${key}`, child, value));
}

/** The texts below an element one by one, but what stands in a raw record. */
function textsIn(box: Element): readonly string[] {
  const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  while (walker.nextNode()) {
    const { parentElement, textContent } = walker.currentNode;
    if (parentElement?.closest('pre.raw') === null) texts.push(textContent ?? '');
  }
  return texts;
}

/** The ways a value may be put: as it came, as a date people read, as yes or no, as the name of a code system. */
function wordings({ path, value }: Value): readonly string[] {
  if (typeof value === 'boolean') return [value ? ' yes ' : ' no '];
  const sent = asText(value) ?? '';
  const date = parseDateTime(value);
  const isName = path.endsWith('.url') || path.endsWith('system');
  const lastPart = sent.split(/[/:]/).at(-1) ?? sent;
  return [
    sent,
    ...(date === undefined ? [] : [formatDate(date)]),
    ...(isName ? [systemName(sent), lastPart] : []),
    // A size stands in groups of three figures.
    ...(path.endsWith('size') ? [Number(sent).toLocaleString('en-US')] : []),
  ].map(plain);
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();

function chartOf(resources: readonly FhirResource[], patientId: string): Chart {
  return {
    sessionId: 'test',
    reading: fakeReading({ patientId, resources }),
    systemLabel: 'NextGen Office',
    fhirBase: 'https://fhir.example/r4',
    fhirVersion: 'R4',
    audience: 'clinician',
    encounterId: undefined,
    banner: 'whole',
    paths: { section: (section) => `/${section}`, record: (section, key) => `/${section}/${key}` },
    memory: new Map(),
  };
}

/** All that an open record says, its raw form left out. */
function saidOf(resource: FhirResource, chart: Chart): string {
  const kind = kindById[kindOf(resource)];
  const record = kind.read(resource, readContext(chart));
  const box = document.createElement('div');
  const root = createRoot(box);
  act(() =>
    root.render(
      <MemoryRouter>
        <ChartProvider chart={chart}>
          <RecordDetails record={record} facts={[]} unfolded />
        </ChartProvider>
      </MemoryRouter>,
    ),
  );
  // Extensions are named by the last part of their address, which stands in the title of the label.
  const titles = [...box.querySelectorAll('[title]')].map((element) => element.getAttribute('title'));
  const said = textsIn(box);
  act(() => root.unmount());
  return ` ${plain([...said, ...titles].join(' '))} `;
}

/** A whole word or number: `12` is not said by `120`. */
function says(said: string, words: string): boolean {
  const edge = (text: string | undefined): boolean => !/[\p{L}\p{N}]/u.test(text ?? '');
  for (let at = said.indexOf(words); at >= 0; at = said.indexOf(words, at + 1)) {
    const end = at + words.length;
    if ((edge(said[at - 1]) || edge(words[0])) && (edge(said[end]) || edge(words.at(-1)))) return true;
  }
  return false;
}

function missing(resource: FhirResource, said: string): readonly string[] {
  return mustSupportValues(resource)
    .filter((value) => !wordings(value).some((words) => says(said, words)))
    .map(({ path, value }) => `${resource.resourceType}/${String(resource.id)} ${path}: ${String(value)}`);
}

interface FromFile {
  readonly file: string;
  readonly resource: FhirResource;
}

/** Bundles opened, NDJSON line by line; of each shape as many as asked for, in the order of the files. */
function recordsOf(set: string): readonly FromFile[] {
  const path = join(folder ?? '', set);
  return readdirSync(path)
    .toSorted()
    .filter((name) => /\.(?:nd)?json$/.test(name))
    .flatMap((file) => {
      const text = readFileSync(join(path, file), 'utf8');
      const parts = file.endsWith('.ndjson') ? text.split('\n').filter((line) => line !== '') : [text];
      return parts
        .flatMap((part) => inBundle(parseExact(part)))
        .filter(({ resourceType }) => mustSupport.has(resourceType))
        .map((resource) => ({ file, resource }));
    });
}

function inBundle(parsed: unknown): readonly FhirResource[] {
  if (!isResource(parsed)) return [];
  const entries = parsed.resourceType === 'Bundle' ? parsed['entry'] : undefined;
  if (!Array.isArray(entries)) return [parsed];
  return (entries as readonly { resource?: unknown }[]).map(({ resource }) => resource).filter(isResource);
}

/** Two records have one shape when they are of one type and fill the same elements. */
function sampleOf(records: readonly FromFile[], ofOneShape: number): readonly FromFile[] {
  if (!Number.isFinite(ofOneShape)) return records;
  const seen = new Map<string, number>();
  return records.filter(({ resource }) => {
    const shape = [resource.resourceType, ...[...pathsOf(resource)].toSorted()].join(' ');
    const n = (seen.get(shape) ?? 0) + 1;
    seen.set(shape, n);
    return n <= ofOneShape;
  });
}

/** Every element a record fills, by its path; an extension also by the last part of its address. */
function pathsOf(value: unknown, path = '', into = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const item of value) pathsOf(item, path, into);
  else if (typeof value === 'object' && value !== null && !isExactNumber(value)) {
    const url: unknown = 'url' in value ? value.url : undefined;
    if (path.endsWith('extension') && typeof url === 'string') into.add(`${path}:${url.split('/').at(-1)}`);
    for (const [key, child] of Object.entries(value))
      pathsOf(child, path === '' ? key : `${path}.${key}`, into);
  }
  if (path !== '') into.add(path);
  return into;
}

/** What of the table no published record holds: of these the test below says nothing. */
const heldByNone = ['Device.udiCarrier.carrierAIDC', 'Encounter.reasonReference'];

describe.skipIf(folder === undefined || !existsSync(folder))('must-support means must-show', () => {
  test.for(sets)(
    '%s: every must-support value is in what the open record says',
    { timeout: 120_000 },
    async ([set, ofOneShape], { annotate }) => {
      const records = recordsOf(set);
      const sample = sampleOf(records, ofOneShape);
      await annotate(`${set}: ${sample.length} of ${records.length} records opened`);
      const resources = records.map(({ resource }) => resource);
      const chart = chartOf(resources, String(resources.find((one) => one.resourceType === 'Patient')?.id));
      const values = sample.flatMap(({ resource }) => mustSupportValues(resource));
      expect(values.length).toBeGreaterThan(800);
      expect(
        sample.flatMap(({ file, resource }) =>
          missing(resource, saidOf(resource, chart)).map((what) => `${set}/${file} ${what}`),
        ),
      ).toEqual([]);
    },
  );

  test('the table names every profile the records follow, and nearly all it names is in one of them', () => {
    const records = sets.flatMap(([set]) => recordsOf(set)).map(({ resource }) => resource);
    const known = new Set(usCoreMustSupport.map(([profile]) => profile));
    const followed = records
      .flatMap(({ meta }) => (meta as { profile?: readonly string[] } | undefined)?.profile ?? [])
      .filter((profile) => profile.includes('/us/core/'))
      .map((profile) => profile.split('|')[0]?.split('/').at(-1) ?? profile);
    expect([...new Set(followed)].filter((profile) => !known.has(profile))).toEqual([]);

    const held = new Map(
      [...Map.groupBy(records, ({ resourceType }) => resourceType)].map(([type, all]) => {
        const paths = new Set<string>();
        for (const one of all) pathsOf(one, '', paths);
        return [type, [...paths]];
      }),
    );
    const elements = usCoreMustSupport.flatMap(([, type, all]) =>
      all.split(' ').map((path) => [type, path] as const),
    );
    const isHeld = ([type, path]: readonly [string, string]): boolean => {
      const stem = path.replaceAll('[x]', '');
      const own = held.get(type) ?? [];
      return own.some((one) => one === path || (stem !== path && one.startsWith(stem)));
    };
    expect([...new Set(elements.filter((one) => !isHeld(one)).map((one) => one.join('.')))]).toEqual(
      heldByNone,
    );
  });
});

test('a value that is not said is found missing', () => {
  const resource = {
    resourceType: 'Procedure',
    id: '1',
    status: 'completed',
    code: { text: 'Appendectomy' },
    performedDateTime: '2019-05-04',
  };
  const said = saidOf(resource, chartOf([resource], 'p1'));
  expect(missing(resource, said)).toEqual([]);
  expect(missing(resource, said.replace('may 4, 2019', ''))).toEqual([
    'Procedure/1 performedDateTime: 2019-05-04',
  ]);
});
