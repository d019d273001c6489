/** Documents that are no records of the list: the whole record as C-CDA once it has been read, files the reader opened. */
import type { QueryClient } from '@tanstack/react-query';
import type { Chart } from '#chart/kit/chart-context.tsx';
import type { ChartRecord } from '#fhir/record.ts';
import { t } from '#i18n/translate.ts';

export interface ApartDocument {
  readonly record: ChartRecord;
  /** What its one attachment is called. */
  readonly address: string;
  readonly bytes: Uint8Array;
}

interface OpenedFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** Under the keys that the section of notes gives them (`chart/documents/note.ts`). */
export function apartDocuments(
  { sessionId, reading, memory }: Chart,
  client: QueryClient,
): readonly ApartDocument[] {
  const url = reading.wholeRecordUrl;
  const whole =
    url === undefined
      ? undefined
      : client.getQueryData<{ readonly bytes: Uint8Array }>([sessionId, 'attachment', url]);
  const files = (memory.get('opened files') ?? []) as readonly OpenedFile[];
  return [
    ...(url === undefined || whole === undefined
      ? []
      : [apart('ClinicalDocument', 'record', t('documents.whole-record'), 'text/xml', url, whole.bytes)]),
    ...files.map(({ name, type, bytes }, at) =>
      apart('OpenedFile', `${at + 1}`, name, type, `opened-file:${at + 1}`, bytes),
    ),
  ];
}

function apart(
  type: string,
  id: string,
  title: string,
  contentType: string,
  address: string,
  bytes: Uint8Array,
): ApartDocument {
  const record = {
    key: `${type}/${id}`,
    type,
    title,
    standing: 'current',
    enteredInError: false,
    status: undefined,
    when: undefined,
    sortTime: undefined,
    marks: [],
    authors: [],
    source: { resourceType: type, id, content: [{ attachment: { contentType, url: address } }] },
  } as const;
  return { record, address, bytes };
}
