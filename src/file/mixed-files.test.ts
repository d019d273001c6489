/** Two practices' files opened together, and one's in which a number means two things: nothing crosses over. */
import { describe, expect, test } from 'vitest';
import { fakeSource, ndjson } from './fake-source.ts';
import type { OpenedFiles } from './gathering.ts';
import { about, bundle, chart, json, open, person } from './mixed-fixture.ts';

const counts = (files: OpenedFiles) => files.patients.map(({ met, records }) => [met?.name, records]);

describe('one number, two records', () => {
  const allergy = (text: string, lastUpdated?: string) => ({
    resourceType: 'AllergyIntolerance',
    id: '1',
    patient: { reference: 'Patient/1' },
    code: { text },
    ...(lastUpdated && { meta: { lastUpdated } }),
  });
  const read = async (...allergies: readonly object[]) => {
    const files = await open(fakeSource('x.ndjson', ndjson(person('1', 'Anna'), ...allergies)));
    const { answer, reading } = await chart(files, 'Anna');
    return {
      told: reading.told(),
      texts: answer('AllergyIntolerance')?.records.map(({ code }) => (code as { text: string }).text),
    };
  };

  test('neither is dropped where it is not said which is newer', async () => {
    const { texts, told } = await read(allergy('Penicillin'), allergy('Latex'));
    expect(texts).toEqual(['Penicillin', 'Latex']);
    expect(told).toMatchObject({ apart: 2, replaced: 0 });
    const one = await read(allergy('Penicillin', '2026-01-01T00:00:00Z'), allergy('Latex'));
    expect(one.texts).toHaveLength(2);
    const bad = await read(allergy('Penicillin', 'yesterday'), allergy('Latex', '2026-01-01T00:00:00Z'));
    expect(bad.texts).toHaveLength(2);
  });

  test('the later instant wins, not the later text, and it is said', async () => {
    const { texts, told } = await read(
      allergy('Later', '2026-01-01T23:30:00-05:00'),
      allergy('Earlier', '2026-01-02T01:00:00Z'),
    );
    expect(texts).toEqual(['Later']);
    expect(told).toMatchObject({ replaced: 1, apart: 0 });
  });

  test('the same twice is one', async () => {
    const { texts, told } = await read(allergy('Latex'), allergy('Latex'));
    expect(texts).toEqual(['Latex']);
    expect(told).toMatchObject({ replaced: 0, apart: 0 });
  });
});

describe('@threat-15 whose records are', () => {
  const template = (name: string, condition: string) =>
    bundle(
      ['urn:uuid:p', { ...person('', name), id: undefined }],
      [undefined, about('Condition', condition, 'urn:uuid:p')],
    );

  test.each([
    ['a list of Bundles', (all: readonly object[]) => json('x.json', all)],
    ['lines of Bundles', (all: readonly object[]) => fakeSource('x.ndjson', ndjson(...all))],
  ])('%s with the same urn: each Bundle’s own patient’s', async (_, source) => {
    const files = await open(source([template('Anna', 'a'), template('Bob', 'b')]));
    expect(counts(files)).toEqual([
      ['Anna', 2],
      ['Bob', 2],
    ]);
    expect((await chart(files, 'Anna')).ids('Condition')).toEqual(['a']);
    expect((await chart(files, 'Bob')).ids('Condition')).toEqual(['b']);
  });

  test('a urn whose Patient is in another Bundle is nobody’s', async () => {
    const lost = bundle([undefined, about('Condition', 'c', 'urn:uuid:p')]);
    const one = await open(json('x.json', [template('Anna', 'a'), lost]));
    expect(counts(one)).toEqual([['Anna', 2]]);
    const files = await open(json('x.json', [template('Anna', 'a'), template('Bob', 'b'), lost]));
    expect(files.undecided).toBe(1);
    expect([...files.undecidedOf]).toEqual([['Condition', 1]]);
  });

  test('a record that fits two people joins neither with the other', async () => {
    const number = (...values: readonly string[]) => ({
      identifier: values.map((value) => ({ system: 'urn:x', value })),
    });
    const files = await open(
      fakeSource(
        'x.ndjson',
        ndjson(
          person('1', 'Anna', { ...number('A'), birthDate: '1980-01-01' }),
          person('1', 'Bob', { ...number('B'), birthDate: '1990-01-01' }),
          person('1', 'Carl', { ...number('A', 'B'), birthDate: undefined }),
          about('Condition', 'c', 'Patient/1'),
        ),
      ),
    );
    expect(files.patients.map(({ isAmbiguous, records }) => [isAmbiguous, records])).toEqual([
      [true, 0],
      [true, 0],
      [true, 0],
    ]);
    expect(files.undecided).toBe(4);
  });

  test('without names, or by a number of another system, nobody is the same', async () => {
    const nameless = { name: undefined, birthDate: undefined };
    const two = await open(
      fakeSource('x.ndjson', ndjson(person('1', '', nameless), person('1', '', nameless))),
    );
    expect(two.patients).toHaveLength(2);
    const by = (system: string) => ({ identifier: [{ system, value: '7' }], birthDate: undefined });
    const numbers = await open(
      fakeSource('x.ndjson', ndjson(person('1', 'Anna', by('urn:a')), person('1', 'Bob', by('urn:b')))),
    );
    expect(numbers.patients).toHaveLength(2);
  });

  test('an id without its Patient record is nobody’s as soon as there are two folders', async () => {
    const files = await open(
      fakeSource('a/x.ndjson', ndjson(person('1', 'Anna'))),
      fakeSource(
        'b/x.ndjson',
        ndjson(about('Condition', 'c', 'Patient/1'), about('Condition', 'd', 'Patient/2')),
      ),
    );
    expect(counts(files)).toEqual([['Anna', 1]]);
    expect(files.undecided).toBe(2);
  });

  test('the server of a reference is part of whose it is', async () => {
    const files = await open(
      json(
        'x.json',
        bundle(
          ['https://a.example/fhir/Patient/1', person('1', 'Anna')],
          ['https://a.example/fhir/Condition/c', about('Condition', 'c', 'https://a.example/fhir/Patient/1')],
          ['https://a.example/fhir/Condition/d', about('Condition', 'd', 'https://b.example/fhir/Patient/1')],
        ),
      ),
    );
    expect((await chart(files, 'Anna')).ids('Condition')).toEqual(['c']);
    expect(files.undecided).toBe(1);
  });

  test('a record that names one id on two servers is nobody’s', async () => {
    const torn = about('Condition', 'c', 'https://a.example/fhir/Patient/1', {
      patient: { reference: 'https://b.example/fhir/Patient/1' },
    });
    const of = (base: string, name: string, ...more: readonly object[]) =>
      bundle([`${base}/Patient/1`, person('1', name)], ...more.map((one) => [undefined, one] as const));
    const files = await open(
      json('a.json', of('https://a.example/fhir', 'Anna', torn)),
      json('b.json', of('https://b.example/fhir', 'Bob')),
    );
    expect(counts(files)).toEqual([
      ['Anna', 1],
      ['Bob', 1],
    ]);
  });

  test('an export with a folder for each type is one export, by its manifest', async () => {
    const files = await open(
      fakeSource('x/export.json', '{"transactionTime":"2026-03-04T05:06:07Z","output":[]}'),
      fakeSource('x/Patient/1.ndjson', ndjson(person('1', 'Anna'))),
      fakeSource('x/Condition/1.ndjson', ndjson(about('Condition', 'c', 'Patient/1'))),
    );
    expect(counts(files)).toEqual([['Anna', 2]]);
  });
});

describe('versions', () => {
  const undone = {
    resourceType: 'Procedure',
    id: 'p',
    subject: { reference: 'Patient/1' },
    status: 'completed',
    notPerformed: true,
  };
  const later = Array.from({ length: 5 }, (_, n) =>
    about('Condition', `c${n}`, 'Patient/1', { clinicalStatus: { text: 'x' }, recordedDate: '2020' }),
  );

  test('one file’s many records do not say how another’s are read', async () => {
    const earlier = about('MedicationOrder', 'm', 'Patient/1', { patient: { reference: 'Patient/1' } });
    const files = await open(
      fakeSource('new.ndjson', ndjson(person('1', 'Anna'), ...later)),
      fakeSource('old.ndjson', ndjson(person('1', 'Anna'), undone, earlier)),
    );
    const { answer, reading } = await chart(files, 'Anna');
    expect(answer('Procedure')?.records[0]?.['status']).toBe('not-done');
    expect(answer('MedicationOrder')?.records[0]?.resourceType).toBe('MedicationRequest');
    expect(reading.searchesFor('medications').map(({ id }) => id)).toContain('MedicationOrder');
    expect(answer('Condition')?.records[0]?.['recordedDate']).toBe('2020');
  });

  test('nor those of its own file, where the record itself speaks against it', async () => {
    const files = await open(fakeSource('x.ndjson', ndjson(person('1', 'Anna'), ...later, undone)));
    const { answer } = await chart(files, 'Anna');
    expect(answer('Procedure')?.records[0]?.['status']).toBe('not-done');
    expect(files.version).toBe('R4');
  });
});

describe('what is not there is not said to be none', () => {
  test('a file that was cut off: lists without records are not "none"', async () => {
    const files = await open(
      fakeSource(
        'x.ndjson',
        ndjson(person('1', 'Anna'), person('2', 'Bob'), about('Condition', 'c', 'Patient/1')),
      ),
      fakeSource(
        'AllergyIntolerance.ndjson',
        `${ndjson({ resourceType: 'AllergyIntolerance', id: 'a', patient: { reference: 'Patient/1' } })}{"resourceType":"All`,
      ),
    );
    expect(files.isIncomplete).toBe(true);
    const bob = await chart(files, 'Bob');
    expect(bob.reading.stateOf('AllergyIntolerance').state).toBe('not-offered');
    const anna = await chart(files, 'Anna');
    expect(anna.answer('AllergyIntolerance')).toMatchObject({ more: true });
  });

  const allergyOf = (id: string) => ({
    resourceType: 'AllergyIntolerance',
    id: `a${id}`,
    patient: { reference: `Patient/${id}` },
  });
  const stateFor = async (files: OpenedFiles, name: string) =>
    (await chart(files, name)).reading.stateOf('AllergyIntolerance').state;

  test('another person’s Bundle with allergies says nothing of this one’s; one Bundle of both does', async () => {
    const [anna, bob] = [person('1', 'Anna'), person('2', 'Bob')];
    const theirs = bundle([undefined, bob], [undefined, allergyOf('2')]);
    const apart = await open(
      json('anna.json', bundle([undefined, anna], [undefined, about('Condition', 'c', 'Patient/1')])),
      json('bob.json', theirs),
      json('found.json', bundle([undefined, allergyOf('2')])),
    );
    expect(await stateFor(apart, 'Anna')).toBe('not-offered');
    expect(await stateFor(apart, 'Bob')).toBe('read');
    // Of what lists there are for other people’s records alone, this one gets none.
    const { reading } = await chart(apart, 'Anna');
    expect(reading.searchesFor('allergies').map(({ id }) => reading.stateOf(id).state)).toEqual([
      'not-offered',
    ]);
    const together = await open(
      json('both.json', bundle([undefined, anna], [undefined, bob], [undefined, allergyOf('2')])),
    );
    expect(await stateFor(together, 'Anna')).toBe('read');
    // Lines of Bundles are Bundles.
    const lines = await open(fakeSource('x.ndjson', ndjson(bundle([undefined, anna]), theirs)));
    expect(await stateFor(lines, 'Anna')).toBe('not-offered');
  });

  test('an export’s lines speak for everybody in it, and for nobody of another folder or beside it', async () => {
    const bob = fakeSource('in/AllergyIntolerance.ndjson', ndjson(allergyOf('2')));
    const people = fakeSource('in/Patient.ndjson', ndjson(person('1', 'Anna'), person('2', 'Bob')));
    const carl = fakeSource('else/Patient.ndjson', ndjson(person('3', 'Carl')));
    const dora = json('in/dora.json', person('4', 'Dora'));
    const files = await open(people, bob, carl, dora);
    expect(await stateFor(files, 'Anna')).toBe('read');
    expect(await stateFor(files, 'Carl')).toBe('not-offered');
    expect(await stateFor(files, 'Dora')).toBe('not-offered');
  });

  test('the program that wrote a summary is nobody’s device; an implant that names nobody is said', async () => {
    const summary = (device: object) =>
      open(
        json('ips.json', {
          ...bundle(
            [undefined, about('Composition', 'c', 'Patient/1', { author: [{ reference: 'Device/d' }] })],
            [undefined, person('1', 'Anna')],
            [undefined, { resourceType: 'Device', id: 'd', ...device }],
          ),
          type: 'document',
        }),
      );
    const program = await summary({ deviceName: [{ name: 'A program', type: 'user-friendly-name' }] });
    expect([...program.unnamed]).toEqual([]);
    expect((await chart(program, 'Anna')).reading.stateOf('Device').state).toBe('not-offered');
    expect([...(await summary({ id: 'p', type: { text: 'Pacemaker' } })).unnamed]).toEqual([['Device', 1]]);
  });

  test('records that could not be assigned are said in their list', async () => {
    const files = await open(
      fakeSource('a/x.ndjson', ndjson(person('1', 'Anna'), about('Condition', 'c', 'Patient/1'))),
      fakeSource(
        'b/x.ndjson',
        ndjson({ resourceType: 'AllergyIntolerance', id: 'a', patient: { reference: 'Patient/9' } }),
      ),
    );
    expect((await chart(files, 'Anna')).answer('AllergyIntolerance')).toMatchObject({
      records: [],
      foreign: 1,
    });
  });

  test('a type that is none of FHIR’s names no list, and its records are counted', async () => {
    const strange = ['companions', 'addresses', 'Observation:laboratory', '__proto__'];
    const files = await open(
      fakeSource(
        'x.ndjson',
        ndjson(person('1', 'Anna'), ...strange.map((type) => about(type, 'x', 'Patient/1'))),
      ),
    );
    const { reading, answer } = await chart(files, 'Anna');
    expect(reading.searches.filter(({ type }) => strange.includes(type))).toEqual([]);
    expect(answer('Patient')?.unreadable).toHaveLength(4);
  });
});
