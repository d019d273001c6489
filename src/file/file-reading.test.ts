import { describe, expect, test } from 'vitest';
import type { FhirResource } from '#fhir/json.ts';
import { fakeSource, ndjson } from './fake-source.ts';
import { startFileReading } from './file-reading.ts';
import type { OpenedFiles } from './gathering.ts';
import { indexFiles } from './index-files.ts';
import type { FileSource } from './source.ts';

const turn = async (): Promise<void> => undefined;

const zoe = { resourceType: 'Patient', id: '1', name: [{ family: 'Zoe' }], birthDate: '1980-01-01' };
const abel = { resourceType: 'Patient', id: '2', name: [{ family: 'Abel' }], birthDate: '1981-01-01' };
const condition = (id: string, subject: string, more: object = {}) => ({
  resourceType: 'Condition',
  id,
  subject: { reference: subject },
  ...more,
});

async function opened(...sources: readonly FileSource[]): Promise<OpenedFiles> {
  return indexFiles(sources, { turn });
}

/** The chart of one patient, read to its end. */
async function chart(files: OpenedFiles, id: string) {
  const patient = files.patients.find((one) => one.id === id)!;
  const reading = startFileReading(files, patient, { now: () => 7 });
  await Promise.all(reading.searches.map((search) => reading.settled(search.id)));
  const answer = (search: string) => {
    const state = reading.stateOf(search);
    return state.state === 'read' ? state.answer : undefined;
  };
  const ids = (search: string) => answer(search)?.records.map((record) => record.id);
  return { reading, answer, ids };
}

describe('@threat-15 one patient’s chart holds that patient’s records alone', () => {
  test('others’ records, and those that name nobody, are not read into it', async () => {
    const files = await opened(
      fakeSource(
        'x.ndjson',
        ndjson(
          zoe,
          abel,
          condition('a', 'Patient/1'),
          condition('b', 'Patient/2'),
          { resourceType: 'Condition', id: 'c' },
          condition('d', 'Patient/1'),
        ),
      ),
    );
    const { ids, answer } = await chart(files, '1');
    expect(ids('Patient')).toEqual(['1']);
    expect(ids('Condition')).toEqual(['a', 'd']);
    expect(answer('Condition')).toMatchObject({ readAt: 7, foreign: 1, more: false, unreadable: [] });
    expect([...files.unnamed]).toEqual([['Condition', 1]]);
  });

  test('a record that names two people as its own is neither’s, and counted', async () => {
    const torn = { ...condition('a', 'Patient/1'), patient: { reference: 'Patient/2' } };
    const files = await opened(fakeSource('x.ndjson', ndjson(zoe, abel, torn)));
    const { ids, answer } = await chart(files, '1');
    expect(ids('Condition')).toEqual([]);
    expect(answer('Condition')?.foreign).toBe(1);
  });

  test('a reference leads to practitioners and never to another patient’s record', async () => {
    const files = await opened(
      fakeSource(
        'x.ndjson',
        ndjson(
          zoe,
          abel,
          condition('a', 'Patient/1', {
            recorder: { reference: 'Practitioner/p' },
            evidence: [{ detail: [{ reference: 'Condition/b' }, { reference: 'Patient/2' }] }],
          }),
          condition('b', 'Patient/2'),
          { resourceType: 'Practitioner', id: 'p', name: [{ family: 'House' }] },
          { resourceType: 'Practitioner', id: 'q' },
        ),
      ),
    );
    const { reading, answer } = await chart(files, '1');
    expect(reading.find('Practitioner/p')?.id).toBe('p');
    expect(reading.find('Condition/b')).toBeUndefined();
    expect(reading.find('Patient/2')).toBeUndefined();
    expect(await reading.fetchReference('Condition/b')).toBeUndefined();
    expect(answer('Patient')?.included.map(({ id }) => id)).toEqual(['p']);
  });
});

test('Provenance is found by what it is about', async () => {
  const about = (id: string, target: string) => ({
    resourceType: 'Provenance',
    id,
    target: [{ reference: target }],
    agent: [{ who: { reference: 'Practitioner/p' } }],
  });
  const files = await opened(
    fakeSource('Provenance.ndjson', ndjson(about('x', 'Condition/a'), about('y', 'Condition/b'))),
    fakeSource('Condition.ndjson', ndjson(condition('a', 'Patient/1'), condition('b', 'Patient/2'))),
    fakeSource('Practitioner.ndjson', ndjson({ resourceType: 'Practitioner', id: 'p' })),
    fakeSource('Patient.ndjson', ndjson(zoe, abel)),
  );
  const { reading, answer } = await chart(files, '1');
  const [record] = answer('Condition')?.records ?? [];
  expect(reading.provenanceOf(record as FhirResource).map(({ id }) => id)).toEqual(['x']);
  expect(reading.find('Practitioner/p')?.id).toBe('p');
});

test('what the files hold none of is "not offered"; what they hold of others alone is "none"', async () => {
  const files = await opened(fakeSource('x.ndjson', ndjson(zoe, abel, condition('b', 'Patient/2'))));
  const { reading } = await chart(files, '1');
  expect(reading.stateOf('Condition')).toMatchObject({ state: 'read', answer: { records: [] } });
  expect(reading.stateOf('AllergyIntolerance').state).toBe('not-offered');
  expect(reading.searchesFor('immunizations').map(({ id }) => id)).toEqual(['Immunization']);
});

test('numbers keep the form they were written in', async () => {
  const text =
    '{"resourceType":"Observation","id":"o","subject":{"reference":"Patient/1"},"valueQuantity":{"value":1.50}}';
  const files = await opened(fakeSource('x.ndjson', `${ndjson(zoe)}${text}\n`));
  const { answer } = await chart(files, '1');
  expect(JSON.stringify(answer('Observation')?.records[0]?.['valueQuantity'])).toBe('{"value":1.50}');
});

test('of a record that came twice the newer version counts', async () => {
  const version = (lastUpdated: string, code: string) =>
    condition('a', 'Patient/1', { meta: { lastUpdated }, code: { text: code } });
  const files = await opened(
    fakeSource('new.ndjson', ndjson(zoe, version('2026-02-01T00:00:00Z', 'new'))),
    fakeSource('old.ndjson', ndjson(version('2026-01-01T00:00:00Z', 'old'))),
  );
  const { answer } = await chart(files, '1');
  expect(answer('Condition')?.records.map(({ code }) => code)).toEqual([{ text: 'new' }]);
});

test('earlier versions are read in R4’s elements', async () => {
  const order = {
    resourceType: 'MedicationOrder',
    id: 'm',
    patient: { reference: 'Patient/1' },
    medicationCodeableConcept: { text: 'Aspirin' },
  };
  const files = await opened(fakeSource('x.ndjson', ndjson(zoe, order)));
  const { answer } = await chart(files, '1');
  expect(files.version).toBe('DSTU2');
  expect(answer('MedicationOrder')?.records[0]?.resourceType).toBe('MedicationRequest');
});

test('a record nested too deeply is counted as unreadable, and costs nothing else', async () => {
  const deep = `{"resourceType":"Condition","id":"d","subject":{"reference":"Patient/1"},"x":${'['.repeat(5000)}${']'.repeat(5000)}}\n`;
  const files = await opened(
    fakeSource('x.ndjson', `${ndjson(zoe)}${deep}${ndjson(condition('a', 'Patient/1'))}`),
  );
  const { ids, answer } = await chart(files, '1');
  expect(ids('Condition')).toEqual(['a']);
  expect(answer('Condition')?.unreadable).toHaveLength(1);
});

test('a lone surrogate in an id ends up in an address that can be written', async () => {
  const text = '{"resourceType":"Condition","id":"a\\ud800","subject":{"reference":"Patient/1"}}\n';
  const files = await opened(fakeSource('x.ndjson', `${ndjson(zoe)}${text}`));
  const { ids } = await chart(files, '1');
  expect(ids('Condition')).toEqual(['a\uFFFD']);
});

test('a file that was changed since: every list says that it could not be read', async () => {
  const source = fakeSource('x.ndjson', ndjson(zoe, condition('a', 'Patient/1')));
  let isGone = false;
  const files = await opened({
    ...source,
    read: (start, end) => (isGone ? Promise.reject(new Error()) : source.read(start, end)),
  });
  isGone = true;
  const { reading } = await chart(files, '1');
  expect(reading.stateOf('Condition')).toMatchObject({ state: 'failed', failure: { kind: 'unreachable' } });
});

describe('documents', () => {
  const named = ['Binary/b', 'letters/a.pdf'];
  const foreign = [
    'https://ehr.example/fhir/Binary/b',
    'https://evil.example/x',
    '//evil.example/x',
    'file:///etc/passwd',
    '../x.ndjson',
    'x.ndjson',
    'a.pdf',
    '/letters/a.pdf',
    'Binary/c',
    'Binary/none',
    'blob:x',
  ];
  const document = (url: string, id = 'd') => ({
    resourceType: 'DocumentReference',
    id,
    subject: { reference: 'Patient/1' },
    content: [{ attachment: { url } }],
  });
  const binary = (id: string, more: object = {}) => ({
    resourceType: 'Binary',
    id,
    contentType: 'text/plain',
    data: btoa('Hello'),
    ...more,
  });
  const files = async () =>
    opened(
      fakeSource(
        'export/x.ndjson',
        ndjson(
          zoe,
          abel,
          ...[...named, ...foreign].map((url, n) => document(url, `d${n}`)),
          binary('b'),
          binary('c', { securityContext: { reference: 'Patient/2' } }),
        ),
      ),
      fakeSource('export/letters/a.pdf', '%PDF-1.7'),
    );

  test('a Binary of the same files, and a file of the same folder', async () => {
    const { reading } = await chart(await files(), '1');
    const text = async (url: string) => new TextDecoder().decode((await reading.fetchAttachment(url)).bytes);
    expect(await text('Binary/b')).toBe('Hello');
    expect(await text('letters/a.pdf')).toBe('%PDF-1.7');
  });

  test.each(foreign)('@threat-7 %s is named and never opened', async (url) => {
    const { reading } = await chart(await files(), '1');
    await expect(reading.fetchAttachment(url)).rejects.toMatchObject({
      failure: { kind: 'broken', reason: 'foreign-link' },
    });
  });
});

test('a large export is opened by its index: a chart reads its own slices, and a piece at a time', async () => {
  const people = 4000;
  const each = Array.from({ length: people }, (_, n) => [
    { resourceType: 'Patient', id: `p${n}`, name: [{ family: `Family${n}` }] },
    ...['a', 'b', 'c'].map((id) => condition(`${n}${id}`, `Patient/p${n}`, { note: 'x'.repeat(1500) })),
  ]);
  const source = fakeSource('all.ndjson', ndjson(...each.flat()));
  expect(source.size).toBeGreaterThan(18_000_000);
  const files = await opened(source);
  // Once through, and the first bytes to see what it is.
  expect(source.handedOut()).toBeLessThan(source.size + 10_000);
  expect(source.longest()).toBeLessThanOrEqual(4 * 1024 * 1024);
  const before = source.handedOut();
  const { ids } = await chart(files, 'p1234');
  expect(ids('Condition')).toEqual(['1234a', '1234b', '1234c']);
  expect(source.handedOut() - before).toBeLessThan(6000);
});
