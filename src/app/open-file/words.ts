/** The words for where a chart that comes from files comes from. */
import { formatDay } from '#chart/kit/format.ts';
import { parseDateTime } from '#fhir/dates.ts';
import type { Exported } from '#file/exported.ts';
import type { Told } from '#file/file-reading.ts';
import type { OpenedFiles } from '#file/gathering.ts';
import {
  fromDocument as documentEn,
  fromFiles as filesEn,
  fromPartOfFiles as partEn,
  fromUnassigned as unassignedEn,
} from '#i18n/en/from-file.ts';
import {
  fromDocument as documentEs,
  fromFiles as filesEs,
  fromPartOfFiles as partEs,
  fromUnassigned as unassignedEs,
} from '#i18n/es/from-file.ts';
import { type Language, tags } from '#i18n/language.ts';
import { language, type MessageFile, sayInstead, t } from '#i18n/translate.ts';

/** "exported on Nov 20, 2026": by the export's own word; a file's date is said to be that. */
export function exportedWords(exported: Exported | undefined): string {
  if (exported === undefined) return t('open.exported-unknown');
  const date = dayOf(new Date(exported.at).toISOString());
  return t(exported.by === 'file' ? 'open.exported-file' : 'open.exported', { date });
}

/** The day of an instant or a date, in words; as sent where it is none. */
export function dayOf(sent: string): string {
  const date = parseDateTime(sent);
  return date === undefined ? sent : formatDay(date);
}

const words = {
  document: { en: documentEn, es: documentEs },
  files: { en: filesEn, es: filesEs },
  part: { en: partEn, es: partEs },
  unassigned: { en: unassignedEn, es: unassignedEs },
} as const satisfies Record<string, Readonly<Record<Language, MessageFile>>>;

/** Which words a chart from files speaks in: what it may not call absent, it does not. */
export type FileWords = keyof typeof words;

/** Of the opened files: a part of them unread, allergies of nobody in particular, or neither. */
export function wordsFor({
  isIncomplete,
  unnamed,
  undecidedOf,
}: Pick<OpenedFiles, 'isIncomplete' | 'unnamed' | 'undecidedOf'>): FileWords {
  if (isIncomplete) return 'part';
  const isUnassigned = unnamed.has('AllergyIntolerance') || undecidedOf.has('AllergyIntolerance');
  return isUnassigned ? 'unassigned' : 'files';
}

/** What of the files is not shown as each record stands, in sentences. */
export function toldWords({ replaced, apart, unclear }: Told, isIncomplete: boolean): string {
  return [
    isIncomplete && t('open.told-part'),
    replaced > 0 && t('open.told-replaced', { n: replaced }),
    apart > 0 && t('open.told-apart', { n: apart }),
    unclear > 0 && t('open.told-unclear', { n: unclear }),
  ]
    .filter(Boolean)
    .join(' ');
}

/**
 * From here on the chart speaks of files. This page never asks an EHR, so nothing has to be taken back.
 * @param source where everything comes from, for what is printed and taken away
 */
export function speakOfFile(of: FileWords, source: () => string): void {
  const said: Readonly<Record<Language, MessageFile>> = {
    en: { ...words[of].en, 'take.source': source },
    es: { ...words[of].es, 'take.source': source },
  };
  sayInstead(() => (language === tags.es ? said.es : said.en));
}
