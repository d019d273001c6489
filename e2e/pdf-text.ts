/**
 * The text of a PDF that Chromium wrote, page by page: enough of ISO 32000 to read back what was printed (streams,
 * fonts with a ToUnicode map, text operators, forms). No viewer and no other program is needed.
 */
import { inflateSync } from 'node:zlib';

interface PdfObject {
  readonly head: string;
  readonly body: string;
}

/** Every object by its number, its stream unpacked. */
function objectsOf(pdf: Buffer): ReadonlyMap<string, PdfObject> {
  const text = pdf.toString('latin1');
  const objects = new Map<string, PdfObject>();
  for (const match of text.matchAll(/(?:^|\n)(\d+) 0 obj\b([\s\S]*?)\nendobj/g)) {
    const [, number = '', content = ''] = match;
    const at = content.indexOf('stream\n');
    const head = at === -1 ? content : content.slice(0, at);
    const raw = at === -1 ? '' : content.slice(at + 7, content.lastIndexOf('endstream'));
    const bytes = Buffer.from(raw, 'latin1');
    const isPacked = head.includes('/FlateDecode') && bytes.length > 0 && !head.includes('/Image');
    objects.set(number, { head, body: isPacked ? inflateSync(bytes).toString('latin1') : raw });
  }
  return objects;
}

/** Codes to characters, as a font's ToUnicode map says. */
function mapOf(cmap: string): ReadonlyMap<number, string> {
  const map = new Map<number, string>();
  const text = (hex: string): string =>
    String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)));
  for (const [, block = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code = '', to = ''] of block.matchAll(/<([\da-f]+)>\s*<([\da-f]+)>/gi))
      map.set(Number.parseInt(code, 16), text(to));
  for (const [, block = ''] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from = '', to = '', first = ''] of block.matchAll(
      /<([\da-f]+)>\s*<([\da-f]+)>\s*<([\da-f]+)>/gi,
    )) {
      const [low, high] = [Number.parseInt(from, 16), Number.parseInt(to, 16)];
      const start = Number.parseInt(first, 16);
      for (let code = low; code <= high; code++) map.set(code, String.fromCharCode(start + code - low));
    }
  return map;
}

/** Without spaces and ligatures, for comparing: a PDF places glyphs, and knows no words. */
export function squeezed(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s+/g, '');
}

/** The text of each page, `squeezed`. */
export function pdfPages(pdf: Buffer): readonly string[] {
  const objects = objectsOf(pdf);
  const referenced = (head: string, name: string): string | undefined =>
    new RegExp(String.raw`/${name} (\d+) 0 R`).exec(head)?.[1];
  const namesIn = (head: string, what: string): ReadonlyMap<string, string> => {
    const block = new RegExp(String.raw`/${what} <<([^>]*)>>`).exec(head)?.[1] ?? '';
    return new Map(
      [...block.matchAll(/\/(\w+) (\d+) 0 R/g)].map(([, name = '', number = '']) => [name, number]),
    );
  };
  const textOf = (number: string, resources: string): string => {
    const content = objects.get(number);
    if (content === undefined) return '';
    const head = content.head.includes('/Resources') ? content.head : resources;
    const fonts = new Map(
      [...namesIn(head, 'Font')].map(([name, font]) => {
        const unicode = referenced(objects.get(font)?.head ?? '', 'ToUnicode');
        return [name, mapOf(objects.get(unicode ?? '')?.body ?? '')];
      }),
    );
    const forms = namesIn(head, 'XObject');
    let font: ReadonlyMap<number, string> = new Map();
    let said = '';
    for (const [, name, shown, drawn] of content.body.matchAll(
      /\/(\w+) [\d.]+ Tf|((?:<[\da-f]*>|\[[^\]]*\]) ?T[jJ])|\/(\w+) Do/gi,
    )) {
      if (name !== undefined) font = fonts.get(name) ?? font;
      else if (drawn !== undefined) said += textOf(forms.get(drawn) ?? '', head);
      else if (shown !== undefined)
        said += [...shown.matchAll(/<([\da-f]*)>/gi)]
          .flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
          .map((code) => font.get(Number.parseInt(code, 16)) ?? '')
          .join('');
    }
    return said;
  };
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\b(?!s)/.test(head));
  return pages.map(({ head }) => squeezed(textOf(referenced(head, 'Contents') ?? '', head)));
}

/** What is drawn in a PDF: pictures made of dots, and the lines of at least so many strokes. */
export function pdfDrawings(
  pdf: Buffer,
  strokes: number,
): { readonly pictures: number; readonly lines: number } {
  const objects = [...objectsOf(pdf).values()];
  const line = new RegExp(String.raw`[-\d.]+ [-\d.]+ m\s+(?:[-\d.]+ [-\d.]+ l\s+){${strokes},}S\b`, 'g');
  return {
    pictures: objects.filter(({ head }) => /\/Subtype \/Image\b/.test(head)).length,
    lines: objects.reduce((sum, { body }) => sum + [...body.matchAll(line)].length, 0),
  };
}
