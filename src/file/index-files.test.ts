import { describe, expect, test } from 'vitest';
import { fakeSource, ndjson } from './fake-source.ts';
import { findInPatients } from './file-patient.ts';
import { indexFiles } from './index-files.ts';
import type { FileSource } from './source.ts';

const turn = async (): Promise<void> => undefined;
const open = (...sources: readonly FileSource[]) => indexFiles(sources, { turn });

const patient = (id: string, family: string, more: object = {}) => ({
  resourceType: 'Patient',
  id,
  name: [{ family, given: ['Ann'] }],
  birthDate: '1980-02-03',
  ...more,
});
const condition = (id: string, subject: string) => ({
  resourceType: 'Condition',
  id,
  subject: { reference: subject },
});

describe('whose records are', () => {
  test('counted by the patient they name, whatever file they stand in', async () => {
    const files = await open(
      fakeSource('Patient.ndjson', ndjson(patient('1', 'Zoe'), patient('2', 'Abel'))),
      fakeSource(
        'Condition.ndjson',
        ndjson(
          condition('a', 'Patient/1'),
          condition('b', 'https://ehr.example/fhir/Patient/2'),
          condition('c', 'Patient/1'),
        ),
      ),
    );
    expect(files.patients.map(({ id, records }) => [id, records])).toEqual([
      ['2', 2],
      ['1', 3],
    ]);
    expect(files.unnamed.size).toBe(0);
  });

  test('a record that names no patient is counted and in nobody’s chart; a practitioner is no such record', async () => {
    const files = await open(
      fakeSource(
        'x.ndjson',
        ndjson(
          patient('1', 'Zoe'),
          { resourceType: 'Observation', id: 'o' },
          { resourceType: 'Practitioner', id: 'p' },
        ),
      ),
    );
    expect([...files.unnamed]).toEqual([['Observation', 1]]);
    expect(files.patients).toHaveLength(1);
    expect(files.patients[0]?.records).toBe(1);
  });

  test('somebody whose own record is not in the files is listed without a name', async () => {
    const files = await open(fakeSource('a.json', JSON.stringify(condition('a', 'Patient/77'))));
    expect(files.patients.map(({ id, met, records }) => [id, met, records])).toEqual([['77', undefined, 1]]);
  });

  test('urn addresses are resolved within their own Bundle', async () => {
    const bundle = (family: string) =>
      JSON.stringify({
        resourceType: 'Bundle',
        type: 'transaction',
        entry: [
          { fullUrl: 'urn:uuid:p', resource: { ...patient('x', family), id: undefined } },
          { fullUrl: 'urn:uuid:c', resource: condition('c', 'urn:uuid:p') },
        ],
      });
    const files = await open(fakeSource('a.json', bundle('Zoe')), fakeSource('b.json', bundle('Abel')));
    // Both say "p", and they are two people: each Bundle's records are its own patient's.
    expect(files.patients.map(({ met, records, onlyIn }) => [met?.name, records, onlyIn])).toEqual([
      ['Abel, Ann', 2, 'b.json'],
      ['Zoe, Ann', 2, 'a.json'],
    ]);
  });

  test('@threat-15 the same id in one file for two people: neither can be opened', async () => {
    const files = await open(
      fakeSource(
        'x.ndjson',
        ndjson(
          patient('1', 'Zoe'),
          patient('1', 'Zoe', { birthDate: '1990-01-01' }),
          condition('a', 'Patient/1'),
        ),
      ),
    );
    expect(files.patients.map(({ isAmbiguous, records }) => [isAmbiguous, records])).toEqual([
      [true, 0],
      [true, 0],
    ]);
    expect(files.undecided).toBe(3);
  });

  test('@threat-15 the same id in two files for two people: a third file’s records are neither’s', async () => {
    const files = await open(
      fakeSource('a.json', JSON.stringify(patient('1', 'Zoe'))),
      fakeSource('b.json', JSON.stringify(patient('1', 'Abel'))),
      fakeSource('c.ndjson', ndjson(condition('a', 'Patient/1'))),
    );
    expect(files.patients.map(({ met, records }) => [met?.name, records])).toEqual([
      ['Abel, Ann', 1],
      ['Zoe, Ann', 1],
    ]);
    expect(files.undecided).toBe(1);
  });

  test('one person twice, with another name and the same number, is one person', async () => {
    const number = { identifier: [{ system: 'urn:oid:1.2.3', value: 'HF1' }] };
    const files = await open(
      fakeSource('x.ndjson', ndjson(patient('1', 'Zoe', number), patient('1', 'Zoe-Abel', number))),
    );
    expect(files.patients.map(({ met, records }) => [met?.name, records])).toEqual([['Zoe-Abel, Ann', 2]]);
  });
});

describe('when they were exported', () => {
  const records = fakeSource('Patient.ndjson', ndjson(patient('1', 'Zoe')));

  test('by the manifest, the Bundle, the file: in this order', async () => {
    const manifest = fakeSource('export.json', '{"transactionTime":"2026-03-04T05:06:07Z","files":[]}');
    const bundle = fakeSource('b.json', '{"resourceType":"Bundle","timestamp":"2026-02-01T00:00:00Z"}');
    const when = async (...sources: readonly FileSource[]) => {
      const { exported } = await open(...sources);
      return exported && [exported.by, new Date(exported.at).toISOString()];
    };
    expect(await when(records, bundle, manifest)).toEqual(['manifest', '2026-03-04T05:06:07.000Z']);
    expect(await when(records, bundle)).toEqual(['bundle', '2026-02-01T00:00:00.000Z']);
    expect(await when(records)).toEqual(['file', '2026-11-20T12:00:00.000Z']);
  });

  test('a manifest is no fault of the folder', async () => {
    const { reports } = await open(fakeSource('export.json', '{"transactionTime":"2026-03-04T05:06:07Z"}'));
    expect(reports[0]?.bad.count).toBe(0);
  });
});

describe('bad files', () => {
  const one = async (path: string, content: string | Uint8Array<ArrayBuffer>) => {
    const { reports, patients } = await open(fakeSource(path, content));
    return { report: reports[0], patients };
  };

  test('bad lines lose nothing of the others', async () => {
    const { report, patients } = await one(
      'x.ndjson',
      `${ndjson(patient('1', 'Zoe'))}not json\n[]\n{"a":1}\n${ndjson(patient('2', 'Abel'))}{"resourceType":"Pat`,
    );
    expect(patients).toHaveLength(2);
    expect(report?.bad).toEqual({ count: 4, at: [2, 3, 4, 6] });
    expect(report?.isCutOff).toBe(true);
  });

  test('a Bundle that was cut off: what stands before that is there', async () => {
    const whole = JSON.stringify({
      resourceType: 'Bundle',
      entry: [{ resource: patient('1', 'Zoe') }, { resource: patient('2', 'Abel') }],
    });
    const { report, patients } = await one('b.json', whole.slice(0, -40));
    expect(patients.map(({ id }) => id)).toEqual(['1']);
    expect(report?.isCutOff).toBe(true);
  });

  test('letters that are not UTF-8 cost the letters alone', async () => {
    const bytes = new TextEncoder().encode(ndjson(patient('1', 'ZoX')));
    bytes[bytes.indexOf('X'.charCodeAt(0))] = 0xeb;
    const { report, patients } = await one('x.ndjson', bytes);
    expect(patients[0]?.met?.name).toBe('Zo\uFFFD, Ann');
    expect(report?.hasBrokenLetters).toBe(true);
  });

  test.each([
    ['empty', 'a.json', ''],
    ['packed', 'a.zip', 'PK\u0003\u0004'],
    ['no-record', 'letter.txt', 'Dear colleague'],
    ['fhir-xml', 'p.xml', '<Patient xmlns="http://hl7.org/fhir"/>'],
    ['ccda', 'd.xml', '<?xml version="1.0"?><ClinicalDocument xmlns="urn:hl7-org:v3"/>'],
    ['json', 'a.json', 'Dear colleague'],
  ])('%s', async (kind, path, content) => {
    const { report } = await one(path, content);
    expect(report?.kind).toBe(kind);
    expect(report?.records).toBe(0);
  });

  test('a Bundle whose entries are named by escaped letters is read, and one without any is said', async () => {
    const entries = JSON.stringify([{ resource: patient('1', 'Zoe') }]);
    const escaped = await one('b.json', `{"resourceType":"Bundle","\\u0065ntry":${entries}}`);
    expect(escaped.patients.map(({ id }) => id)).toEqual(['1']);
    expect(escaped.report).toMatchObject({ records: 1, withoutEntries: 0 });
    for (const path of ['e.json', 'e.ndjson'])
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect((await one(path, '{"resourceType":"Bundle","total":3}')).report).toMatchObject({
        records: 0,
        withoutEntries: 1,
        bad: { count: 0 },
      });
  });

  test('what is called JSON and is none is a fault', async () => {
    const { report } = await one('a.json', 'Dear colleague');
    expect(report?.bad.count).toBe(1);
  });

  test('UTF-16 is said, not guessed', async () => {
    const { report } = await one('a.json', Uint8Array.from([0xff, 0xfe, 0x7b, 0, 0x7d, 0]));
    expect(report?.kind).toBe('utf-16');
  });

  test('a file that goes away while it is read', async () => {
    const source = {
      ...fakeSource('x.ndjson', ndjson(patient('1', 'Z'))),
      read: () => Promise.reject(new Error()),
    };
    const { reports } = await open(source, fakeSource('y.ndjson', ndjson(patient('2', 'Y'))));
    expect(reports.map(({ isUnreadable, records }) => [isUnreadable, records])).toEqual([
      [true, 0],
      [false, 1],
    ]);
  });
});

test('the version is the one that fewest records speak against', async () => {
  const version = async (...resources: readonly object[]) =>
    (await open(fakeSource('x.ndjson', ndjson(...resources)))).version;
  expect(await version(patient('1', 'Z'))).toBe('R4');
  expect(
    await version({ ...condition('a', 'Patient/1'), clinicalStatus: 'active', assertedDate: '2016' }),
  ).toBe('STU3');
  expect(await version({ resourceType: 'MedicationOrder', patient: { reference: 'Patient/1' } })).toBe(
    'DSTU2',
  );
});

test('people are found by name, birth date in either spelling, and number', async () => {
  const { patients } = await open(
    fakeSource(
      'x.ndjson',
      ndjson(
        patient('1', 'Müller', { identifier: [{ value: 'HF123' }] }),
        patient('2', 'Abel', { birthDate: '1955-07-25' }),
      ),
    ),
  );
  const ids = (find: string) => findInPatients(patients, find).map(({ id }) => id);
  expect(ids('muller')).toEqual(['1']);
  expect(ids('ann mül')).toEqual(['1']);
  expect(ids('hf12')).toEqual(['1']);
  expect(ids('7/25/1955')).toEqual(['2']);
  expect(ids('1955-07')).toEqual(['2']);
  expect(ids('  ')).toHaveLength(2);
  expect(ids('nobody')).toEqual([]);
});

test('a Bundle’s thousands of entries are read some megabytes at a time', async () => {
  const entry = Array.from({ length: 3000 }, (_, n) => ({ resource: condition(`c${n}`, 'Patient/1') }));
  const source = fakeSource('b.json', JSON.stringify({ resourceType: 'Bundle', entry }));
  let reads = 0;
  const { patients } = await open({
    ...source,
    read: (start, end) => {
      reads += 1;
      return source.read(start, end);
    },
  });
  expect(patients[0]?.records).toBe(3000);
  // What it is, where the entries are, whose they are.
  expect(reads).toBe(3);
});
