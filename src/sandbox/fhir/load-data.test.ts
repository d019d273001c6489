import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fixtureSite, origin } from './fhir-fixture.ts';
import { loadData } from './load-data.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chartside-data-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function put(name: string, content: unknown): Promise<void> {
  const file = join(folder, name);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
}

const patient = { resourceType: 'Patient', id: 'p' };
const observation = (id: string, reference = 'Patient/p'): object => ({
  resourceType: 'Observation',
  id,
  subject: { reference },
});

describe('what is read', () => {
  test('single resources, lists, NDJSON and folders in folders', async () => {
    await put('p.json', `\uFEFF${JSON.stringify(patient)}`);
    await put('deep/er/list.json', [observation('a'), observation('b')]);
    await put('o.ndjson', `${JSON.stringify(observation('c'))}\n\n${JSON.stringify(observation('d'))}\r\n`);
    await put('misnamed.json', `${JSON.stringify(observation('e'))}\n${JSON.stringify(observation('f'))}`);
    await put('.hidden/x.json', observation('g'));
    const { store, patients, skipped } = await loadData([folder], () => ['Observation']);
    expect(patients.map(({ id }) => id)).toEqual(['p']);
    expect(new Set(store.ofPatient('Observation', 'p').map(({ id }) => id))).toEqual(
      new Set(['a', 'b', 'c', 'd', 'e', 'f']),
    );
    expect(skipped).toEqual([]);
  });

  test.each(['transaction', 'batch', 'collection', 'searchset', 'document', 'history', 'message'])(
    'a Bundle of type %s, and Bundles in it',
    async (type) => {
      const inner = { resourceType: 'Bundle', type: 'collection', entry: [{ resource: observation('x') }] };
      await put('b.json', {
        resourceType: 'Bundle',
        type,
        entry: [
          { resource: patient },
          { resource: inner },
          { response: { status: '200' } },
          { search: { mode: 'outcome' }, resource: { resourceType: 'OperationOutcome' } },
        ],
      });
      const { store, skipped } = await loadData([folder], () => []);
      expect(store.types).toEqual(['Patient', 'Observation']);
      expect(skipped).toEqual([]);
    },
  );

  test('urn references and addresses become Type/id; an id comes from fullUrl where there is none', async () => {
    await put('b.json', {
      resourceType: 'Bundle',
      entry: [
        { fullUrl: 'urn:uuid:11111111-0000-4000-8000-000000000001', resource: { resourceType: 'Patient' } },
        {
          fullUrl: 'urn:uuid:11111111-0000-4000-8000-000000000002',
          resource: { resourceType: 'Binary', id: 'kept' },
        },
        {
          fullUrl: 'https://example.org/fhir/DocumentReference/doc',
          resource: {
            resourceType: 'DocumentReference',
            subject: { reference: 'urn:uuid:11111111-0000-4000-8000-000000000001' },
            content: [{ attachment: { url: 'urn:uuid:11111111-0000-4000-8000-000000000002' } }],
            author: [{ reference: 'urn:uuid:ffffffff-0000-4000-8000-000000000009' }, { reference: '#c' }],
          },
        },
      ],
    });
    await put('c.json', observation('other-file', 'urn:uuid:11111111-0000-4000-8000-000000000001'));
    const { store } = await loadData([folder], () => []);
    const id = '11111111-0000-4000-8000-000000000001';
    expect(store.read('Patient', id)).toBeDefined();
    expect(store.read('DocumentReference', 'doc')).toMatchObject({
      subject: { reference: `Patient/${id}` },
      content: [{ attachment: { url: 'Binary/kept' } }],
      author: [{ reference: 'urn:uuid:ffffffff-0000-4000-8000-000000000009' }, { reference: '#c' }],
    });
    expect(store.ofPatient('Observation', id).map((each) => each.id)).toEqual(['other-file']);
  });

  test('a record without any id gets one from its file', async () => {
    await put('my notes.json', { resourceType: 'Observation' });
    expect((await loadData([folder], () => [])).store.all('Observation')[0]?.id).toBe('my-notes-0-1');
  });

  test('decimals keep the form they were written in', async () => {
    await put(
      'o.json',
      '{"resourceType":"Observation","id":"o","valueQuantity":{"value":1.50,"low":[7, 1e2]}}',
    );
    const { store } = await loadData([folder], () => []);
    const [found] = store.all('Observation');
    expect(found && store.text(found)).toBe(
      '{"resourceType":"Observation","id":"o","valueQuantity":{"value":1.50,"low":[7,1e2]}}',
    );
  });

  test('a single file, and several paths; a path that does not exist is an error', async () => {
    await put('a/p.json', patient);
    await put('b.ndjson', JSON.stringify(observation('o')));
    const { store } = await loadData([join(folder, 'a'), join(folder, 'b.ndjson')], () => []);
    expect(store.types).toEqual(['Patient', 'Observation']);
    await expect(loadData([join(folder, 'nowhere')], () => [])).rejects.toThrow('does not exist');
  });
});

describe('what cannot be read is named, and harms nothing', () => {
  test.each([
    ['x.json', '{ "resourceType": "Pat', 'is no JSON'],
    ['x.json', '{\n  "resourceType": "Patient",\n  "id": "q"\n', 'is no JSON'],
    ['x.json', '', 'is empty'],
    ['x.json', '{"name":"package"}', 'holds JSON that is no FHIR resource'],
    ['x.json', '"text"', 'holds JSON that is no FHIR resource'],
    ['x.json', '{"resourceType":"Prescription","id":"m"}', 'holds a Prescription, which is no FHIR R4 type'],
    ['x.pdf', '%PDF-', 'is no .json or .ndjson file'],
    ['x.ndjson', 'nonsense', 'is no JSON'],
  ])('%s with %s', async (name, content, reason) => {
    await put(name, content);
    await put('good.json', patient);
    const { patients, skipped } = await loadData([folder], () => []);
    expect(skipped).toEqual([{ file: join(folder, name), reason }]);
    expect(patients).toHaveLength(1);
  });

  test('one bad line of NDJSON, one bad entry of a Bundle, Bundles without end', async () => {
    await put('a.ndjson', `${JSON.stringify(patient)}\n{oops\n${JSON.stringify(observation('o'))}`);
    await put('b.json', {
      resourceType: 'Bundle',
      entry: [{ resource: { id: 1 } }, { resource: observation('p') }],
    });
    let nested: object = observation('deep');
    for (let n = 0; n < 30; n++) nested = { resourceType: 'Bundle', entry: [{ resource: nested }] };
    await put('c.json', nested);
    const { store, skipped } = await loadData([folder], () => []);
    expect(skipped).toEqual([
      { file: `${join(folder, 'a.ndjson')}:2`, reason: 'is a line that is no JSON' },
      { file: join(folder, 'b.json'), reason: 'holds JSON that is no FHIR resource' },
      { file: join(folder, 'c.json'), reason: 'has Bundles more than 20 deep' },
    ]);
    expect(store.all('Observation').map(({ id }) => id)).toEqual(['o', 'p']);
  });

  test('the same record twice is one; another of the same name is named', async () => {
    await put('a.json', [patient, patient]);
    await put('b.json', { ...patient, gender: 'male' });
    const { store, skipped } = await loadData([folder], () => []);
    expect(store.all('Patient')).toEqual([patient]);
    expect(skipped).toEqual([
      {
        file: join(folder, 'b.json'),
        reason: 'holds another Patient/p than was read before; the first is served',
      },
    ]);
  });
});

test('records that no search can bring are counted by type and reason', async () => {
  await put('a.json', [
    patient,
    observation('seen'),
    observation('lost', 'Patient/gone'),
    observation('group', 'Group/g'),
    { resourceType: 'Organization', id: '1' },
    { resourceType: 'Organization', id: '2' },
    { resourceType: 'Claim', id: 'c', patient: { reference: 'Patient/p' } },
    { resourceType: 'Provenance', id: 'v', target: [{ reference: 'Observation/seen' }] },
  ]);
  expect((await loadData([folder], () => ['Observation'])).unreachable).toEqual([
    { type: 'Organization', count: 2, reason: 'names no patient' },
    { type: 'Claim', count: 1, reason: 'is of a type the app does not ask for' },
    { type: 'Observation', count: 1, reason: 'names a patient who is not in the data' },
    { type: 'Observation', count: 1, reason: 'names no patient' },
  ]);
});

const published = process.env['CHARTSIDE_DATA'];

describe.skipIf(published === undefined)(
  `published data sets${published === undefined ? ' (skipped: CHARTSIDE_DATA is not set)' : ''}`,
  () => {
    test.each([
      ['synthea-r4', 12],
      ['uscore-6.1.0', 5],
      ['inferno-refserver', 4],
      ['heavy-r4', 1],
      ['synthea-bulk10', 6],
    ])('%s: %i patients load whole and open', async (name, count) => {
      const { store, patients, skipped } = await loadData([join(published ?? '', name)], () => [
        'Observation',
      ]);
      expect(skipped).toEqual([]);
      expect(patients).toHaveLength(count);
      const { json } = fixtureSite({ data: store });
      for (const { id } of patients) {
        const found = await json(`${origin}/data/fhir/r4/Condition?patient=${id}`);
        expect(found.status).toBe(200);
        expect(found.ids).toHaveLength(store.ofPatient('Condition', id ?? '').length);
        expect(found.ids.every((key) => key.startsWith('Condition/'))).toBe(true);
      }
      expect(store.all('Condition').length).toBeGreaterThan(0);
      expect(JSON.stringify(store.all('Condition'))).not.toContain('"urn:uuid:');
    });

    test('heavy-r4: 6,256 records of one patient', async () => {
      const { store } = await loadData([join(published ?? '', 'heavy-r4')], () => []);
      expect(store.types.reduce((sum, type) => sum + store.all(type).length, 0)).toBe(6256);
      expect(store.ofPatient('Observation', '9acbf6dd-e2b1-42cd-9a8b-259b519491d6').length).toBeGreaterThan(
        3000,
      );
    });
  },
);
