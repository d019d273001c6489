import { useEffect } from 'react';
import type { Session } from '#smart/session.ts';

/** Puts the EHR's look on the page when its style file is there and fit; a slow or broken one changes nothing. */
export function useEhrStyle(session: Session): void {
  const { styleUrl, system } = session;
  useEffect(() => {
    if (styleUrl === undefined) return undefined;
    const root = document.documentElement;
    let over = false;
    let undo: (() => void) | undefined;
    const put = async (): Promise<void> => {
      const [{ applyStyle, fetchStyle, overridesOf }, { baseSchemes }] = await Promise.all([
        import('#theme/style.ts'),
        import('#theme/base-schemes.ts'),
      ]);
      const file = await fetchStyle(styleUrl, system.styleHosts);
      if (file !== undefined && !over) undo = applyStyle(overridesOf(file, baseSchemes), root);
    };
    // Without the file the chart keeps our own look: there is nothing to say about it.
    put().catch(() => undefined);
    return () => {
      over = true;
      undo?.();
    };
  }, [styleUrl, system]);
}
