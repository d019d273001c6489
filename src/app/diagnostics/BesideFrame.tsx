import { useEffect, useRef, type ReactNode } from 'react';
import { t } from '#i18n/translate.ts';

/** The frame of a page beside the chart: the way back, one heading, which takes the focus, and its parts. */
export function BesideFrame({
  title,
  back,
  wide = false,
  children,
}: {
  title: string;
  back: ReactNode;
  wide?: boolean;
  children: ReactNode;
}): ReactNode {
  const top = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} – ${t('app.name')}`;
    window.scrollTo({ top: 0 });
    top.current?.focus();
  }, [title]);
  return (
    <main className={wide ? 'beside beside-wide' : 'beside'}>
      <div className="beside-top">
        <p className="front-name">{t('app.name')}</p>
        {back}
      </div>
      <h1 ref={top} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </main>
  );
}
