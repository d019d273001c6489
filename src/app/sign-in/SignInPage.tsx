import { useEffect, useState } from 'react';
import '#i18n/doors.ts';
import { t } from '#i18n/translate.ts';
import type { System } from '#smart/registry.ts';
import { notSetUp } from '#smart/systems.ts';
import { openFile } from '#app/beside.ts';
import { pageConfig } from '#app/diagnostics/page-facts.ts';
import type { Opening } from '#app/opening.ts';
import { DoorCard } from './DoorCard.tsx';
import { fetchFailurePage } from './failure-ahead.ts';
import { FrontPage } from './FrontPage.tsx';
import { forgetLastDoor, keepLastDoor, readLastDoor } from './last-door.ts';
import './SignInPage.css';

type SignedOut = Extract<Opening, { state: 'signed-out' }>;

/**
 * The app's own address, with nobody signed in: the systems a person can sign in to, each in words that say whether it
 * is theirs. What is not set up is nobody's to choose; diagnostics tell of it.
 */
export function SignInPage({ opening }: { opening: SignedOut }) {
  const { systems, signedOutOf } = opening;
  const left = systems.find(({ id }) => id === signedOutOf);
  const ready = systems.filter((system) => notSetUp(system) === undefined);
  const [last, setLast] = useState(() => readLastDoor(ready.map(({ id }) => id)));
  const [forgot, setForgot] = useState(false);
  useEffect(fetchFailurePage, []);
  const real = ready.filter(({ sandbox }) => !sandbox);
  const madeUp = ready.filter(({ sandbox }) => sandbox);
  const signIn = (system: System): void => {
    keepLastDoor(system.id);
    opening.signIn(system);
  };
  const forget = (): void => {
    forgetLastDoor();
    setLast(undefined);
    setForgot(true);
  };
  const list = (some: readonly System[]) => (
    <ul className="doors">
      {inOrder(some, last).map((system) => (
        <DoorCard
          key={system.id}
          system={system}
          signIn={signIn}
          forget={system.id === last ? forget : undefined}
        />
      ))}
    </ul>
  );
  return (
    <FrontPage heading={t('sign-in.title')} title={t('sign-in.title')}>
      {signedOutOf !== undefined && (
        <p>
          <output>
            {t('sign-in.signed-out')}
            {left && ` ${t('sign-in.still-there', { system: left.label })}`}
          </output>
        </p>
      )}
      {real.length > 0 && (
        <>
          <p>{t('sign-in.lead')}</p>
          <section className="front-group" aria-labelledby="which">
            <h2 id="which">{t('sign-in.which')}</h2>
            {list(real)}
            <PracticeSearch systems={real} />
          </section>
        </>
      )}
      {real.length === 0 && systems.some(({ sandbox }) => !sandbox) && <p>{t('sign-in.none-yet')}</p>}
      {systems.length === 0 && <p>{t('sign-in.none')}</p>}
      <output className="unseen">{forgot && t('sign-in.forgotten')}</output>
      {madeUp.length > 0 && (
        <section className="front-group" aria-labelledby="made-up">
          <h2 id="made-up">{t('sign-in.sandbox')}</h2>
          <p className="muted">{t('sign-in.sandbox-what')}</p>
          {list(madeUp)}
        </section>
      )}
      {mayOpenFiles() && (
        <p>
          {/* Loaded anew: a page for itself, with a policy of its own. */}
          <a href={openFile}>{t('sign-in.open-file')}</a>
        </p>
      )}
      <section className="front-group" aria-labelledby="what">
        <h2 id="what">{t('sign-in.then')}</h2>
        <p>{t('sign-in.what')}</p>
        <p>{t('sign-in.kept')}</p>
        <p className="muted">{t('sign-in.clinicians')}</p>
      </section>
    </FrontPage>
  );
}

function mayOpenFiles(): boolean {
  const config = pageConfig();
  return !config.ok || config.registry.openFile !== false;
}

/** The one that was used last; the others as the registry has them; then older ways to the same records. */
function inOrder(systems: readonly System[], last: string | undefined): readonly System[] {
  const rank = ({ id, door }: System): number => (id === last ? 0 : /-(r3|dstu2)$/.test(door ?? '') ? 2 : 1);
  return systems.toSorted((a, b) => rank(a) - rank(b));
}

/** Where the vendors list their practices. The page there learns nothing of where one comes from. */
function PracticeSearch({ systems }: { systems: readonly System[] }) {
  const addresses = new Set(systems.flatMap(({ practiceSearch }) => practiceSearch ?? []));
  if (addresses.size === 0) return null;
  return (
    <p className="doors-unsure">
      {t('sign-in.unsure')}{' '}
      {[...addresses].map((address) => (
        <a key={address} href={address} target="_blank" rel="noreferrer noopener">
          {t('sign-in.practice-search', { host: new URL(address).host })}
        </a>
      ))}
    </p>
  );
}
