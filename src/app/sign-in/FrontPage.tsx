import { useEffect, useRef, type ReactNode } from 'react';
import { t } from '#i18n/translate.ts';

/** The frame of every page that is no chart: one heading, which takes the focus, and what there is to do. */
export function FrontPage({
  heading,
  title,
  children,
}: {
  heading: string;
  title: string;
  children: ReactNode;
}) {
  const top = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} – ${t('app.name')}`;
    top.current?.focus();
  }, [title, heading]);
  return (
    <main className="front">
      <p className="front-name">{t('app.name')}</p>
      <h1 ref={top} tabIndex={-1}>
        {heading}
      </h1>
      {children}
    </main>
  );
}
