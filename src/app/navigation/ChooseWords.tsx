import Divider from '@mui/material/Divider';
import MenuItem from '@mui/material/MenuItem';
import { type ReactNode, useSyncExternalStore } from 'react';
import { languages, tags } from '#i18n/language.ts';
import { speechStore } from '#i18n/speech.ts';
import { t } from '#i18n/translate.ts';
import type { LaunchKind } from '#smart/registry.ts';
import { chooseLanguage, chooseWording } from '#app/choose-words.ts';

interface Props {
  /** None of a chart from a file: then the choice of words is for this page alone. */
  readonly kind: LaunchKind | undefined;
  /** Closes the menu first: what is then said is behind it. */
  readonly then: (run: () => void) => () => void;
}

/** The language of the page, and whose words: part of the reader's menu. */
export function ChooseWords({ kind, then }: Props): ReactNode {
  const now = useSyncExternalStore(speechStore.subscribe, speechStore.getSnapshot);
  return (
    <>
      {languages.map((language) => (
        <MenuItem
          key={language}
          role="menuitemradio"
          lang={tags[language]}
          aria-checked={now.language === language}
          selected={now.language === language}
          onClick={then(() => void chooseLanguage(language))}
        >
          {t(`language.${language}`)}
        </MenuItem>
      ))}
      <Divider role="presentation" />
      {(['clinician', 'patient'] as const).map((wording) => (
        <MenuItem
          key={wording}
          role="menuitemradio"
          aria-checked={now.wording === wording}
          selected={now.wording === wording}
          onClick={then(() => void chooseWording(wording, kind))}
        >
          {t(`wording.${wording}`)}
        </MenuItem>
      ))}
    </>
  );
}
