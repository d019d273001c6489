import type { ReactNode } from 'react';
import { formatWhen } from '#chart/kit/format.ts';
import { languageName } from '#chart/kit/language-name.ts';
import { words } from '#chart/kit/words.ts';
import type { BannerIdentity } from '#fhir/banner-identity.ts';
import { t } from '#i18n/translate.ts';

/**
 * Name, age with birth date, sex, number: what a clinician checks before reading on, in either banner. What helps to
 * talk with somebody (preferred name, language) the slim one leaves to the EHR's own.
 */
export function WhoLine({ identity, size }: { identity: BannerIdentity; size: 'whole' | 'slim' }): ReactNode {
  const { preferred, sex, number, language, interpreterNeeded } = identity;
  return (
    <>
      <p className="banner-name">{words(identity.name)}</p>
      <p className="banner-facts">
        {size === 'whole' && preferred && (
          <span className="muted">{t('banner.known-as', { name: preferred.label })}</span>
        )}
        {identity.deceased && <Deceased identity={identity} />}
        <Birth identity={identity} />
        <span>
          <span className="unseen">{`${t('banner.sex')}: `}</span>
          {sex === undefined ? <span className="muted">{t('banner.sex-unknown')}</span> : words(sex)}
        </span>
        <span className="muted">
          {number === undefined
            ? t('banner.no-number')
            : t('banner.number', { label: words(number.label), number: number.value })}
        </span>
        {size === 'whole' && language !== undefined && (interpreterNeeded || !isEnglish(language)) && (
          <span>{t('banner.language', { language: languageName(language) })}</span>
        )}
        {size === 'whole' && interpreterNeeded && (
          <span className="banner-need">{t('banner.interpreter')}</span>
        )}
      </p>
    </>
  );
}

/** The practices speak English, whatever language this screen is in: what matters is when talking needs another one. */
function isEnglish(language: string): boolean {
  return /^(english|eng?(-\w+)?$)/i.test(language);
}

function Birth({ identity }: { identity: BannerIdentity }): ReactNode {
  const { birth, age, ageIsAtDeath } = identity;
  const born =
    birth === undefined ? t('banner.birth-unknown') : t('banner.born', { date: formatWhen(birth, 'days') });
  if (age === undefined) return <span className="muted">{born}</span>;
  return (
    <span>
      {ageIsAtDeath ? t('banner.at-death', { age: words(age) }) : words(age)}{' '}
      <span className="muted">{`· ${born}`}</span>
    </span>
  );
}

function Deceased({ identity }: { identity: BannerIdentity }): ReactNode {
  const { died } = identity;
  return (
    <span className="banner-deceased">
      {died === undefined
        ? t('banner.deceased')
        : t('banner.deceased-on', { date: formatWhen(died, 'days') })}
    </span>
  );
}
