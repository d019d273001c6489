import type { en } from './en.ts';
import { first } from './en-first.ts';
import type { PlainName } from './plain-name.ts';

/** The messages of one language. English is the shape every other language must have. */
export type Messages = typeof en;
export type MessageKey = keyof Messages;

export type MessageFile = Readonly<Record<string, string | ((values: never) => string)>>;

/** Messages that are loaded together, because a reader meets them together. */
export type Part = 'first' | 'later' | 'doors' | 'failures' | 'reader';

/** What patients read: words in place of some of the messages, and beside the names of tests. */
export interface PlainWords {
  readonly messages: MessageFile;
  /** By LOINC code, and by `conceptKey` (`plain-name.ts`). */
  readonly names: Readonly<Record<string, PlainName>> | undefined;
}

type Values<K extends MessageKey> = Messages[K] extends (values: infer V) => string ? [values: V] : [];

const known = new Set<Part>(['first']);
const english: Record<string, MessageFile[string]> = { ...first };
let translated: MessageFile = {};
let plain: PlainWords | undefined;
let instead: (() => MessageFile) | undefined;

/** The language of the messages, for `lang`, dates and numbers (BCP 47). Changes when the reader chooses another. */
export let language = 'en-US';

/** Changes with every change of words: among what a view keeps, its words are kept no longer than they are in use. */
export let wordsInUse = 0;

/** Makes further words known in English (`later.ts`, `doors.ts`, …); `speech.ts` sees to it that they are so in others. */
export function addMessages(part: Part, more: MessageFile): void {
  known.add(part);
  Object.assign(english, more);
}

/** Words that stand before all others for the rest of the document: a chart that no EHR has sent speaks of its file. */
export function sayInstead(words: () => MessageFile): void {
  instead = words;
  wordsInUse++;
}

export function englishParts(): ReadonlySet<Part> {
  return known;
}

/** For `speech.ts` alone: what stands before the English words from now on. */
export function setWords(words: {
  readonly language: string;
  readonly translated: MessageFile;
  readonly plain: PlainWords | undefined;
}): void {
  ({ language, translated, plain } = words);
  wordsInUse++;
}

/**
 * One message in the reader's language. Messages with values are functions, so a missing value does not compile. A
 * word that has not been loaded is shown by its key: a fault of ours, which `first-words.test.ts` looks for.
 */
export function t<K extends MessageKey>(key: K, ...values: Values<K>): string {
  const message = instead?.()[key] ?? plain?.messages[key] ?? translated[key] ?? english[key] ?? key;
  return typeof message === 'string' ? message : (message as (v: unknown) => string)(values[0]);
}

/** What patients call a test, problem or visit; undefined for a code without plain words, and for a reader who wants clinical ones. */
export function plainName(code: string): PlainName | undefined {
  const names = plain?.names;
  // A record may call its code anything, `__proto__` too.
  return names !== undefined && Object.hasOwn(names, code) ? names[code] : undefined;
}

/** Whether the page speaks to patients, and their explanations are there. */
export function speaksPlainly(): boolean {
  return plain?.names !== undefined;
}

/** Runs something with clinicians' words, whatever the reader's are: what leaves the app is read by others. */
export function clinically<T>(run: () => T): T {
  const readers = plain;
  plain = undefined;
  try {
    return run();
  } finally {
    plain = readers;
  }
}
