import { describe, expect, it } from 'vitest';
import { attachmentBytes, attachmentSize } from './attachment-bytes.ts';
import { documents, documentsInReports } from './documents.ts';
import type { FhirResource, JsonObject } from './json.ts';
import { readRecords } from './kind.ts';
import { sample, sampleContext } from './record-samples.ts';
import { reports } from './reports.ts';

function document(fields: JsonObject, ...others: readonly FhirResource[]) {
  const base = { status: 'current', type: { text: 'Progress note' }, date: '2026-01-02T10:00:00Z' };
  const resource = sample('DocumentReference', {
    ...base,
    content: [{ attachment: { url: 'x' } }],
    ...fields,
  });
  return readRecords(documents, [resource], sampleContext(others))[0]!;
}

function report(fields: JsonObject, ...others: readonly FhirResource[]) {
  const resource = sample('DiagnosticReport', { status: 'final', code: { text: 'Chest X-ray' }, ...fields });
  return readRecords(reports, [resource], sampleContext(others))[0]!;
}

describe('documents', () => {
  it('keeps every must-support element', () => {
    const record = document(
      {
        category: [{ text: 'Clinical note' }],
        author: [{ reference: 'Practitioner/d1' }],
        custodian: { display: 'Practice A' },
        identifier: [{ value: '17' }],
        content: [
          {
            attachment: { contentType: 'text/plain', data: 'aGk=', title: 'note.txt', size: 2 },
            format: { code: 'f' },
          },
        ],
        context: { encounter: [{ reference: 'Encounter/PT-1' }], period: { start: '2026-01-01' } },
      },
      { resourceType: 'Practitioner', id: 'd1', name: [{ family: 'Doe', given: ['Ann'] }] },
    );
    expect(record).toMatchObject({
      title: 'Progress note',
      authors: [{ name: 'Ann Doe', key: 'Practitioner/d1' }],
      custodian: { name: 'Practice A', key: undefined },
      categories: [{ label: 'Clinical note' }],
      identifiers: [{ value: '17' }],
      encounters: [{ key: 'Encounter/PT-1' }],
      period: { start: { sent: '2026-01-01' } },
      contents: [
        { attachment: { contentType: 'text/plain', title: 'note.txt', size: 2 }, format: { code: 'f' } },
      ],
      sortTime: Date.UTC(2026, 0, 2, 10),
    });
  });

  it('marks what changes its reading', () => {
    const keys = (fields: JsonObject) =>
      document(fields).marks.map(({ phrase }) => (typeof phrase === 'string' ? phrase : phrase.key));
    expect(keys({})).toEqual([]);
    expect(keys({ status: 'superseded' })).toEqual(['mark.superseded']);
    expect(keys({ docStatus: 'preliminary' })).toEqual(['mark.preliminary']);
    expect(keys({ content: [] })).toEqual(['mark.no-content']);
    expect(keys({ securityLabel: [{ coding: [{ code: 'R', display: 'restricted' }] }] })).toEqual([
      'restricted',
    ]);
  });

  it('entered in error by either status, past when superseded', () => {
    expect(document({ docStatus: 'entered-in-error' }).enteredInError).toBe(true);
    expect(document({ status: 'superseded' }).standing).toBe('past');
  });

  it('says how it relates to other documents', () => {
    const { relatesTo } = document({
      relatesTo: [
        { code: 'replaces', target: { reference: 'DocumentReference/old' } },
        { code: 'odd', target: { display: 'B' } },
      ],
    });
    expect(relatesTo).toMatchObject([
      { how: { key: 'document.replaces' }, target: { key: 'DocumentReference/old' } },
      { how: 'odd' },
    ]);
  });
});

describe('reports', () => {
  it('reads results, conclusion, forms and pictures', () => {
    const media: FhirResource = {
      resourceType: 'Media',
      id: 'm',
      content: { contentType: 'image/png', data: 'AA==' },
    };
    const record = report(
      {
        issued: '2026-01-03T00:00:00Z',
        conclusion: 'No fracture.',
        conclusionCode: [{ text: 'Normal' }],
        result: [{ reference: 'Observation/o1' }],
        presentedForm: [{ contentType: 'application/pdf', url: 'https://fhir.example/r4/Binary/1' }],
        media: [{ comment: 'lateral', link: { reference: 'Media/m' } }],
        performer: [{ display: 'Radiology' }],
      },
      media,
    );
    expect(record).toMatchObject({
      conclusion: 'No fracture.',
      conclusionCodes: [{ label: 'Normal' }],
      results: [{ key: 'Observation/o1' }],
      attachments: [{ contentType: 'application/pdf' }],
      media: [{ comment: 'lateral', content: { contentType: 'image/png' } }],
      performers: [{ name: 'Radiology' }],
      marks: [{ phrase: { key: 'mark.date-is-release' } }],
    });
  });

  it('a report that carries a document is listed among the documents too, under its own key', () => {
    const [listed, ...others] = documentsInReports([
      report({ presentedForm: [{ data: 'aGk=' }] }),
      report({}),
    ]);
    expect(others).toEqual([]);
    expect(listed).toMatchObject({
      key: 'DiagnosticReport/x',
      origin: 'report',
      contents: [{ attachment: { data: 'aGk=' } }],
    });
  });
});

describe('attachmentBytes', () => {
  const text = (data: string) => {
    const read = attachmentBytes({ data });
    return 'bytes' in read ? new TextDecoder().decode(read.bytes) : read.fault;
  };
  it('decodes base64, broken over lines, without padding, in the URL alphabet', () => {
    expect(text('aGVsbG8=')).toBe('hello');
    expect(text('aGVs\r\n bG8')).toBe('hello');
    expect([...(attachmentBytes({ data: '-_-_' }) as { bytes: Uint8Array }).bytes]).toEqual([251, 255, 191]);
  });
  it.each(['a', 'a$b=', '<html>', 'aGVsbG8=aGVsbG8='])(
    'says that %s is no base64, and never throws',
    (data) => {
      expect(text(data)).toBe('not-base64');
    },
  );
  it('is bounded, and says when nothing is inline', () => {
    expect(attachmentBytes({ data: 'A'.repeat(4000) }, 100)).toEqual({ fault: 'too-large' });
    expect(attachmentBytes({ data: 'A'.repeat(132) }, 100)).toHaveProperty('bytes');
    expect(attachmentBytes({ data: undefined })).toEqual({ fault: 'none' });
  });
  it('knows the size without decoding', () => {
    expect(attachmentSize({ data: 'aGVsbG8=', size: 99 })).toBe(5);
    expect(attachmentSize({ data: undefined, size: 99 })).toBe(99);
  });
});
