import { type ReactNode, useSyncExternalStore } from 'react';
import { languages, tags } from '#i18n/language.ts';
import { speechStore } from '#i18n/speech.ts';
import { t } from '#i18n/translate.ts';
import { chooseLanguage } from '#app/choose-words.ts';

/** The app's languages, each by its own name: a reader of one may not know the other. */
export function LanguageSwitch(): ReactNode {
  const { language: now } = useSyncExternalStore(speechStore.subscribe, speechStore.getSnapshot);
  return (
    <fieldset className="front-languages small">
      <legend className="unseen">{t('language.choose')}</legend>
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          className="link-button"
          lang={tags[language]}
          aria-pressed={language === now}
          onClick={() => void chooseLanguage(language)}
        >
          {t(`language.${language}`)}
        </button>
      ))}
    </fieldset>
  );
}
