import { useEffect } from 'react';
import { t } from '#i18n/translate.ts';

/**
 * The window's title: the patient's name only while their chart is on the screen. It is taken off when the page is
 * left, for a title would lie in the browser's history file in clear.
 */
export function useTitle(section: string | undefined, name: string | undefined): void {
  useEffect(() => {
    const shown = [section, name].filter((part) => part !== undefined).join(' · ');
    const show = (): void => {
      document.title = shown === '' ? t('app.name') : shown;
    };
    const hide = (): void => {
      document.title = t('app.name');
    };
    show();
    window.addEventListener('pagehide', hide);
    window.addEventListener('pageshow', show);
    return () => {
      window.removeEventListener('pagehide', hide);
      window.removeEventListener('pageshow', show);
      hide();
    };
  }, [section, name]);
}
