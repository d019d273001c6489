import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { t } from '#i18n/translate.ts';

/** Safari and Firefox learned it late; TypeScript knows no way to say that it may be missing. */
const { navigation } = window as { readonly navigation?: Navigation };

/** Whether this page is being left: what is still drawn then says no name any more. */
let isLeaving = false;

/**
 * The window's title: the patient's name only while their chart is on the screen. A browser writes an address and its
 * last title into its history file in clear, so the name is taken off before an address is left: for another section
 * (`navigate` comes before the address changes), and for another page (`beforeunload`; at `pagehide` it is too late
 * in Chromium). A page that was not left after all has its title back as soon as somebody touches it.
 */
export function useTitle(section: string | undefined, name: string | undefined): void {
  // Every address has its turn, also within one section.
  const { pathname } = useLocation();
  useEffect(() => {
    const shown = [section, name].filter((part) => part !== undefined).join(' · ');
    const show = (): void => {
      if (!isLeaving && document.title !== shown) document.title = shown === '' ? t('app.name') : shown;
    };
    const hide = (): void => {
      document.title = t('app.name');
    };
    const leave = (): void => {
      isLeaving = true;
      hide();
    };
    const stay = (): void => {
      isLeaving = false;
      show();
    };
    show();
    for (const leaving of ['beforeunload', 'pagehide']) window.addEventListener(leaving, leave);
    for (const here of ['pageshow', 'pointerdown', 'keydown']) window.addEventListener(here, stay, true);
    navigation?.addEventListener('navigate', hide);
    return () => {
      for (const leaving of ['beforeunload', 'pagehide']) window.removeEventListener(leaving, leave);
      for (const here of ['pageshow', 'pointerdown', 'keydown']) window.removeEventListener(here, stay, true);
      navigation?.removeEventListener('navigate', hide);
      hide();
    };
  }, [section, name, pathname]);
}
