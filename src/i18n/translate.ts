import { en } from './en.ts';

/** The messages of one language. English is the shape every other language must have. */
export type Messages = typeof en;
export type MessageKey = keyof Messages;

type Values<K extends MessageKey> = Messages[K] extends (values: infer V) => string ? [values: V] : [];

/** One message in the reader's language. Messages with values are functions, so a missing value does not compile. */
export function t<K extends MessageKey>(key: K, ...values: Values<K>): string {
  const message: string | ((values: never) => string) = en[key];
  return typeof message === 'string' ? message : (message as (v: unknown) => string)(values[0]);
}

/** The language of the messages, for `lang`, dates and numbers (BCP 47). */
export const language = 'en-US';
