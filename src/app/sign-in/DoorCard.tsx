import { useId } from 'react';
import { t } from '#i18n/translate.ts';
import type { System } from '#smart/registry.ts';

interface Props {
  readonly system: System;
  readonly signIn: (system: System) => void;
  /** Forgets that this one was used last; undefined where it was not. */
  readonly forget: (() => void) | undefined;
}

/** One system a person can sign in to: its name, whom it is for, with which account, and one button. */
export function DoorCard({ system, signIn, forget }: Props) {
  const { door, label, retiring } = system;
  const id = useId();
  return (
    <li className="door">
      <div className="door-words" id={id}>
        <h3>
          {label}
          {retiring && <span className="door-mark door-retiring">{t('sign-in.retiring')}</span>}
        </h3>
        {door && <p>{t(`door.${door}.who`)}</p>}
        {door && <p className="muted">{t(`door.${door}.how`)}</p>}
        {forget && (
          <p className="door-last">
            <span className="door-mark">{t('sign-in.last')}</span>
            <button type="button" className="link-button" onClick={forget}>
              {t('sign-in.forget')}
            </button>
          </p>
        )}
      </div>
      <button
        type="button"
        className={forget ? 'front-button' : 'front-button front-quiet'}
        aria-label={t('sign-in.with', { system: label })}
        aria-describedby={id}
        onClick={() => signIn(system)}
      >
        {t('sign-in.go')}
      </button>
    </li>
  );
}
