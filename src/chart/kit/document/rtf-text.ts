/** The text of an RTF document (RTF 1.9), without its layout: what is struck, deleted, hidden or beside the text says so. */
import { t } from '#i18n/translate.ts';
import { codePageOf, codePageOfFont, decodeByte, endBytes, windows } from './rtf-code-pages.ts';

/** Groups that hold fonts, colours, settings: no words of the document. */
const silent = new Set([
  'fonttbl',
  'colortbl',
  'stylesheet',
  'info',
  'nonshppict',
  'themedata',
  'colorschememapping',
  'datastore',
  'latentstyles',
  'listtable',
  'listoverridetable',
  'rsidtbl',
  'generator',
  'xmlnstbl',
  'fldinst',
]);

/** Drawings and files within: their place is said. */
const pictures = new Set(['pict', 'object']);

/** What stands on every page, where it names the patient and the page: told once, before and after the rest. */
const places: Readonly<Record<string, 'header' | 'footer' | undefined>> = {
  header: 'header',
  headerl: 'header',
  headerr: 'header',
  headerf: 'header',
  footer: 'footer',
  footerl: 'footer',
  footerr: 'footer',
  footerf: 'footer',
};

/** Words that a reader of the document does not see, or sees crossed out. */
const marks = {
  deleted: 'document.rtf-deleted',
  v: 'document.rtf-hidden',
  strike: 'document.rtf-struck',
  striked: 'document.rtf-struck',
} as const;

/** What stands beside the text and is read with it. */
const asides = {
  annotation: 'document.rtf-comment',
  shptxt: 'document.rtf-box',
  dptxbxtext: 'document.rtf-box',
} as const;
type Mark = (typeof marks)[keyof typeof marks] | (typeof asides)[keyof typeof asides];

/** Groups of a drawing's settings, which hold its words too: by `\shptxt`, and in older documents by `\dptxbxtext`. */
const drawings = new Set(['shpinst', 'do']);

const breaks: Readonly<Record<string, string>> = {
  par: '\n',
  line: '\n',
  sect: '\n\n',
  page: '\n\n',
  row: '\n',
  cell: '\t',
  tab: '\t',
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  emspace: ' ',
  enspace: ' ',
};

const token = /\\([a-z]+)(-?\d+)? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)/gi;

interface Group {
  silent: boolean;
  /** Characters that stand for an earlier `\u` where a reader knows no Unicode. */
  skip: number;
  fallback: number;
  place: 'body' | 'header' | 'footer';
  mark: Mark | undefined;
  aside: Mark | undefined;
  /** Within a drawing that a reader of the document sees. */
  isDrawing: boolean;
  decoder: TextDecoder;
  isFontTable: boolean;
}

/** Never throws; what is no RTF comes back as the text it holds. */
export function rtfText(rtf: string): string {
  const groups: Group[] = [
    {
      silent: false,
      skip: 0,
      fallback: 1,
      place: 'body',
      mark: undefined,
      aside: undefined,
      isDrawing: false,
      decoder: windows,
      isFontTable: false,
    },
  ];
  const fonts = new Map<number, TextDecoder>();
  let fontAtHand = 0;
  const text = { header: '', body: '', footer: '' };
  let open: Pick<Group, 'place' | 'mark'> = { place: 'body', mark: undefined };
  const put = (words: string, { place, mark }: Pick<Group, 'place' | 'mark'>): void => {
    if (place !== open.place || mark !== open.mark) {
      if (open.mark !== undefined) text[open.place] += ']';
      if (mark !== undefined) text[place] += `[${t(mark)}: `;
      open = { place, mark };
    }
    text[place] += words;
  };
  const say = (words: string): void => {
    const group = groups.at(-1)!;
    if (group.silent) return;
    const skipped = Math.min(group.skip, words.length);
    group.skip -= skipped;
    if (words.length > skipped) put(words.slice(skipped), { ...group, mark: group.mark ?? group.aside });
  };
  let isDrawn = false;
  const sayPicture = (): void => {
    const group = groups.at(-1)!;
    // Of a drawing, what is within it is silent for its settings' sake alone.
    if (group.isDrawing) [isDrawn, group.silent] = [true, false];
    say(`[${t('document.rtf-picture')}]`);
    [group.silent, group.isDrawing] = [true, false];
  };
  const beginAside = (group: Group, aside: Mark): void => {
    // Two of them are two, also where nothing stands between.
    put('', { place: group.place, mark: undefined });
    [group.silent, group.isDrawing, group.mark, group.aside] = [false, false, undefined, aside];
  };
  let isHalf = false;
  const sayByte = (byte: number): void => {
    const group = groups.at(-1)!;
    // What is skipped is counted in bytes: a letter may take two.
    if (group.skip > 0) {
      group.skip -= 1;
      return;
    }
    const letter = decodeByte(group.decoder, byte);
    isHalf = letter === '';
    say(letter);
  };
  const obey = (word: string, number: number | undefined): void => {
    const group = groups.at(-1)!;
    const place = Object.hasOwn(places, word) ? places[word] : undefined;
    if (word === 'u' && number !== undefined) {
      say(String.fromCharCode(number & 0xffff));
      group.skip = group.fallback;
    } else if (word === 'uc') group.fallback = number ?? 1;
    else if (word === 'shppict') group.silent = groups.at(-2)?.silent ?? false;
    else if (word === 'fonttbl') [group.silent, group.isFontTable] = [true, true];
    else if (silent.has(word)) group.silent = true;
    else if (pictures.has(word)) sayPicture();
    else if (word === 'annotation') {
      if (groups.at(-2)?.silent === false) beginAside(group, asides.annotation);
    } else if (word === 'shp') isDrawn = false;
    else if (drawings.has(word)) group.isDrawing = groups.at(-2)?.silent === false;
    else if (word === 'shptxt' || word === 'dptxbxtext') {
      if (group.isDrawing) {
        isDrawn = true;
        beginAside(group, asides[word]);
      }
    }
    // The same drawing once more, for readers that know no shapes.
    else if (word === 'shprslt') group.silent ||= isDrawn;
    else if (place !== undefined) group.place = place;
    else if (Object.hasOwn(marks, word))
      group.mark = number === 0 ? undefined : marks[word as keyof typeof marks];
    else if (word === 'plain') group.mark = undefined;
    else if (word === 'ansicpg') group.decoder = codePageOf(number);
    else if (word === 'mac') group.decoder = codePageOf(10000);
    else if (word === 'f' && number !== undefined) {
      if (group.isFontTable) fontAtHand = number;
      else group.decoder = fonts.get(number) ?? groups[0]!.decoder;
    } else if (word === 'fcharset' && group.isFontTable) {
      const own = codePageOfFont(number);
      if (own !== undefined) fonts.set(fontAtHand, own);
    } else if (Object.hasOwn(breaks, word)) say(breaks[word]!);
  };
  const reader = new RegExp(token);
  for (let found = reader.exec(rtf); found !== null; found = reader.exec(rtf)) {
    const [, word, number, hex, symbol, brace, plain] = found;
    const group = groups.at(-1)!;
    if (brace === '{') groups.push({ ...group, skip: 0 });
    else if (brace === '}') {
      if (groups.length > 1) groups.pop();
    } else if (plain !== undefined) {
      // The second half of a letter may be written as the sign it is in ASCII.
      const half = isHalf ? 1 : 0;
      if (half === 1) sayByte(plain.charCodeAt(0));
      say(plain.slice(half));
    } else if (hex !== undefined) sayByte(Number.parseInt(hex, 16));
    else if (symbol === '*') group.silent = true;
    else if (symbol === '~') say('\u00a0');
    else if (symbol === '_') say('-');
    else if (symbol !== undefined && '\\{}'.includes(symbol)) say(symbol);
    else if (word === 'bin') {
      // So many bytes follow as they are: braces among them are none. A number that leads past the end is wrong.
      const end = reader.lastIndex + Math.max(0, Number(number ?? 0));
      if (end <= rtf.length) reader.lastIndex = end;
    } else if (word !== undefined) obey(word, number === undefined ? undefined : Number(number));
  }
  put('', { place: 'body', mark: undefined });
  endBytes();
  return [text.header, text.body, text.footer]
    .map((part) => part.replaceAll(/\n{3,}/g, '\n\n').trim())
    .filter((part) => part !== '')
    .join('\n\n');
}
