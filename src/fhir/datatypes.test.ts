import { describe, expect, it } from 'vitest';
import { isCurrentAddress, readAddress, readAddresses } from './addresses.ts';
import { readAnnotations } from './annotation.ts';
import { readAttachment } from './attachment.ts';
import { readIdentifier } from './identifiers.ts';
import { ownRow } from './json.ts';
import { readName, readNames } from './names.ts';
import { readNarrative } from './narrative.ts';
import { readReference } from './reference.ts';
import { readTelecoms } from './telecom.ts';

describe('names', () => {
  it('as the EHR writes it: family first', () => {
    const name = readName({
      use: 'official',
      family: 'SMITH',
      given: ['DAVID', 'J'],
      prefix: ['Dr.'],
      suffix: ['Jr.'],
    });
    expect(name).toMatchObject({ familyFirst: 'SMITH, DAVID J Jr.', label: 'Dr. DAVID J SMITH Jr.' });
  });

  it.each([
    [{ text: '山田 太郎' }, '山田 太郎', '山田 太郎'],
    [{ family: 'Smith' }, 'Smith', 'Smith'],
    [{ given: ['Baby Boy'] }, 'Baby Boy', 'Baby Boy'],
    ['David Smith', 'David Smith', 'David Smith'],
    [{ family: ['van', 'Beek'], given: 'Jan' }, 'Jan van Beek', 'van Beek, Jan'],
  ])('%j', (sent, label, familyFirst) => {
    expect(readName(sent)).toMatchObject({ label, familyFirst });
  });

  it('names nobody', () => {
    expect(readNames([{}, null, { given: [null] }, 3])).toEqual([]);
  });
});

describe('references', () => {
  it.each([
    ['Patient/428946492', 'Patient', '428946492'],
    ['https://fhir.example.org/api/fhir/R4/Condition/PL-1', 'Condition', 'PL-1'],
    ['Practitioner/7/_history/2', 'Practitioner', '7'],
    ['#med1', undefined, undefined],
    ['urn:uuid:4f0a8a4c-9b1b-4b8e-8c83-8d4c3f4a5b6c', undefined, undefined],
  ])('%s', (reference, type, id) => {
    expect(readReference({ reference })).toMatchObject({ reference, type, id });
  });

  it('a display or an identifier alone is enough', () => {
    expect(readReference({ display: 'Dr. Ng' })?.display).toBe('Dr. Ng');
    expect(readReference({ identifier: { value: '123' } })?.identifier?.value).toBe('123');
    expect(readReference({ type: 'Patient' })).toBeUndefined();
  });
});

describe('addresses', () => {
  const readAt = Date.UTC(2026, 6, 24, 8, 54, 22);
  const home = {
    line: ['1 Main St', 'Apt 2'],
    city: 'Irvine',
    state: 'CA',
    postalCode: '92612',
    country: 'US',
  };

  it('as an envelope has it', () => {
    expect(readAddress(home)?.lines).toEqual(['1 Main St', 'Apt 2', 'Irvine, CA 92612', 'US']);
    expect(readAddress({ text: '1 Main St\nIrvine' })?.lines).toEqual(['1 Main St', 'Irvine']);
    expect(readAddresses([{}, { period: { start: '2019' } }])).toEqual([]);
  });

  it.each([
    [
      'NextGen Office sets period.end to the time of the request: current',
      { end: '2026-07-24T01:54:21-07:00' },
      true,
    ],
    ['read hours ago in an open chart', { end: '2026-07-23T20:00:00Z' }, true],
    ['ended last year', { end: '2025-07-24T00:00:00Z' }, false],
    ['ended on an earlier day', { end: '2026-07-23' }, false],
    ['ends today', { end: '2026-07-24' }, true],
    ['ended in an earlier month', { end: '2026-06' }, false],
    ['ends this month', { end: '2026-07' }, true],
    ['ended in an earlier year', { end: '2025' }, false],
    ['no end', { start: '2019' }, true],
  ])('%s', (_, period, current) => {
    expect(isCurrentAddress(readAddress({ ...home, period })!, readAt)).toBe(current);
  });

  it('an old address is not current, whatever its period', () => {
    expect(isCurrentAddress(readAddress({ ...home, use: 'old' })!, readAt)).toBe(false);
  });
});

describe('contact points, notes, attachments, identifiers', () => {
  it('the one to try first comes first', () => {
    const sent = [{ value: 'a' }, { value: 'b', rank: 2 }, { value: 'c', rank: 1 }, { system: 'phone' }];
    expect(readTelecoms(sent).map((one) => one.value)).toEqual(['c', 'b', 'a']);
  });

  it('multiple notes, with author and time; plain text is a note too', () => {
    const notes = readAnnotations([
      { text: 'one', authorString: 'Dr. Ng', time: '2019-05-04' },
      { text: 'two', authorReference: { reference: 'Practitioner/1', display: 'Dr. Ray' } },
      'three',
      { text: '' },
    ]);
    expect(notes.map((note) => [note.text, note.author, note.time?.sent])).toEqual([
      ['one', 'Dr. Ng', '2019-05-04'],
      ['two', 'Dr. Ray', undefined],
      ['three', undefined, undefined],
    ]);
  });

  it('an attachment keeps its bytes as sent', () => {
    expect(readAttachment({ contentType: 'text/plain', data: 'aGk=', creation: '2019' })).toMatchObject({
      data: 'aGk=',
    });
    expect(readAttachment({ contentType: 'text/plain' })).toBeUndefined();
  });

  it('an identifier names who gave it', () => {
    const assigner = { reference: 'Organization/1673497' };
    expect(readIdentifier({ value: '1', assigner })).toMatchObject({ assigner: 'Organization/1673497' });
    expect(readIdentifier({ use: 'usual' })).toBeUndefined();
  });
});

describe('the narrative', () => {
  const div = '<div xmlns="http://www.w3.org/1999/xhtml"><p>Allergic to &amp;c.</p></div>';

  it.each([
    ['generated', false],
    ['additional', true],
    ['extensions', true],
    [undefined, true],
    ['strange', true],
  ])('status %s: may say more than the elements: %s', (status, saysMore) => {
    expect(readNarrative({ resourceType: 'X', text: { status, div } })).toMatchObject({
      status,
      html: div,
      saysMore,
    });
  });

  it('one without words is none', () => {
    expect(
      readNarrative({ resourceType: 'X', text: { status: 'empty', div: '<div>&nbsp;<br/></div>' } }),
    ).toBeUndefined();
    expect(readNarrative({ resourceType: 'X' })).toBeUndefined();
  });
});

describe('tables of ours', () => {
  it.each(['constructor', '__proto__', 'toString', undefined])(
    'never find what every object inherits: %s',
    (key) => {
      expect(ownRow({ a: 1 }, key)).toBeUndefined();
    },
  );
});
