/** What became of taking something away, to be said where it was asked for. */
import { t } from '#i18n/translate.ts';
import { copyText } from '#ui/copy-text.ts';
import { saveFile } from '#ui/save-file.ts';

export type Outcome =
  | { readonly kind: 'copied' }
  /** The browser refused: the text, for copying by hand. */
  | { readonly kind: 'by-hand'; readonly text: string }
  /** `lacks`: what the file does not hold, in whole sentences. */
  | { readonly kind: 'saved'; readonly name: string; readonly lacks?: string }
  | { readonly kind: 'failed' };

/** One thing a menu offers. */
export interface Take {
  readonly label: string;
  /** Undefined where nothing is to be said: another page opens. */
  readonly run: () => Promise<Outcome | undefined> | Outcome | undefined;
}

export async function copied(text: string): Promise<Outcome> {
  return (await copyText(text)) ? { kind: 'copied' } : { kind: 'by-hand', text };
}

/** Names a file by what it is and the day: never by whom it is about, nor by a word of the record. */
export function datedName(what: string, ending: string, now = new Date()): string {
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  return `chartside-${what}-${day}.${ending}`;
}

const types = {
  csv: 'text/csv;charset=utf-8',
  txt: 'text/plain;charset=utf-8',
  json: 'application/fhir+json',
  svg: 'image/svg+xml',
  png: 'image/png',
} as const;

export function saved(
  what: string,
  ending: keyof typeof types,
  parts: BlobPart[],
): Extract<Outcome, { kind: 'saved' }> {
  const name = datedName(what, ending);
  saveFile(name, types[ending], parts);
  return { kind: 'saved', name };
}

/** In words; a text to be copied by hand stands in a dialog of its own. */
export function outcomeWords(outcome: Outcome | undefined): string {
  switch (outcome?.kind) {
    case 'copied':
      return t('take.copied');
    case 'saved':
      return [t('take.saved', { name: outcome.name }), outcome.lacks].filter(Boolean).join(' ');
    case 'failed':
      return t('take.save-failed');
    default:
      return '';
  }
}
