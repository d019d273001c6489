import { type ReactNode, useEffect, useState } from 'react';
import '#i18n/later.ts';
import { language, t } from '#i18n/translate.ts';
import { noticeFrom } from '#smart/idle.ts';
import type { Session } from '#smart/session.ts';
import type { AppProps } from '#app/App.tsx';
import './SignInNotice.css';

/** How often the clock is looked at: the end may become known, or move, with any renewal. */
const step = 15_000;

/**
 * Says by when to sign in again where no renewal carries the session further: quietly, half an hour ahead. The chart
 * stays as it is; whoever can sign in from here does it when it suits, and comes back to the same place.
 */
export function SignInNotice({
  session,
  signInAgain,
}: Pick<AppProps, 'signInAgain'> & { readonly session: Session }): ReactNode {
  const endsAt = useEndInSight(session);
  const [hidden, setHidden] = useState<number>();
  if (endsAt === undefined || endsAt === hidden) return null;
  return (
    <div className="sign-in-notice">
      <output>
        {t('session.ends-at', { time: formatTime(endsAt) })}
        {signInAgain === undefined && ` ${t('session.open-again', { system: session.system.label })}`}
      </output>
      {signInAgain && (
        <button type="button" className="link-button" onClick={() => void signInAgain()}>
          {t('session.sign-in-again')}
        </button>
      )}
      <button type="button" className="link-button" onClick={() => setHidden(endsAt)}>
        {t('session.hide')}
      </button>
    </div>
  );
}

function formatTime(milliseconds: number): string {
  return new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(milliseconds);
}

/** The session's end once it is near, by the clock and not by ticks: a page in the background gets few of them. */
function useEndInSight(session: Session): number | undefined {
  const [endsAt, setEndsAt] = useState(() => endInSight(session));
  useEffect(() => {
    const look = (): void => setEndsAt(endInSight(session));
    // Time may have passed since it was drawn: a device that slept in between.
    look();
    const timer = setInterval(look, step);
    addEventListener('focus', look);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      removeEventListener('focus', look);
      document.removeEventListener('visibilitychange', look);
    };
  }, [session]);
  return endsAt;
}

function endInSight(session: Session): number | undefined {
  return Date.now() >= noticeFrom(session) ? session.signInBy : undefined;
}
