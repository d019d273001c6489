/** Two practices' files opened together, and one's in which a number means two things: nothing crosses over. */
import { describe, expect, test } from 'vitest';
import { fakeSource, ndjson } from './fake-source.ts';
import { about, bundle, chart, json, open, person } from './mixed-fixture.ts';

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe('@threat-15 what a reference means', () => {
  const order = (subject: string) =>
    about('MedicationRequest', 'm', subject, { medicationReference: { reference: 'Medication/1' } });
  const drug = (text: string) => ({ resourceType: 'Medication', id: '1', code: { text } });

  test('two practices’ Medication/1: each chart has its own', async () => {
    const practice = (folder: string, id: string, name: string, medicine: string) => [
      fakeSource(`${folder}/Patient.ndjson`, ndjson(person(id, name))),
      fakeSource(`${folder}/MedicationRequest.ndjson`, ndjson(order(`Patient/${id}`))),
      fakeSource(`${folder}/Medication.ndjson`, ndjson(drug(medicine))),
    ];
    const files = await open(
      ...practice('a', '1', 'Anna', 'Aspirin'),
      ...practice('b', '2', 'Bob', 'Warfarin'),
    );
    const anna = await chart(files, 'Anna');
    const bob = await chart(files, 'Bob');
    expect(anna.reading.find('Medication/1')?.['code']).toEqual({ text: 'Aspirin' });
    expect(bob.reading.find('Medication/1')?.['code']).toEqual({ text: 'Warfarin' });
  });

  test('its own file first, where files were opened one by one', async () => {
    const files = await open(
      fakeSource('a.ndjson', ndjson(person('1', 'Anna'), order('Patient/1'), drug('Aspirin'))),
      fakeSource('b.ndjson', ndjson(person('2', 'Bob'), order('Patient/2'), drug('Warfarin'))),
    );
    const { reading } = await chart(files, 'Anna');
    expect(reading.find('Medication/1')?.['code']).toEqual({ text: 'Aspirin' });
    expect(reading.told().unclear).toBe(0);
  });

  test('another folder’s is never meant, and of two that differ neither is', async () => {
    const own = fakeSource('a/x.ndjson', ndjson(person('1', 'Anna'), order('Patient/1')));
    const elsewhere = await open(own, fakeSource('b/y.ndjson', ndjson(drug('Warfarin'))));
    expect((await chart(elsewhere, 'Anna')).reading.find('Medication/1')).toBeUndefined();
    const two = await open(
      own,
      fakeSource('a/y.ndjson', ndjson(drug('Warfarin'))),
      fakeSource('a/z.ndjson', ndjson(drug('Aspirin'))),
    );
    const { reading } = await chart(two, 'Anna');
    expect(reading.find('Medication/1')).toBeUndefined();
    expect(reading.told().unclear).toBe(1);
  });

  test('two of one chart that mean two things by the same words mean neither', async () => {
    const of = (medicine: string, n: string) =>
      bundle(
        [undefined, person('1', 'Anna')],
        [undefined, { ...order('Patient/1'), id: n }],
        [undefined, drug(medicine)],
      );
    const files = await open(json('a/1.json', of('Aspirin', 'm1')), json('b/2.json', of('Warfarin', 'm2')));
    const { reading, ids } = await chart(files, 'Anna');
    expect(ids('MedicationRequest')).toEqual(['m1', 'm2']);
    expect(reading.find('Medication/1')).toBeUndefined();
    expect(reading.told().unclear).toBe(1);
  });

  test('Provenance of another practice’s record of the same number is not this one’s', async () => {
    const files = await open(
      fakeSource('a/x.ndjson', ndjson(person('1', 'Anna'), about('Condition', 'c', 'Patient/1'))),
      fakeSource(
        'b/x.ndjson',
        ndjson({ resourceType: 'Provenance', id: 'p', target: [{ reference: 'Condition/c' }] }),
      ),
    );
    const { reading, answer } = await chart(files, 'Anna');
    expect(reading.provenanceOf(answer('Condition')!.records[0]!)).toEqual([]);
  });

  test('Provenance that names its target by an address of their Bundle', async () => {
    const of = (name: string, id: string) =>
      bundle(
        [undefined, person(id, name)],
        ['urn:uuid:c', about('Condition', `c${id}`, `Patient/${id}`)],
        [undefined, { resourceType: 'Provenance', id: `p${id}`, target: [{ reference: 'urn:uuid:c' }] }],
      );
    const files = await open(json('x.json', [of('Anna', '1'), of('Bob', '2')]));
    const { reading, answer } = await chart(files, 'Anna');
    expect(reading.provenanceOf(answer('Condition')!.records[0]!).map(({ id }) => id)).toEqual(['p1']);
  });

  const letter = (url: string, subject: string) =>
    about('DocumentReference', 'd', subject, { content: [{ attachment: { url } }] });
  const binary = (text: string) => ({ resourceType: 'Binary', id: '1', data: btoa(text) });

  test('a letter is that of the record’s own file, and a bare name that of its own folder', async () => {
    const files = await open(
      fakeSource(
        'a/x.ndjson',
        ndjson(person('1', 'Anna'), letter('Binary/1', 'Patient/1'), binary('Anna’s'.slice(0, 4))),
      ),
      fakeSource('b/x.ndjson', ndjson(person('2', 'Bob'), letter('Binary/1', 'Patient/2'), binary('Bob'))),
    );
    const { reading } = await chart(files, 'Anna');
    expect(textOf((await reading.fetchAttachment('Binary/1')).bytes)).toBe('Anna');
    const beside = await open(
      fakeSource('a/x.ndjson', ndjson(person('1', 'Anna'), letter('letter.pdf', 'Patient/1'))),
      fakeSource('b/letter.pdf', '%PDF of Bob'),
    );
    await expect((await chart(beside, 'Anna')).reading.fetchAttachment('letter.pdf')).rejects.toMatchObject({
      failure: { reason: 'foreign-link' },
    });
  });

  test('an address of another server is not this one’s Binary, and the files’ own is', async () => {
    const at = (url: string) =>
      bundle(
        ['https://own.example/fhir/Patient/1', person('1', 'Anna')],
        ['https://own.example/fhir/DocumentReference/d', letter(url, 'Patient/1')],
        ['https://own.example/fhir/Binary/1', binary('Anna')],
      );
    const fetched = async (url: string) =>
      textOf(
        (await (await chart(await open(json('a.json', at(url))), 'Anna')).reading.fetchAttachment(url)).bytes,
      );
    expect(await fetched('https://own.example/fhir/Binary/1')).toBe('Anna');
    await expect(fetched('https://other.example/fhir/Binary/1')).rejects.toMatchObject({
      failure: { reason: 'foreign-link' },
    });
  });
});
