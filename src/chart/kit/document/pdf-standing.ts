import type { PdfFile, PdfTexts } from './pdf-texts.ts';

/** What has become of a chart's PDF files, for the dialog to say: each stands in one place. */
export interface PdfStanding {
  /** Their bytes are here, their text is not yet. */
  readonly coming: readonly PdfFile[];
  /** At an address: read when the reader asks for it. */
  readonly elsewhere: readonly PdfFile[];
  /** Not read for no fault of theirs: may be tried again. */
  readonly again: readonly PdfFile[];
  readonly noText: number;
  readonly somePages: number;
  readonly unreadable: number;
  readonly long: number;
  /** What was looked at of a very long one has no text. */
  readonly longScan: number;
  readonly late: number;
  readonly notRead: number;
}

const countOf = {
  'no-text': 'noText',
  locked: 'unreadable',
  broken: 'unreadable',
  long: 'long',
  late: 'late',
  'not-read': 'notRead',
} as const;

export function pdfStanding(files: readonly PdfFile[], texts: Pick<PdfTexts, 'of'>): PdfStanding {
  const [coming, elsewhere, again]: [PdfFile[], PdfFile[], PdfFile[]] = [[], [], []];
  const n = { noText: 0, somePages: 0, unreadable: 0, long: 0, longScan: 0, late: 0, notRead: 0 };
  for (const file of new Map(files.map((one) => [one.key, one])).values()) {
    const text = texts.of(file.key);
    if (text === undefined)
      (file.url === undefined || file.bytes() !== undefined ? coming : elsewhere).push(file);
    else if (text.state === 'read') {
      if (text.isLate) n.late += 1;
      else if (text.more && text.blank === text.pages.length) n.longScan += 1;
      else if (text.more) n.long += 1;
      else if (text.blank > 0) n.somePages += 1;
    } else {
      n[countOf[text.state]] += 1;
      if (text.state === 'late' || text.state === 'not-read') again.push(file);
    }
  }
  return { coming, elsewhere, again, ...n };
}
