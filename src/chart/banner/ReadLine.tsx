import type { ReactNode } from 'react';
import { formatReadAt, formatWhen } from '#chart/kit/format.ts';
import { readConcepts } from '#fhir/concept.ts';
import { readWhen } from '#fhir/dates.ts';
import type { FhirResource } from '#fhir/json.ts';
import { t } from '#i18n/translate.ts';

/** From this age on, what is shown is marked as old. */
const oldAfterMinutes = 10;

interface Props {
  readonly system: string;
  /** The visit of the launch, `unread` while its record has not arrived; undefined where the launch named none. */
  readonly visit: FhirResource | 'unread' | undefined;
  /** Milliseconds since 1970, as `now`. */
  readonly readAt: number | undefined;
  readonly now: number;
  readonly readAgain: () => void;
}

/** Which visit, which system, how old, and "read again". Draws without React too. */
export function ReadLine({ system, visit, readAt, now, readAgain }: Props): ReactNode {
  const minutes = readAt === undefined ? 0 : Math.floor((now - readAt) / 60_000);
  return (
    <p className="banner-source">
      {visit !== undefined && <span>{visitWords(visit)}</span>}
      <span>
        {readAt === undefined
          ? t('banner.not-read', { system })
          : t('banner.read-at', { system, time: formatReadAt(readAt, now) })}
        {minutes >= oldAfterMinutes && (
          <span className="banner-old">{`, ${t('banner.old', { n: minutes })}`}</span>
        )}
        {readAt !== undefined && (
          <>
            {' · '}
            <button type="button" className="link-button" onClick={readAgain}>
              {t('banner.read-again')}
            </button>
          </>
        )}
      </span>
    </p>
  );
}

function visitWords(visit: FhirResource | 'unread'): string {
  if (visit === 'unread') return t('banner.visit');
  const period = readWhen(visit, 'period');
  const start =
    period?.kind === 'period' && period.start ? ({ kind: 'date', date: period.start } as const) : period;
  const type = readConcepts(visit['type'])[0]?.label;
  const date = start === undefined ? t('banner.visit') : t('banner.visit-of', { date: formatWhen(start) });
  return [date, type].filter((part) => part !== undefined).join(' · ');
}
