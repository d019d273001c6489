/**
 * How the app speaks: in which language, and with whose words. English lies in the app; another language, and the
 * words for patients, are files that are loaded only for those who read them. Nothing is ever shown by halves: words
 * are in use once all that the page needs of them are there (docs/decisions/038-languages.md).
 */
import { type Language, tags } from './language.ts';
import { type MessageFile, type Part, type PlainWords, englishParts, setWords } from './translate.ts';

/** Clinicians' words, or the same with plain ones for patients. */
export type Wording = 'clinician' | 'patient';

export interface Speech {
  readonly language: Language;
  readonly wording: Wording;
}

/** What a language's first file holds: the words before the banner, and the way to the others. */
export interface LanguageFile {
  readonly first: MessageFile;
  readonly rest: Readonly<Record<Exclude<Part, 'first'>, () => Promise<MessageFile>>>;
}

/** Patients' words in place of clinicians', and the way to what stands past the banner: explanations, plain names. */
export interface PatientFile {
  readonly patient: MessageFile;
  readonly explanations: () => Promise<PlainWords>;
}

/** A language is a row here, and a folder beside `en/`. */
const translations: Readonly<Record<Exclude<Language, 'en'>, () => Promise<LanguageFile>>> = {
  es: () => import('./es-first.ts'),
};
const patients: Readonly<Record<Language, () => Promise<PatientFile>>> = {
  en: () => import('./en-patient.ts'),
  es: () => import('./es-patient.ts'),
};

let speech: Speech = { language: 'en', wording: 'clinician' };
/** What was asked for last: its words may be on their way. */
let wished = speech;
let latest = Promise.resolve();
/** What there was to speak with when the page last began to. */
let begun = '';
const listeners = new Set<() => void>();
const spoken = new Map<Language, LanguageFile>();
const forPatients = new Map<Language, PatientFile>();
/** What else has come: "es later", "es explanations". */
const come = new Map<string, MessageFile | PlainWords>();

/** For `useSyncExternalStore`: the snapshot is another object whenever words on the page may have changed. */
export const speechStore = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  getSnapshot: (): Speech => speech,
};

type Load = () => Promise<unknown>;

/** Everything a way of speaking needs that is not there yet, as far as that is known. */
function missing({ language, wording }: Speech, needed: ReadonlySet<Part>): readonly Load[] {
  const loads: Load[] = [];
  const want = <K, V>(has: Map<K, V>, key: K, load: () => Promise<V>): void => {
    if (!has.has(key)) loads.push(async () => has.set(key, await load()));
  };
  const file = spoken.get(language);
  if (language !== 'en') {
    want(spoken, language, translations[language]);
    for (const part of needed)
      if (file !== undefined && part !== 'first') want(come, `${language} ${part}`, file.rest[part]);
  }
  if (wording === 'patient') {
    const words = forPatients.get(language);
    want(forPatients, language, patients[language]);
    if (words !== undefined && needed.has('later'))
      want(come, `${language} explanations`, words.explanations);
  }
  return loads;
}

/** Loads what is missing; where further English parts came meanwhile, those too. */
async function load(next: Speech): Promise<void> {
  for (let loads = missing(next, englishParts()); loads.length > 0; loads = missing(next, englishParts())) {
    // oxlint-disable-next-line no-await-in-loop -- a further round is only for what came during the last
    const outcomes = await Promise.allSettled(loads.map((one) => one()));
    for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
  }
}

/** Changes with everything that comes, for this language or not. */
const stock = (): string => [spoken.size, forPatients.size, come.size, englishParts().size].join(' ');

/** How long a page that has nothing to show yet waits for words, in milliseconds: a server may never answer. */
const patience = 3000;

async function within(milliseconds: number, done: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The words are late.')), milliseconds);
  });
  await Promise.race([done, late]).finally(() => clearTimeout(timer));
}

function begin(next: Speech): void {
  speech = next;
  begun = stock();
  // A language whose first words did not come is not spoken.
  const language = spoken.has(next.language) ? next.language : 'en';
  const words = forPatients.get(language);
  const explained = come.get(`${language} explanations`) as PlainWords | undefined;
  const rest = [...englishParts()].map((part) => come.get(`${language} ${part}`));
  setWords({
    language: tags[language],
    translated: Object.assign({}, spoken.get(language)?.first, ...rest) as MessageFile,
    plain:
      next.wording === 'patient'
        ? { messages: { ...words?.patient, ...explained?.messages }, names: explained?.names }
        : undefined,
  });
  if (typeof document !== 'undefined') document.documentElement.lang = tags[language];
  for (const listener of listeners) listener();
}

/**
 * Speaks in another way from now on, as soon as its words are there; what is not named stays as it was asked for.
 * Where a later wish comes first, resolves with that one. Rejects where words could not be loaded: then the page goes on
 * as it was. With `anyway` it speaks with the words that there are instead.
 */
export function speak(wanted: Partial<Speech>, anyway = false): Promise<void> {
  const next = { ...wished, ...wanted };
  wished = next;
  const loaded = load(next);
  const mine = (anyway ? within(patience, loaded) : loaded).then(
    () => (wished === next ? begin(next) : latest),
    (error: unknown) => {
      if (wished !== next) return latest;
      if (anyway) {
        // What comes after all is used from then on.
        loaded.then(() => (wished === next ? begin(next) : undefined)).catch(() => undefined);
        return begin(next);
      }
      wished = speech;
      throw error;
    },
  );
  latest = mine;
  return mine;
}

/**
 * Resolves when every word that the page's code knows in English is there in the way the page speaks: called when more
 * code has come, before it is drawn. Never rejects: words that cannot be had are said in English, which is better than
 * a page that does not open, and asked for again with the next code that comes.
 */
export async function wordsReady(): Promise<void> {
  const { language, wording } = wished;
  if (language === 'en' && wording === 'clinician') return;
  // Words that were asked for ahead are there, and not in use yet.
  if (begun !== stock() || missing(wished, englishParts()).length > 0)
    await speak({}, true).catch(() => undefined);
}

/** Asks for the words of what comes behind the banner, while its code is on the way too. */
export function fetchWordsAhead(): void {
  for (const one of missing(wished, new Set(['later']))) one().catch(() => undefined);
}
