import { type ReactNode, useId, useState } from 'react';
import type { SectionId } from '#i18n/en/sections.ts';
import { speaksPlainly, t } from '#i18n/translate.ts';
import './plain.css';

/** "What is this?", for those who read plain words: what stands in a section, and what it means where nothing does. */
export function WhatIs({ section }: { section: SectionId }): ReactNode {
  const [shown, setShown] = useState(false);
  const id = useId();
  if (!speaksPlainly()) return null;
  return (
    <>
      <button
        type="button"
        className="link-button small what-is-button"
        aria-expanded={shown}
        aria-controls={shown ? id : undefined}
        onClick={() => setShown(!shown)}
      >
        {t('what-is.open')}
        <span className="unseen">{` ${t(`section.${section}`)}`}</span>
      </button>
      {shown && (
        <p className="what-is" id={id}>
          {t(`what-is.${section}`)}
        </p>
      )}
    </>
  );
}
