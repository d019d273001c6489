import { formatDay } from '#chart/kit/format.ts';
import type { Span } from '#fhir/lanes.ts';
import { t } from '#i18n/translate.ts';

/** "since Mar 2024", "2019 to May 2020", "from Jan 2020, end not recorded". */
export function spanWords({ from, until, end }: Span): string {
  const start = formatDay(from);
  if (until !== undefined) return t('timeline.span', { start, end: formatDay(until) });
  return end === 'open' ? t('timeline.span-open', { start }) : t('timeline.span-unknown', { start });
}
