import { type ReactNode, useRef, useState } from 'react';
import { t } from '#i18n/translate.ts';
import { Icon } from '#ui/Icon.tsx';
import { later } from '#ui/later.ts';
import type { AppProps } from '#app/App.tsx';
import { Overlay } from './Overlay.tsx';
import './MenuButton.css';

const ReaderMenuList = later(async () => (await import('./ReaderMenuList.tsx')).ReaderMenuList);

export interface ReaderMenuProps extends Pick<AppProps, 'session' | 'openAnotherPerson'> {
  readonly onKeys: () => void;
}

/** The reader's own menu: look, keys, who is signed in, another person, signing out. */
export function ReaderMenu(props: ReaderMenuProps): ReactNode {
  const [open, setOpen] = useState<boolean>();
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        type="button"
        className="menu-button"
        ref={button}
        aria-haspopup="menu"
        aria-expanded={open === true}
        onClick={() => setOpen(true)}
      >
        <Icon name="gear" />
        <span className="unseen">{t('chart.menu')}</span>
      </button>
      {open !== undefined && (
        <Overlay>
          <ReaderMenuList {...props} anchor={button} open={open} onClose={() => setOpen(false)} />
        </Overlay>
      )}
    </>
  );
}
