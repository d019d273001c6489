import { describe, expect, it } from 'vitest';
import { gatherPages, mostEntries } from './bundle.ts';
import { isForeign } from './bundle-subject.ts';
import type { FhirResource } from './json.ts';

const about = (id: string) => ({ subject: { reference: `Patient/${id}` } });
const observation = (id: string, patient = '85') => ({ resourceType: 'Observation', id, ...about(patient) });
const bundle = (entry: readonly unknown[] | undefined, more: Record<string, unknown> = {}): FhirResource => ({
  resourceType: 'Bundle',
  type: 'searchset',
  ...(entry && { entry }),
  ...more,
});
const page = (
  resources: readonly unknown[],
  next?: string,
  more: Record<string, unknown> = {},
): FhirResource =>
  bundle(
    resources.map((resource) => ({ resource })),
    {
      ...(next && {
        link: [
          { relation: 'self', url: 'x' },
          { relation: 'next', url: next },
        ],
      }),
      ...more,
    },
  );
const ids = (records: readonly FhirResource[]) => records.map(({ id }) => id);

describe('one page', () => {
  it('an empty answer has no entry member', () => {
    const search = gatherPages('Observation', '85');
    expect(search.addPage(bundle(undefined, { total: 0 }))).toBeUndefined();
    expect(search.gathered().answer).toEqual({
      records: [],
      included: [],
      unreadable: [],
      foreign: 0,
      more: false,
      total: 0,
    });
  });

  it('matches without entry.search, companions apart, each once', () => {
    const search = gatherPages('Observation', '85');
    const provenance = { resourceType: 'Provenance', id: 'p', target: [{ reference: 'Observation/1' }] };
    search.addPage(
      bundle([
        { resource: observation('1') },
        { resource: provenance },
        { resource: observation('1') },
        { resource: provenance, search: { mode: 'include' } },
        { resource: { resourceType: 'OperationOutcome', issue: [] }, search: { mode: 'outcome' } },
        { resource: { resourceType: 'Practitioner', id: 'd' }, search: { mode: 'include' } },
        { resource: { resourceType: 'Specimen', id: 's', ...about('85') } },
        { resource: { ...observation('member') }, search: { mode: 'include' } },
      ]),
    );
    const { records, included } = search.gathered().answer;
    expect(ids(records)).toEqual(['1', 's', 'member']);
    expect(included.map(({ resourceType }) => resourceType)).toEqual([
      'Provenance',
      'OperationOutcome',
      'Practitioner',
    ]);
  });

  it('unreadable entries are kept as they came', () => {
    const search = gatherPages('Observation', '85');
    const odd = [
      null,
      'text',
      7,
      {},
      { fullUrl: 'x' },
      { resource: [] },
      { resource: { id: 'no type' } },
      {},
    ];
    search.addPage(bundle([{ resource: observation('1') }, ...odd]));
    const { records, unreadable } = search.gathered().answer;
    expect(ids(records)).toEqual(['1']);
    expect(unreadable).toEqual(odd);
  });

  it('records without an id are each kept', () => {
    const search = gatherPages('Observation', '85');
    const nameless = { resourceType: 'Observation', ...about('85'), code: { text: 'Height' } };
    search.addPage(page([nameless, nameless, { ...nameless, code: { text: 'Weight' } }], 'BASE?p=2'));
    search.addPage(page([nameless, nameless]));
    expect(search.gathered().answer.records).toHaveLength(3);
  });

  it('@threat-15 records of somebody else are refused and counted', () => {
    const search = gatherPages('Observation', '85');
    search.addPage(
      page([observation('1'), observation('2', '86'), observation('3'), observation('2', '86')]),
    );
    const { records, foreign } = search.gathered().answer;
    expect(ids(records)).toEqual(['1', '3']);
    expect(foreign).toBe(1);
  });

  it('a total above what came means there is more', () => {
    const more = (total: unknown): boolean => {
      const search = gatherPages('Observation', '85');
      search.addPage(page([observation('1'), observation('2')], undefined, { total }));
      return search.gathered().answer.more;
    };
    expect([more(undefined), more(2), more(1), more(3), more('nine')]).toEqual([
      false,
      false,
      false,
      true,
      false,
    ]);
  });

  it('@threat-23 what is beyond the bound is cut, and said so', () => {
    const search = gatherPages('Observation', '85');
    const many = Array.from({ length: mostEntries + 5 }, (_, n) => observation(`${n}`));
    expect(search.addPage(page(many, 'BASE?p=2'))).toBeUndefined();
    expect(search.gathered().answer.records).toHaveLength(mostEntries);
    expect(search.gathered().answer.more).toBe(true);
  });

  it.each([
    ['entry is one object', { resourceType: 'Bundle', entry: { resource: observation('1') } }, 1],
    ['entry is text', { resourceType: 'Bundle', entry: 'none' }, 0],
    ['link is no list', { resourceType: 'Bundle', link: 'x', entry: [{ resource: observation('1') }] }, 1],
    ['the next link has no url', { resourceType: 'Bundle', link: [{ relation: 'next' }], entry: [] }, 0],
  ])('odd shapes: %s', (_, odd, count) => {
    const search = gatherPages('Observation', '85');
    expect(search.addPage(odd)).toBeUndefined();
    expect(search.gathered().answer.records).toHaveLength(count);
  });
});

describe('pages', () => {
  it('follow the link as it is and join', () => {
    const search = gatherPages('Observation', '85');
    const link = 'https://fhir.example.com/r4?_getpages=u&_include=Provenance%3Atarget';
    expect(search.addPage(page([observation('1')], link, { total: 2 }))).toBe(link);
    expect(search.addPage(page([observation('2')], undefined, { total: 2 }))).toBeUndefined();
    expect(ids(search.gathered().answer.records)).toEqual(['1', '2']);
    expect(search.gathered().answer.more).toBe(false);
  });

  it('@threat-23 a circle ends, and says there may be more', () => {
    const search = gatherPages('Observation', '85');
    expect(search.addPage(page([observation('1')], 'b'))).toBe('b');
    expect(search.addPage(page([observation('2')], 'a'))).toBe('a');
    expect(search.addPage(page([observation('3')], 'b'))).toBeUndefined();
    expect(search.gathered().answer.more).toBe(true);
  });

  it('a page that only repeats ends the search; with all of the total there, nothing is missing', () => {
    const search = gatherPages('Observation', '85');
    search.addPage(page([observation('1'), observation('2')], 'x?_offset=2', { total: 2 }));
    expect(
      search.addPage(page([observation('1'), observation('2')], 'x?_offset=4', { total: 2 })),
    ).toBeUndefined();
    expect(search.gathered().answer).toMatchObject({ more: false, total: 2 });
    expect(search.gathered().answer.records).toHaveLength(2);
  });

  it('a first page without matches may have a second', () => {
    const search = gatherPages('Observation', '85');
    expect(search.addPage(page([], 'b'))).toBe('b');
    expect(search.addPage(page([observation('1')]))).toBeUndefined();
    expect(search.gathered().answer.more).toBe(false);
  });

  it('a failed later page leaves what was read', () => {
    const search = gatherPages('Observation', '85');
    search.addPage(page([observation('1')], 'b'));
    search.breakOff();
    expect(search.gathered().answer).toMatchObject({ more: true });
    expect(ids(search.gathered().answer.records)).toEqual(['1']);
  });

  it('@threat-23 the number of pages is bounded', () => {
    const search = gatherPages('Observation', '85');
    let next: string | undefined = 'p0';
    let pages = 0;
    while (next !== undefined && pages < 1000) {
      pages += 1;
      next = search.addPage(page([observation(`${pages}`)], `p${pages}`));
    }
    expect(pages).toBe(200);
    expect(search.gathered().answer.more).toBe(true);
  });
});

describe('@threat-15 whose record it is', () => {
  const of = (type: string, rest: Record<string, unknown>): FhirResource => ({ resourceType: type, ...rest });
  const person = (id: string) => ({ reference: `Patient/${id}` });

  it.each<[string, FhirResource]>([
    ['the patient', of('Patient', { id: '85' })],
    ['no subject', of('Medication', { id: 'm' })],
    ['a display alone', of('Observation', { subject: { display: 'Ana Example' } })],
    ['an identifier alone', of('Observation', { subject: { identifier: { value: '1' } } })],
    ['a group', of('Observation', { subject: { reference: 'Group/1' } })],
    ['a device', of('Observation', { subject: { reference: 'Device/86' } })],
    ['a contained subject', of('Observation', { subject: { reference: '#p' } })],
    ['a version', of('Observation', { subject: { reference: 'Patient/85/_history/3' } })],
    [
      'another base: the server’s own behind a relay',
      of('Observation', { subject: { reference: 'http://inside:8080/fhir/Patient/85' } }),
    ],
    ['lower case', of('Observation', { subject: { reference: 'patient/85' } })],
    ['urn:uuid of the patient', of('Observation', { subject: { reference: 'urn:uuid:85' } })],
    ['one of several', of('Account', { subject: [person('86'), person('85')] })],
    ['coverage', of('Coverage', { beneficiary: person('85'), subscriber: person('86') })],
    [
      'an appointment among others',
      of('Appointment', {
        participant: [{ actor: { reference: 'Practitioner/86' } }, { actor: person('85') }],
      }),
    ],
    [
      'an appointment that names no patient',
      of('Appointment', { participant: [{ actor: { reference: 'Practitioner/86' } }, {}] }),
    ],
    ['a performer who is a patient', of('Observation', { subject: person('85'), performer: [person('86')] })],
    ['text in place of a reference', of('Observation', { subject: 'Patient/85' })],
    ['a blank before it', of('Observation', { subject: { reference: ' Patient/85 ' } })],
    ['a query behind it', of('Observation', { subject: { reference: 'Patient/85?_format=json' } })],
    ['a malformed subject', of('Observation', { subject: 'Patient/86 or so' })],
  ])('not foreign: %s', (_, resource) => {
    expect(isForeign(resource, '85')).toBe(false);
  });

  it.each<[string, FhirResource]>([
    ['another patient', of('Patient', { id: '86' })],
    ['a patient without an id', of('Patient', {})],
    ['subject', of('Observation', { subject: person('86') })],
    ['an id that begins alike', of('Observation', { subject: person('850') })],
    ['an id in other letter case', of('Observation', { subject: { reference: 'Patient/85A' } })],
    ['patient', of('AllergyIntolerance', { patient: person('86') })],
    ['beneficiary', of('Coverage', { beneficiary: person('86') })],
    ['individual', of('ResearchSubject', { individual: person('86') })],
    ['for', of('Task', { for: person('86') })],
    ['absolute', of('Observation', { subject: { reference: 'https://fhir.example.com/r4/Patient/86' } })],
    ['a version', of('Observation', { subject: { reference: 'Patient/86/_history/1' } })],
    ['a bare id', of('Immunization', { patient: { reference: '86' } })],
    ['a urn that is not the patient', of('Observation', { subject: { reference: 'urn:uuid:86' } })],
    ['text in place of a reference', of('Observation', { subject: 'Patient/86' })],
    ['blanks around it', of('Observation', { subject: { reference: ' Patient/86 ' } })],
    ['a query behind it', of('Observation', { subject: { reference: 'Patient/86?_format=json' } })],
    ['a fragment behind it', of('Observation', { subject: { reference: 'Patient/86#name' } })],
    ['two elements that disagree', of('Device', { patient: person('86'), subject: person('85') })],
    ['an appointment of others', of('Appointment', { participant: [{ actor: person('86') }] })],
    ['an answer to an appointment', of('AppointmentResponse', { actor: person('86') })],
  ])('foreign: %s', (_, resource) => {
    expect(isForeign(resource, '85')).toBe(true);
  });

  it('a urn is resolved within its bundle', () => {
    const search = gatherPages('Observation', '85');
    search.addPage(
      bundle([
        { fullUrl: 'urn:uuid:aa', resource: { resourceType: 'Patient', id: '85' } },
        { fullUrl: 'urn:uuid:bb', resource: { resourceType: 'Patient', id: '86' } },
        { fullUrl: 'urn:uuid:cc', resource: { resourceType: 'Group', id: 'g' } },
        { resource: { resourceType: 'Observation', id: '1', subject: { reference: 'urn:uuid:aa' } } },
        { resource: { resourceType: 'Observation', id: '2', subject: { reference: 'urn:uuid:bb' } } },
        { resource: { resourceType: 'Observation', id: '3', subject: { reference: 'urn:uuid:cc' } } },
      ]),
    );
    const { answer, fullUrls } = search.gathered();
    expect(ids(answer.records)).toEqual(['85', 'g', '1', '3']);
    expect(answer.foreign).toBe(2);
    expect(fullUrls.get('urn:uuid:aa')).toBe('Patient/85');
  });
});
