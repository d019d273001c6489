import { useEffect, useRef, type ReactNode } from 'react';
import { t } from '#i18n/translate.ts';
import type { SignInFailure } from '#smart/failure.ts';
import { beside, besideNames, openBeside } from '#app/beside.ts';
import { LanguageSwitch } from './LanguageSwitch.tsx';

/** The frame of every page that is no chart: one heading, which takes the focus, what there is to do, and the ways to help. */
export function FrontPage({
  heading,
  title,
  failure,
  children,
}: {
  heading: string;
  title: string;
  /** Goes along to diagnostics. */
  failure?: SignInFailure;
  children: ReactNode;
}) {
  const top = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} – ${t('app.name')}`;
  }, [title]);
  // Once a page: in another language it is the same one.
  useEffect(() => top.current?.focus(), []);
  return (
    <main className="front">
      <p className="front-name">{t('app.name')}</p>
      <h1 ref={top} tabIndex={-1}>
        {heading}
      </h1>
      {children}
      <p className="front-actions small">
        {besideNames.map((name) => (
          <a
            key={name}
            href={beside[name]}
            onClick={(event) => {
              event.preventDefault();
              openBeside(name, failure);
            }}
          >
            {t(`beside.${name}`)}
          </a>
        ))}
      </p>
      <LanguageSwitch />
    </main>
  );
}
