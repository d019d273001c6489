import type { ReactNode } from 'react';
import type { SectionId } from '#i18n/en/sections.ts';
import { t } from '#i18n/translate.ts';
import { WhatIs } from './WhatIs.tsx';

interface Props {
  readonly section: SectionId;
  /** Where the page has a title of its own. */
  readonly title?: string;
  /** Only to be heard: the summary begins with what matters. */
  readonly unseen?: boolean;
}

/** The heading of a section's page, and what the section is. */
export function SectionTitle({ section, title = t(`section.${section}`), unseen = false }: Props): ReactNode {
  return (
    <div className="section-head">
      <h1 id="section-title" className={unseen ? 'unseen' : 'section-title'} tabIndex={-1}>
        {title}
      </h1>
      <WhatIs of={section} />
    </div>
  );
}
