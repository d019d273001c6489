/** The reader's choice of language and of whose words: loads them, changes the page in its place, keeps the choice. */
import type { Language } from '#i18n/language.ts';
import '#i18n/reader.ts';
import { type Speech, speak, type Wording } from '#i18n/speech.ts';
import { t } from '#i18n/translate.ts';
import type { LaunchKind } from '#smart/registry.ts';
import type { ViewPreferences } from '#theme/view-preferences.ts';
import { say } from './said.ts';
import { choosePreferences, currentPreferences } from './use-preferences.ts';

export async function chooseLanguage(language: Language): Promise<void> {
  await change({ language }, { language }, () => t('language.now'));
}

/** Kept for every launch of its kind; without a kind, not kept at all. */
export async function chooseWording(wording: Wording, kind: LaunchKind | undefined): Promise<void> {
  const kept = kind === undefined ? {} : { wording: { ...currentPreferences().wording, [kind]: wording } };
  await change({ wording }, kept, () => t(`wording.now-${wording}`));
}

async function change(
  wanted: Partial<Speech>,
  kept: Partial<ViewPreferences>,
  told: () => string,
): Promise<void> {
  try {
    await speak(wanted);
  } catch {
    return say(t('language.not-loaded'));
  }
  choosePreferences({ ...currentPreferences(), ...kept });
  say(told());
}
