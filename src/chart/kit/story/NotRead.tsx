import type { ReactNode } from 'react';
import type { Availability } from '#chart/kit/availability.ts';
import { sectionOf } from '#chart/kit/section-of.ts';
import type { Records } from '#chart/kit/use-records.ts';
import type { ChartRecord } from '#fhir/record.ts';
import { t } from '#i18n/translate.ts';
import './NotRead.css';

type Lists = readonly Records<ChartRecord>[];

/**
 * Which sections a view over the whole chart does not hold, or not all of: still coming, not shared, failed, cut off.
 * Undefined where all is there.
 */
export function notReadText(lists: Lists): string | undefined {
  const names = (is: (list: Records<ChartRecord>) => boolean): string =>
    lists
      .filter(is)
      .map(({ kind }) => t(`section.${sectionOf(kind)}`))
      .join(', ');
  const coming = names(isComing);
  const failed = names(({ availability }) => availability.failures.length > 0);
  const isClosed = ({ notShared, answers }: Availability): boolean =>
    notShared.length > 0 && answers.length === 0;
  const closed = names(({ availability }) => isClosed(availability));
  const partly = names(
    ({ availability }) =>
      availability.more ||
      availability.unreadable.length > 0 ||
      (availability.notShared.length > 0 && !isClosed(availability)),
  );
  const said = [
    coming !== '' && t('story.coming', { names: coming }),
    failed !== '' && t('story.failed', { names: failed }),
    closed !== '' && t('story.not-shared', { names: closed }),
    partly !== '' && t('story.partly', { names: partly }),
  ].filter((text) => text !== false);
  return said.length === 0 ? undefined : said.join(' ');
}

/** Whether something of a list is missing for good: failed, not shared, cut off. */
export function lacksSome({ availability }: Records<ChartRecord>): boolean {
  const { failures, notShared, more, unreadable } = availability;
  return failures.length > 0 || notShared.length > 0 || more || unreadable.length > 0;
}

export function isComing({ face, availability }: Records<ChartRecord>): boolean {
  return face === 'reading' || availability.reading + availability.waiting > 0;
}

export function NotRead({ lists }: { lists: Lists }): ReactNode {
  const text = notReadText(lists);
  return text !== undefined && <p className="not-read">{text}</p>;
}
