/** For tests: a made-up language in which every message carries marks, and what of a page stands outside them. */
import { en } from './en.ts';
import { plainNames } from './en/plain-names.ts';
import { type MessageFile, setWords } from './translate.ts';

/** Every message, plain names too, between two marks. Japanese dates and numbers have no Latin letters. */
export function speakMarked(open: string, close: string): void {
  const mark = (text: string): string => open + text + close;
  const messages = Object.entries(en as MessageFile).map(([key, message]) => [
    key,
    typeof message === 'string' ? mark(message) : (values: never) => mark(message(values)),
  ]);
  const names = Object.entries(plainNames).map(([code, { name, says }]) => [
    code,
    { name: mark(name), says: mark(says) },
  ]);
  setWords({
    language: 'ja-JP',
    translated: Object.fromEntries(messages) as MessageFile,
    plain: { messages: {}, names: Object.fromEntries(names) as typeof plainNames },
  });
}

export function speakEnglish(): void {
  setWords({ language: 'en-US', translated: {}, plain: undefined });
}

const attributes = ['aria-label', 'aria-description', 'aria-roledescription', 'title', 'placeholder', 'alt'];

/** Every piece of text a reader sees or hears, but what is shown as machines wrote it. */
export function said(box: ParentNode & Node): readonly string[] {
  const found: string[] = [];
  const walk = document.createTreeWalker(box, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node !== null; node = walk.nextNode()) {
    if (node instanceof Element) for (const name of attributes) found.push(node.getAttribute(name) ?? '');
    else if (node.parentElement?.closest('pre, code, style, script, kbd') === null)
      found.push(node.textContent ?? '');
  }
  return found.filter((text) => text !== '');
}

/** Names that are the same in every language: the system's, ours, those of standards and code systems. */
const proper =
  'NextGen Office Chartside FHIR LOINC SNOMED CT RxNorm ICD-10-CM ICD-9-CM NDC CVX CPT UCUM HL7 v2 NCI CDC UNII US Core'.split(
    ' ',
  );

/** What of a text is neither ours nor one of `words`: English that stands in no message. */
export function unspoken(text: string, words: ReadonlySet<string> = new Set()): readonly string[] {
  let rest = text;
  // Marks stand in one another: from the innermost out.
  for (let before = ''; before !== rest;) {
    before = rest;
    rest = rest.replaceAll(/⟦[^⟦⟧]*⟧/g, '\n');
  }
  return rest
    .split(/\n|, |; | · |: |\s+–\s+|\(|\)|…|“|”/)
    .map((piece) => piece.trim().replace(/^[\s\d.,:;/↗↘→▲▼‼◆<>=≥≤+-]+|[\s.,:;]+$/g, ''))
    .filter((piece) => /[A-Za-z]{2}/.test(piece))
    .filter((piece) => !words.has(piece))
    .filter((piece) => !piece.split(' ').every((one) => words.has(one) || proper.includes(one)));
}
