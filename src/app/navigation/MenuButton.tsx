import { type ReactNode, useState } from 'react';
import type { SectionDefinition } from '#chart/kit/section.ts';
import { t } from '#i18n/translate.ts';
import { Icon } from '#ui/Icon.tsx';
import { later } from '#ui/later.ts';
import { Overlay } from './Overlay.tsx';
import './MenuButton.css';

const NavDrawer = later(async () => (await import('./NavDrawer.tsx')).NavDrawer);

/** The way to the sections where there is no room beside the content. */
export function MenuButton({
  sections,
  current,
}: {
  sections: readonly SectionDefinition[];
  current: string;
}): ReactNode {
  const [open, setOpen] = useState<boolean>();
  return (
    <>
      <button
        type="button"
        className="menu-button"
        aria-haspopup="dialog"
        aria-expanded={open === true}
        onClick={() => setOpen(true)}
      >
        <Icon name="menu" />
        <span className="unseen">{t('chart.sections')}</span>
      </button>
      {open !== undefined && (
        <Overlay>
          <NavDrawer sections={sections} current={current} open={open} onClose={() => setOpen(false)} />
        </Overlay>
      )}
    </>
  );
}
