/** The text of an RTF document (RTF 1.9), without its layout. */

/** Groups that hold fonts, colours, pictures: no words of the document. */
const silent = new Set([
  'fonttbl',
  'colortbl',
  'stylesheet',
  'info',
  'pict',
  'object',
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
  'header',
  'footer',
  'headerl',
  'headerr',
  'footerl',
  'footerr',
]);

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

/** One for all: a letter can come escaped, and a document can hold millions. */
const windows = new TextDecoder('windows-1252');

const token = /\\([a-z]+)(-?\d+)? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)/gi;

interface Group {
  silent: boolean;
  /** Characters that stand for an earlier `\u` where a reader knows no Unicode. */
  skip: number;
  fallback: number;
}

/** Never throws; what is no RTF comes back as the text it holds. */
export function rtfText(rtf: string): string {
  const groups: Group[] = [{ silent: false, skip: 0, fallback: 1 }];
  let text = '';
  const say = (words: string): void => {
    const group = groups.at(-1)!;
    if (group.silent) return;
    const skipped = Math.min(group.skip, words.length);
    group.skip -= skipped;
    text += words.slice(skipped);
  };
  for (const [, word, number, hex, symbol, brace, plain] of rtf.matchAll(token)) {
    const group = groups.at(-1)!;
    if (brace === '{') groups.push({ ...group, skip: 0 });
    else if (brace === '}') {
      if (groups.length > 1) groups.pop();
    } else if (plain !== undefined) say(plain);
    else if (hex !== undefined) say(windows.decode(Uint8Array.of(Number.parseInt(hex, 16))));
    else if (symbol === '*') group.silent = true;
    else if (symbol === '~') say('\u00a0');
    else if (symbol === '_') say('-');
    else if (symbol !== undefined && '\\{}'.includes(symbol)) say(symbol);
    else if (word === 'u' && number !== undefined) {
      say(String.fromCharCode(Number(number) & 0xffff));
      group.skip = group.fallback;
    } else if (word === 'uc') group.fallback = Number(number ?? 1);
    else if (word !== undefined && silent.has(word)) group.silent = true;
    else if (word !== undefined && Object.hasOwn(breaks, word)) say(breaks[word]!);
  }
  return text.replaceAll(/\n{3,}/g, '\n\n').trim();
}
