import { type ReactNode, useSyncExternalStore } from 'react';
import { type Chart, useChart } from '#chart/kit/chart-context.tsx';
import { formatReadAt, formatWhen } from '#chart/kit/format.ts';
import { readConcepts } from '#fhir/concept.ts';
import { readWhen } from '#fhir/dates.ts';
import type { FhirResource } from '#fhir/json.ts';
import { t } from '#i18n/translate.ts';
import { useNow } from '#ui/use-now.ts';

/** From this age on, what is shown is marked as old. */
const oldAfterMinutes = 10;

/** Which visit the chart was opened from, which system it comes from, when it was read, and reading it again. */
export function ReadState(): ReactNode {
  const chart = useChart();
  const { reading, systemLabel: system } = chart;
  const now = useNow();
  const readAt = useSyncExternalStore(reading.subscribe, () => reading.progress().readAt);
  const visit = useSyncExternalStore(reading.subscribe, () => visitOf(chart));
  const minutes = readAt === undefined ? 0 : Math.floor((now - readAt) / 60_000);
  return (
    <p className="banner-source">
      {chart.encounterId !== undefined && <span>{visitWords(visit)}</span>}
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
            <button type="button" className="link-button" onClick={() => reading.readAgain()}>
              {t('banner.read-again')}
            </button>
          </>
        )}
      </span>
    </p>
  );
}

/** The launch names a visit without the prefix that NextGen Office gives its ids, or with it. */
function visitOf({ reading, encounterId }: Chart): FhirResource | undefined {
  if (encounterId === undefined) return undefined;
  const bare = encounterId.replace(/^PT-/, '');
  return [encounterId, bare, `PT-${bare}`]
    .map((id) => reading.find({ reference: `Encounter/${id}` }))
    .find((visit) => visit !== undefined);
}

function visitWords(visit: FhirResource | undefined): string {
  if (visit === undefined) return t('banner.visit');
  const period = readWhen(visit, 'period');
  const start =
    period?.kind === 'period' && period.start ? ({ kind: 'date', date: period.start } as const) : period;
  const type = readConcepts(visit['type'])[0]?.label;
  const date = start === undefined ? t('banner.visit') : t('banner.visit-of', { date: formatWhen(start) });
  return [date, type].filter((part) => part !== undefined).join(' · ');
}
