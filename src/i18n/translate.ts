import type { en } from './en.ts';
import { first } from './en-first.ts';

/** The messages of one language. English is the shape every other language must have. */
export type Messages = typeof en;
export type MessageKey = keyof Messages;

type Values<K extends MessageKey> = Messages[K] extends (values: infer V) => string ? [values: V] : [];

const known: Record<string, string | ((values: never) => string)> = { ...first };

/** Makes further words known (`later.ts`). */
export function addMessages(more: Readonly<Record<string, string | ((values: never) => string)>>): void {
  Object.assign(known, more);
}

/**
 * One message in the reader's language. Messages with values are functions, so a missing value does not compile. A
 * word that has not been loaded is shown by its key: a fault of ours, which `first-words.test.ts` looks for.
 */
export function t<K extends MessageKey>(key: K, ...values: Values<K>): string {
  const message = known[key] ?? key;
  return typeof message === 'string' ? message : (message as (v: unknown) => string)(values[0]);
}

/** The language of the messages, for `lang`, dates and numbers (BCP 47). */
export const language = 'en-US';
