/** What can be taken of one open record: copied, its text saved, saved as it was sent, printed. */
import { fileIn } from '#fhir/binary-file.ts';
import type { Chart } from '#chart/kit/chart-context.tsx';
import { decodeText, documentKind } from '#chart/kit/document/document-kind.ts';
import { rtfText } from '#chart/kit/document/rtf-text.ts';
import { formatWhen } from '#chart/kit/format.ts';
import { mostNarrative, narrativeFragment } from '#chart/kit/sanitize-narrative.ts';
import { words } from '#chart/kit/words.ts';
import { readAnnotations } from '#fhir/annotation.ts';
import type { Attachment } from '#fhir/attachment.ts';
import { attachmentBytes } from '#fhir/attachment-bytes.ts';
import { originalOf } from '#fhir/original.ts';
import type { ChartRecord } from '#fhir/record.ts';
import { clinically, t } from '#i18n/translate.ts';
import { copied, type Outcome, saved, type Take } from './outcome.ts';
import { bundleParts, recordBundle } from './record-bundle.ts';
import { recordLine, type RowShape } from './record-line.ts';
import { whoseOf } from './whose.ts';

interface TakenRecord<R extends ChartRecord> {
  readonly record: R;
  readonly shape: RowShape<R>;
  /** Its labelled facts as they are drawn, in clinicians' words. */
  readonly facts: () => readonly Element[];
  readonly chart: Chart;
  readonly print: () => void;
}

export function recordTakes<R extends ChartRecord>(taken: TakenRecord<R>): readonly Take[] {
  const { record, shape, facts, chart, print } = taken;
  const line = clinically(() => recordLine(record, shape));
  const attachments = attachmentsOf(record);
  return [
    { label: t('take.copy-line'), run: () => copied(line) },
    {
      label: t('take.copy-facts'),
      run: () => copied(clinically(() => [line, ...factLines(facts()), ...noteLines(record)].join('\n'))),
    },
    ...(attachments.length === 0
      ? []
      : [{ label: t('take.save-text'), run: () => saveText(record, attachments, chart) }]),
    { label: t('take.save-json'), run: () => saveAsSent(record, chart) },
    {
      label: t('take.print-record'),
      run: () => {
        print();
        return undefined;
      },
    },
  ];
}

function factLines(facts: readonly Element[]): readonly string[] {
  return facts.map((fact) => {
    const [label, value] = [fact.querySelector('dt')?.textContent ?? '', fact.querySelector('dd')];
    const parts = value === null ? [] : [...value.children];
    const text = parts.length === 0 ? value?.textContent : parts.map((part) => part.textContent).join('; ');
    return t('take.labelled', { label, value: (text ?? '').trim().replaceAll(/\s*\n\s*/g, '; ') });
  });
}

function noteLines({ source }: ChartRecord): readonly string[] {
  return readAnnotations(source['note']).map(({ text }) =>
    t('take.labelled', { label: t('record.notes'), value: text }),
  );
}

/** The forms a document or a report came in. */
function attachmentsOf(record: ChartRecord): readonly Attachment[] {
  if ('contents' in record && Array.isArray(record.contents)) {
    return (record.contents as readonly { readonly attachment: Attachment }[]).map(
      ({ attachment }) => attachment,
    );
  }
  return 'attachments' in record && Array.isArray(record.attachments)
    ? (record.attachments as readonly Attachment[])
    : [];
}

/** The first form that is text, under the lines that say whose it is; a scan has none. */
async function saveText(
  record: ChartRecord,
  attachments: readonly Attachment[],
  chart: Chart,
): Promise<Outcome> {
  const whose = whoseOf(chart, Date.now());
  if (whose === undefined) return { kind: 'failed' };
  const head = clinically(() => [
    words(record.title),
    whose.line,
    record.when === undefined ? t('list.no-date') : formatWhen(record.when),
    whose.source,
  ]);
  for (const attachment of attachments) {
    // oxlint-disable-next-line no-await-in-loop -- the first that is text is enough
    const text = await textOf(attachment, chart);
    if (text !== undefined) return saved('note', 'txt', [`${head.join('\n')}\n\n${text}\n`]);
  }
  return { kind: 'failed' };
}

async function textOf(attachment: Attachment, { reading }: Chart): Promise<string | undefined> {
  const inline = attachmentBytes(attachment);
  const read =
    'bytes' in inline
      ? inline.bytes
      : inline.fault === 'none' && attachment.url !== undefined
        ? fileIn(await reading.fetchAttachment(attachment.url)).bytes
        : undefined;
  if (read === undefined) return undefined;
  const bytes = new Uint8Array(read);
  const { contentType } = attachment;
  switch (documentKind(bytes, contentType).kind) {
    case 'text':
    case 'source':
      return decodeText(bytes, contentType);
    case 'rtf':
      return rtfText(decodeText(bytes, 'charset=windows-1252'));
    case 'html':
      return htmlText(decodeText(bytes, contentType));
    case 'clinical': {
      const { clinicalText } = await import('#chart/kit/ccda/clinical-text.ts');
      return clinicalText(bytes, contentType);
    }
    default:
      return undefined;
  }
}

/** The words of a page, a line a block; drawn nowhere. */
function htmlText(html: string): string {
  const box = narrativeFragment(html);
  for (const block of box.querySelectorAll('p, div, tr, li, h1, h2, h3, h4, h5, h6, br')) block.append('\n');
  for (const cell of box.querySelectorAll('td, th')) cell.append('\t');
  const cut = html.length > mostNarrative ? `\n\n${t('document.cut')}` : '';
  const text = (box.textContent ?? '')
    .replaceAll(/[ \u00A0]+\n/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
  return text + cut;
}

/** The record with the patient's own: a file that holds the one without the other belongs to nobody. */
function saveAsSent(record: ChartRecord, chart: Chart): Outcome {
  const { reading, fhirBase, fhirVersion, systemLabel: system } = chart;
  const patient = reading.find({ reference: `Patient/${reading.patientId}` });
  if (patient === undefined) return { kind: 'failed' };
  const { readAt } = reading.progress();
  const resources = [patient, record.source, ...reading.provenanceOf(record.source)].map(originalOf);
  const bundle = recordBundle(
    {
      resources: [...new Set(resources)],
      readAt: readAt === undefined ? undefined : { first: readAt, last: readAt },
    },
    { fhirBase, fhirVersion, system, missing: [] },
    new Date(),
  );
  return saved('entry', 'json', bundleParts(bundle));
}
