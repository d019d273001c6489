/** The words for where a chart that comes from files comes from. */
import { formatDay } from '#chart/kit/format.ts';
import { parseDateTime } from '#fhir/dates.ts';
import type { Exported } from '#file/exported.ts';
import { fromDocument as englishDocument, fromFiles as englishFiles } from '#i18n/en/from-file.ts';
import { fromDocument as spanishDocument, fromFiles as spanishFiles } from '#i18n/es/from-file.ts';
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

/**
 * From here on the chart speaks of files. This page never asks an EHR, so nothing has to be taken back.
 * @param source where everything comes from, for what is printed and taken away
 */
export function speakOfFile(of: 'files' | 'document', source: () => string): void {
  const words: Readonly<Record<Language, MessageFile>> = {
    en: { ...(of === 'files' ? englishFiles : englishDocument), 'take.source': source },
    es: { ...(of === 'files' ? spanishFiles : spanishDocument), 'take.source': source },
  };
  sayInstead(() => (language === tags.es ? words.es : words.en));
}
