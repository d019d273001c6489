/**
 * The margins of every printed page (CSS Paged Media, page-margin boxes): whose record it is, where and when it was
 * read, and the page's number. A style sheet made in memory, because its words are the record's; it is taken away with
 * the page that wanted it.
 */
import { t } from '#i18n/translate.ts';

export interface PageWords {
  /** Name, birth date, number. */
  readonly whose: string;
  /** System and time of reading, time of printing. */
  readonly source: string;
}

/** Text as a CSS string (CSS Syntax §4.3.5): nothing in it ends the string. */
export function cssString(text: string): string {
  const escaped = text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replaceAll(/["\\<>{};]/g, (char) => `\\${char.codePointAt(0)!.toString(16)} `);
  return `"${escaped}"`;
}

export function pageRules({ whose, source }: PageWords): string {
  const box = 'font: 8.5pt/1.35 system-ui, sans-serif; color: #4c5a68;';
  return `@page {
  margin: 22mm 15mm 20mm;
  @top-left { content: ${cssString(whose)}; ${box} font-weight: 600; color: #15202b; vertical-align: bottom; padding-bottom: 5mm; text-align: left; width: 100%; }
  @bottom-left { content: ${cssString(source)}; ${box} vertical-align: top; padding-top: 4mm; text-align: left; width: 84%; }
  @bottom-right { content: ${cssString(t('paper.page'))} " " counter(page) " " ${cssString(t('paper.of'))} " " counter(pages); ${box} vertical-align: top; padding-top: 4mm; text-align: right; width: 16%; }
}`;
}

/** Whether this browser writes into a page's margins (Chromium from 131). Elsewhere the page's head is repeated. */
export function hasPageMargins(): boolean {
  return 'CSSMarginRule' in globalThis;
}

/** Puts the words on every page that is printed from now on; the answer takes them off again. */
export function putPageMargins(words: PageWords): () => void {
  if (!hasPageMargins() || !('adoptedStyleSheets' in document)) return () => undefined;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(pageRules(words));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  };
}
