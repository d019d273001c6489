import { type ReactNode, useEffect, useRef } from 'react';
import { t } from '#i18n/translate.ts';
import { pageConfig } from '#app/diagnostics/page-facts.ts';
import { paths } from '#app/paths.ts';
import { LanguageSwitch } from '#app/sign-in/LanguageSwitch.tsx';
import './OpenFile.css';

/** The page of "Open a file": its heading, which takes the focus, and the way to the start page. */
export function OpenFileFrame({ heading, children }: { heading?: string; children: ReactNode }): ReactNode {
  const top = useRef<HTMLHeadingElement>(null);
  const title = heading ?? t('open.title');
  useEffect(() => {
    // No name of a file: it may be somebody's.
    document.title = `${t('open.title')} – ${t('app.name')}`;
    window.scrollTo({ top: 0 });
    top.current?.focus();
  }, [title]);
  return (
    <main className="open-page">
      <div className="open-top">
        <p className="front-name">{t('app.name')}</p>
        {!isServed() && <a href={paths.home}>{t('open.start')}</a>}
      </div>
      <h1 ref={top} tabIndex={-1}>
        {title}
      </h1>
      {children}
      <LanguageSwitch />
    </main>
  );
}

/** What `npm run open` serves has no other page. */
function isServed(): boolean {
  const config = pageConfig();
  return config.ok && config.registry.openFile === 'served';
}
