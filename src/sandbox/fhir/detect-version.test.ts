import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { reportOfData } from '#sandbox/data-report.ts';
import { castResources } from '#sandbox/people/resources.ts';
import { detectVersion, mixtureIn } from './detect-version.ts';
import { inEarlierVersion } from './earlier/earlier-records.ts';
import { loadData } from './load-data.ts';
import type { FhirResource } from './resource.ts';

const patient = { resourceType: 'Patient', id: 'p' };
const subject = { reference: 'Patient/p' };

test.each<readonly [string, string, FhirResource]>([
  ['dstu2', 'its statement', { resourceType: 'Conformance' }],
  ['stu3', 'its statement', { resourceType: 'CapabilityStatement', fhirVersion: '3.0.1' }],
  ['r4', 'its statement', { resourceType: 'CapabilityStatement', fhirVersion: '4.0.1' }],
  [
    'dstu2',
    'a profile',
    { ...patient, meta: { profile: ['http://fhir.org/guides/argonaut/StructureDefinition/argo-patient'] } },
  ],
  ['dstu2', 'a type', { resourceType: 'MedicationOrder', id: 'm' }],
  ['r4', 'a type', { resourceType: 'ServiceRequest', id: 's', subject }],
  ['stu3', 'a type that two have', { resourceType: 'ReferralRequest', id: 'r', subject }],
  ['dstu2', 'a family name', { ...patient, name: [{ family: ['Doe'] }] }],
  ['dstu2', 'an element', { resourceType: 'Observation', id: 'o', comments: 'x' }],
  ['stu3', 'an element', { resourceType: 'Condition', id: 'c', assertedDate: '2020' }],
  ['stu3', 'a shape', { resourceType: 'Goal', id: 'g', target: { dueDate: '2020' } }],
  ['r4', 'a shape', { resourceType: 'Condition', id: 'c', clinicalStatus: { coding: [{ code: 'active' }] } }],
  ['r4', 'nothing', patient],
])('%s by %s', (version, _by, record) => {
  expect(detectVersion([patient, record]).version).toBe(version);
});

test.each(['STU3', 'DSTU2'] as const)('the cast as %s is recognised, record by record', (version) => {
  const written = inEarlierVersion(castResources(), version).map(({ earlier }) => earlier);
  const { version: found, against } = detectVersion(written);
  expect([found, against[found]]).toEqual([version.toLowerCase(), 0]);
});

test('the cast of R4 is R4', () => {
  const { version, against } = detectVersion(castResources());
  expect([version, against.r4]).toEqual(['r4', 0]);
});

describe('a folder', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'chartside-version-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const order = { resourceType: 'MedicationOrder', id: 'm', patient: subject };
  const put = (...records: readonly object[]): Promise<void> =>
    writeFile(join(folder, 'all.json'), JSON.stringify(records));

  test('of DSTU2 is served as it is, whoever searches told so', async () => {
    await put(patient, order);
    const asked: string[] = [];
    const data = await loadData([folder], (version) => {
      asked.push(version);
      return ['MedicationOrder'];
    });
    expect(data).toMatchObject({ version: 'dstu2', mixture: undefined, skipped: [], unreachable: [] });
    expect(data.store.ofPatient('MedicationOrder', 'p')).toHaveLength(1);
    expect(asked).toEqual(['dstu2']);
    expect(reportOfData(data)).toContain('2 records of FHIR DSTU2.');
  });

  const r4 = ['1', '2'].map((id) => ({ resourceType: 'ServiceRequest', id, subject }));

  test('of two versions says so, and is served as what most of it is', async () => {
    await put(patient, order, ...r4);
    const data = await loadData([folder]);
    expect(data.version).toBe('r4');
    expect(reportOfData(data)).toContain('1 record looks like another FHIR version: all are served as R4.');
    expect(data.skipped.map(({ reason }) => reason)).toEqual([
      'holds a MedicationOrder, which is no FHIR R4 type',
    ]);
  });

  test('whose version was told is of that version, whatever it looks like', async () => {
    await put(patient, order, ...r4);
    const data = await loadData([folder], undefined, 'dstu2');
    expect(data).toMatchObject({ version: 'dstu2', mixture: undefined });
    expect(data.store.all('MedicationOrder')).toHaveLength(1);
  });
});

test('several records of another version', () => {
  const records = [1, 2, 3].map(() => ({ resourceType: 'ServiceRequest' }));
  const found = detectVersion([...records, { resourceType: 'Conformance' }, { resourceType: 'Order' }]);
  expect(mixtureIn(found)).toMatch(/^2 records look like another/);
});

const published = process.env['CHARTSIDE_DATA'];

describe.skipIf(published === undefined)('published sets', () => {
  test.each([
    ['synthea-stu3', 'stu3'],
    ['smart-stu3', 'stu3'],
    ['fhir-stu3-spec', 'stu3'],
    ['synthea-dstu2', 'dstu2'],
    ['custom-dstu2', 'dstu2'],
    ['fhir-dstu2-spec', 'dstu2'],
    ['fhir-r4-spec', 'r4'],
    ['uscore-6.1.0', 'r4'],
    ['inferno-refserver', 'r4'],
  ])('%s is %s', { timeout: 60_000 }, async (set, version) => {
    expect((await loadData([join(published ?? '', set)])).version).toBe(version);
  });
});
