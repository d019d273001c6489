import { t } from '#i18n/translate.ts';
import type { System } from '#smart/registry.ts';
import { notSetUp } from '#smart/systems.ts';
import type { Opening } from '#app/opening.ts';
import { FrontPage } from './FrontPage.tsx';

type SignedOut = Extract<Opening, { state: 'signed-out' }>;

function Systems({ systems, signIn }: { systems: readonly System[]; signIn: SignedOut['signIn'] }) {
  return (
    <ul className="front-list">
      {systems.map((system) => (
        <li key={system.id}>
          {notSetUp(system) === undefined ? (
            <button type="button" className="front-button" onClick={() => signIn(system)}>
              {t('sign-in.with', { system: system.label })}
            </button>
          ) : (
            <p className="muted">{t('sign-in.not-set-up', { system: system.label })}</p>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The app's own address, with nobody signed in: the systems a person can sign in to, and what will be read. */
export function SignInPage({ opening }: { opening: SignedOut }) {
  const { systems, justSignedOut, signIn } = opening;
  const real = systems.filter(({ sandbox }) => !sandbox);
  const madeUp = systems.filter(({ sandbox }) => sandbox);
  return (
    <FrontPage heading={t('sign-in.title')} title={t('sign-in.title')}>
      {justSignedOut && (
        <p>
          <output>{t('sign-in.signed-out')}</output>
        </p>
      )}
      <p>{t('sign-in.what')}</p>
      <p>{t('sign-in.kept')}</p>
      {systems.length === 0 && <p>{t('sign-in.none')}</p>}
      {real.length > 0 && <Systems systems={real} signIn={signIn} />}
      {madeUp.length > 0 && (
        <section className="front-group">
          <h2>{t('sign-in.sandbox')}</h2>
          <p className="muted">{t('sign-in.sandbox-what')}</p>
          <Systems systems={madeUp} signIn={signIn} />
        </section>
      )}
      <p className="muted">{t('sign-in.clinicians')}</p>
    </FrontPage>
  );
}
