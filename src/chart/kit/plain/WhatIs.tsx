import { type ReactNode, useId, useState } from 'react';
import type { SectionId } from '#i18n/en/sections.ts';
import { speaksPlainly, t } from '#i18n/translate.ts';
import './plain.css';

/** What is explained: a section, or a part of the page that is none. */
type Explained = SectionId | keyof typeof parts;

const parts = { find: 'find.title', 'reading-pane': 'documents.pane' } as const;

function nameOf(explained: Explained): string {
  return t(explained === 'find' || explained === 'reading-pane' ? parts[explained] : `section.${explained}`);
}

/** "What is this?", for those who read plain words: what stands in a section, and what it means where nothing does. */
export function WhatIs({ of }: { of: Explained }): ReactNode {
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
        <span className="unseen">{` ${nameOf(of)}`}</span>
      </button>
      {shown && (
        <p className="what-is" id={id}>
          {t(`what-is.${of}`)}
        </p>
      )}
    </>
  );
}
