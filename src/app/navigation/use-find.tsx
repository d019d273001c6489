import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { t } from '#i18n/translate.ts';
import { Icon } from '#ui/Icon.tsx';
import { later } from '#ui/later.ts';
import { Overlay } from './Overlay.tsx';
import './MenuButton.css';

const FindDialog = later(async () => (await import('./FindOverlay.tsx')).FindOverlay);

/** Dialogs and menus, but for those that are closed and not gone yet. */
const standing = ':is([role=dialog],[role=menu]):not([aria-hidden=true] *)';

/** Find in chart: the button in the banner, Ctrl-K (or ⌘K) anywhere, and the dialog they open. `/` is one of `useKeys`. */
export function useFind(): {
  readonly button: ReactNode;
  readonly dialog: ReactNode;
  readonly show: () => void;
} {
  // Undefined until it was opened once: from then on it stays, for it may be reading files.
  const [open, setOpen] = useState<boolean>();
  const before = useRef<Element>(null);
  const show = useCallback(() => {
    before.current = document.activeElement;
    setOpen(true);
  }, []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (
        event.key.toLowerCase() !== 'k' ||
        !(event.ctrlKey || event.metaKey) ||
        event.altKey ||
        event.shiftKey
      )
        return;
      // Over another dialog it would stand behind or before it, and neither is right.
      if (document.querySelector(standing)) return;
      event.preventDefault();
      show();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [show]);
  const close = (): void => setOpen(false);
  useEffect(() => {
    // Once it is gone: as long as it stands, the dialog holds the focus. A record that opens takes it afterwards.
    if (!open && before.current instanceof HTMLElement) before.current.focus({ preventScroll: true });
  }, [open]);
  return {
    show,
    button: (
      <button type="button" className="menu-button" title={t('chart.find')} onClick={show}>
        <Icon name="search" />
        <span className="unseen">{t('chart.find')}</span>
      </button>
    ),
    dialog: open !== undefined && (
      <Overlay>
        <FindDialog open={open} onClose={close} />
      </Overlay>
    ),
  };
}
