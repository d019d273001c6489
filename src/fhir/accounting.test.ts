import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { accountFor, listsOf } from './accounting.ts';
import { asObjects, asText, type FhirResource, isResource } from './json.ts';
import { kinds } from './kinds.ts';
import { parseExact } from './parse-json.ts';
import type { ReadContext } from './record.ts';
import { laboratorySample, sample, sampleContext } from './record-samples.ts';
import { createReferenceIndex } from './reference-index.ts';
import { strays } from './strays.ts';

const folder = process.env['CHARTSIDE_DATA'];

/** Every published R4 set, and the least it holds. */
const sets: readonly (readonly [string, number])[] = [
  ['uscore-3.1.1', 50],
  ['uscore-6.1.0', 100],
  ['uscore-8.0.0', 120],
  ['inferno-refserver', 300],
  ['synthea-r4', 4_400],
  ['heavy-r4', 6_000],
  ['synthea-bulk10', 1_000],
  ['fhir-r4-spec', 300],
];

interface Loaded {
  readonly resources: FhirResource[];
  readonly fullUrls: Map<string, string>;
}

/** A resource of a file; of a Bundle, what it holds. */
function take(parsed: unknown, into: Loaded): void {
  if (!isResource(parsed)) return;
  const entries = parsed.resourceType === 'Bundle' ? asObjects(parsed['entry']) : [];
  const held = entries.map((entry) => entry['resource']).filter(isResource);
  if (held.length === 0) into.resources.push(parsed);
  for (const entry of entries) {
    const [resource, url] = [entry['resource'], asText(entry['fullUrl'])];
    if (!isResource(resource)) continue;
    take(resource, into);
    if (url !== undefined) into.fullUrls.set(url, `${resource.resourceType}/${resource.id}`);
  }
}

function load(set: string): Loaded {
  const loaded: Loaded = { resources: [], fullUrls: new Map() };
  const path = join(folder ?? '', set);
  for (const name of readdirSync(path).filter((file) => /\.(json|ndjson)$/.test(file))) {
    const text = readFileSync(join(path, name), 'utf8');
    const documents = name.endsWith('.ndjson')
      ? text.split('\n').filter((line) => line.trim() !== '')
      : [text];
    for (const document of documents) take(parseExact(document), loaded);
  }
  return loaded;
}

function contextOf({ resources, fullUrls }: Loaded): ReadContext {
  const index = createReferenceIndex('http://fhir.example/r4');
  index.add(resources, fullUrls);
  const patient = resources.find((resource) => resource.resourceType === 'Patient');
  return {
    patientId: patient?.id ?? 'nobody',
    resolve: (reference, within) => index.find(reference, within),
    provenanceOf: () => [],
  };
}

describe('nothing is lost', () => {
  // CHARTSIDE_DATA names the folder of published data; a set that is not there is skipped by its name.
  const here = (set: string) => folder !== undefined && existsSync(join(folder, set));
  const published = sets.map(([set, least]) => ({ set, least, skip: !here(set) }));
  it.for(published)(
    '$set: received = shown + folded + hidden',
    { timeout: 120_000 },
    ({ set, least, skip }, { skip: skipTest }) => {
      skipTest(skip, 'CHARTSIDE_DATA does not hold it');
      const loaded = load(set);
      const context = contextOf(loaded);
      const account = accountFor(loaded.resources, context);
      expect(account.received).toBeGreaterThanOrEqual(least);
      expect(account.shown + account.folded + account.hidden).toBe(account.received);
      // And each of them is there itself, once, in one list.
      const lists = listsOf(loaded.resources, context);
      const found = lists.flatMap(({ rows, hidden }) => [...rows.flatMap((row) => row.records), ...hidden]);
      expect(new Set(found.map((record) => record.source))).toEqual(new Set(loaded.resources));
      expect(found).toHaveLength(loaded.resources.length);
      for (const { rows, hidden } of lists) {
        const keys = [...rows.flatMap((row) => row.records), ...hidden].map((record) => record.key);
        expect(new Set(keys).size).toBe(keys.length);
      }
    },
  );

  it('counts shown, folded and hidden', () => {
    const account = accountFor(
      [
        laboratorySample('1-1', 'A', { id: '1' }),
        laboratorySample('1-1', 'A', { id: '2' }),
        laboratorySample('1-1', 'A', { id: '3', status: 'entered-in-error' }),
        sample('Basic', { id: '4' }),
        { resourceType: 'Patient', id: 'p1' },
      ],
      sampleContext(),
    );
    expect(account).toMatchObject({ received: 5, shown: 3, folded: 1, hidden: 1, attached: 0 });
    expect(account.kinds.find(({ kind }) => kind === 'laboratory')).toEqual({
      kind: 'laboratory',
      received: 3,
      shown: 1,
      folded: 1,
      hidden: 1,
    });
  });

  it('what came along is shown with its record, or as another record', () => {
    const lab = laboratorySample('1-1', 'A', { id: '1', performer: [{ reference: 'Practitioner/d' }] });
    const included: readonly FhirResource[] = [
      { resourceType: 'Practitioner', id: 'd' },
      {
        resourceType: 'Provenance',
        id: 'a',
        target: [{ reference: 'Observation/1' }],
        agent: [{ who: { reference: 'Organization/o' } }],
      },
      { resourceType: 'Organization', id: 'o' },
      { resourceType: 'Provenance', id: 'b', target: [{ reference: 'Observation/gone' }] },
      { resourceType: 'OperationOutcome' },
    ];
    expect(strays(included, [lab]).map(({ resourceType, id }) => `${resourceType} ${id}`)).toEqual([
      'Provenance b',
      'OperationOutcome undefined',
    ]);
    const account = accountFor([lab], sampleContext(), included);
    expect(account).toMatchObject({ received: 6, shown: 3, attached: 3 });
    expect(account.shown + account.folded + account.hidden + account.attached).toBe(account.received);
  });

  it('every kind stands under its own id', () => {
    for (const [id, kind] of Object.entries(kinds)) expect(kind.id).toBe(id);
  });
});
