/** The text of an open record as a file: a report's conclusion, and the document it came with. */
import { decodeText, documentKind } from '#chart/kit/document/document-kind.ts';
import { rtfText } from '#chart/kit/document/rtf-text.ts';
import type { Chart } from '#chart/kit/chart-context.tsx';
import { formatWhen } from '#chart/kit/format.ts';
import { mostNarrative, narrativeFragment } from '#chart/kit/sanitize-narrative.ts';
import { words } from '#chart/kit/words.ts';
import type { Attachment } from '#fhir/attachment.ts';
import { attachmentBytes } from '#fhir/attachment-bytes.ts';
import { fileIn } from '#fhir/binary-file.ts';
import type { ChartRecord } from '#fhir/record.ts';
import { clinically, t } from '#i18n/translate.ts';
import { type Outcome, saved } from './outcome.ts';
import { whoseOf } from './whose.ts';

/** Whether there is text to save: a conclusion, or a form of the document that is text, or may be one at its address. */
export function hasText(record: ChartRecord): boolean {
  return conclusionOf(record) !== undefined || attachmentsOf(record).some(mayBeText);
}

/** The conclusion and the first form that is text, under the lines that say whose it is. */
export async function saveText(record: ChartRecord, chart: Chart): Promise<Outcome> {
  const whose = whoseOf(chart, Date.now());
  if (whose === undefined) return { kind: 'failed' };
  const attachments = attachmentsOf(record);
  const [conclusion, text] = [conclusionOf(record), await firstText(attachments, chart)];
  if (conclusion === undefined && text === undefined) return { kind: 'failed' };
  const head = clinically(() => [
    words(record.title),
    whose.line,
    record.when === undefined ? t('list.no-date') : formatWhen(record.when),
    whose.source,
  ]);
  const lacks = text === undefined && attachments.length > 0 ? t('take.without-document') : undefined;
  const parts = clinically(() => [
    head.join('\n'),
    conclusion && `${t('reports.conclusion')}\n${conclusion}`,
    text && (conclusion === undefined ? text : `${t('reports.document')}\n${text}`),
    lacks,
  ]);
  const file = saved('note', 'txt', [`${parts.filter(Boolean).join('\n\n')}\n`]);
  return lacks === undefined ? file : { ...file, lacks };
}

/** As it stands above the document on the page: a report keeps it as such, among the notes it is the description. */
function conclusionOf(record: ChartRecord): string | undefined {
  if ('conclusion' in record) return record.conclusion as string | undefined;
  const isOfReport = 'origin' in record && record.origin === 'report' && 'description' in record;
  return isOfReport ? (record.description as string | undefined) : undefined;
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

const textKinds: readonly string[] = ['text', 'source', 'rtf', 'html', 'clinical'];
/** A beginning that fits every type of text: what even this makes no text of is none, whatever its bytes. */
const atBest = new TextEncoder().encode('{\\rtf');

/** Never a PDF: the order of its words on paper (columns, tables) is not the order they would have in a text. */
function mayBeText(attachment: Attachment): boolean {
  const { contentType, url } = attachment;
  const isText = (bytes: Uint8Array): boolean => textKinds.includes(documentKind(bytes, contentType).kind);
  if (!isText(atBest)) return false;
  const inline = attachmentBytes(attachment);
  return 'bytes' in inline
    ? isText(inline.bytes) && !wrapsFile(inline.bytes)
    : inline.fault === 'none' && url !== undefined;
}

/** Where a header of any length has ended, in bytes. */
const mostHeader = 256 * 1024;

/** A C-CDA document whose body is a file, base64 in its `nonXMLBody` (a scan, a PDF): its own XML says nothing more. */
function wrapsFile(bytes: Uint8Array): boolean {
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, mostHeader));
  return /<(?:[\w-]+:)?nonXMLBody[\s>][^]*?\srepresentation\s*=\s*["']B64["']/i.test(start);
}

async function firstText(attachments: readonly Attachment[], chart: Chart): Promise<string | undefined> {
  for (const attachment of attachments.filter(mayBeText)) {
    // oxlint-disable-next-line no-await-in-loop -- the first that is text is enough
    const text = await textOf(attachment, chart);
    if (text !== undefined) return text;
  }
  return undefined;
}

async function textOf(attachment: Attachment, { reading }: Chart): Promise<string | undefined> {
  const inline = attachmentBytes(attachment);
  const read =
    'bytes' in inline
      ? { ...inline, contentType: undefined }
      : inline.fault === 'none' && attachment.url !== undefined
        ? fileIn(await reading.fetchAttachment(attachment.url))
        : undefined;
  if (read === undefined) return undefined;
  const bytes = new Uint8Array(read.bytes);
  const contentType = attachment.contentType ?? read.contentType;
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
