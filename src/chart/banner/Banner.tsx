import { type ReactNode, useEffect, useRef } from 'react';
import { useChart } from '#chart/kit/chart-context.tsx';
import { formatWhen } from '#chart/kit/format.ts';
import { failureWords } from '#chart/kit/failure-words.ts';
import { words } from '#chart/kit/words.ts';
import type { BannerIdentity } from '#fhir/banner-identity.ts';
import type { Records } from '#chart/kit/use-records.ts';
import type { PatientRecord } from '#fhir/patient.ts';
import { t } from '#i18n/translate.ts';
import { AllergyLine } from './AllergyLine.tsx';
import { BannerFrame, type BannerParts } from './BannerFrame.tsx';
import { ReadState } from './ReadState.tsx';
import { useIdentity } from './use-identity.ts';
import { WhoLine } from './WhoLine.tsx';

/** Who this is, and what can hurt them: on top of everything, always. */
export function Banner(parts: BannerParts): ReactNode {
  const { banner, source } = useChart();
  const { identity, records } = useIdentity();
  const header = useRef<HTMLElement>(null);
  useHeightProperty(header);
  return (
    <>
      <BannerFrame
        {...parts}
        size={banner}
        who={identity ? <WhoLine identity={identity} size={banner} /> : <NotYet records={records} />}
        allergies={<AllergyLine size={banner} />}
        source={source ?? <ReadState />}
        ref={header}
      />
      {identity && <Pin identity={identity} />}
    </>
  );
}

/**
 * Where there is no room for a banner that stays, this line does: name and birth date. It lies under the banner until
 * that has scrolled away. Screen readers have heard it.
 */
function Pin({ identity }: { identity: BannerIdentity }): ReactNode {
  const { name, birth } = identity;
  return (
    <p className="banner-pin" aria-hidden="true">
      <strong>{words(name)}</strong>
      {birth && <span className="muted">{t('banner.born', { date: formatWhen(birth, 'days') })}</span>}
    </p>
  );
}

/** Before the patient's own record is there: room for the line, or why it does not come. */
function NotYet({ records }: { records: Records<PatientRecord> }): ReactNode {
  const failure = records.availability.failures[0];
  if (records.face === 'failed' && failure) {
    return (
      <p className="banner-facts">
        {t('banner.failed')} {failureWords(failure)}{' '}
        <button type="button" className="link-button" onClick={records.readAgain}>
          {t('absence.again')}
        </button>
      </p>
    );
  }
  if (records.face === 'not-shared') return <p className="banner-facts">{t('banner.not-shared')}</p>;
  if (records.face === 'none-recorded' || records.face === 'not-offered' || records.face === 'records') {
    return <p className="banner-facts">{t('banner.failed')}</p>;
  }
  return <p className="banner-name muted">{t('banner.reading')}</p>;
}

/** Tells the page how much of the screen the banner takes, for what sticks below it. */
function useHeightProperty(banner: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    const element = banner.current;
    if (element === null || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(() => {
      const stays = getComputedStyle(element).position === 'sticky';
      const pin = element.parentElement?.querySelector<HTMLElement>('.banner-pin');
      const height = stays ? element.offsetHeight : (pin?.offsetHeight ?? 0);
      document.documentElement.style.setProperty('--banner-height', `${height}px`);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [banner]);
}
