import type { PdfFile, PdfTexts } from './pdf-texts.ts';

/** What has become of a chart's PDF files, for the dialog to say: each stands in one place. */
export interface PdfStanding {
  /** Their bytes are here, their text is not yet. */
  readonly coming: readonly PdfFile[];
  /** At an address: read when the reader asks for it. */
  readonly elsewhere: readonly PdfFile[];
  readonly noText: number;
  readonly somePages: number;
  readonly unreadable: number;
  readonly long: number;
}

export function pdfStanding(files: readonly PdfFile[], texts: Pick<PdfTexts, 'of'>): PdfStanding {
  const [coming, elsewhere]: [PdfFile[], PdfFile[]] = [[], []];
  const n = { noText: 0, somePages: 0, unreadable: 0, long: 0 };
  for (const file of new Map(files.map((one) => [one.key, one])).values()) {
    const text = texts.of(file.key);
    if (text === undefined)
      (file.url === undefined || file.bytes() !== undefined ? coming : elsewhere).push(file);
    else if (text.state === 'read') {
      if (text.more) n.long += 1;
      else if (text.blank > 0) n.somePages += 1;
    } else
      n[
        ({ 'no-text': 'noText', locked: 'unreadable', broken: 'unreadable', long: 'long' } as const)[
          text.state
        ]
      ] += 1;
  }
  return { coming, elsewhere, ...n };
}
