import { type ReactNode, Suspense, lazy, useRef, useState } from 'react';
import { t } from '#i18n/translate.ts';
import { Icon } from '#ui/Icon.tsx';
import type { AppProps } from '#app/App.tsx';
import './MenuButton.css';

const ReaderMenuList = lazy(async () => ({ default: (await import('./ReaderMenuList.tsx')).ReaderMenuList }));

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
        <Suspense>
          <ReaderMenuList {...props} anchor={button} open={open} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
