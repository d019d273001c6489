import type { ReactNode } from 'react';
import { formatWhen } from '#chart/kit/format.ts';
import type { ChosenSince } from '#chart/kit/story/use-changes.ts';
import { words } from '#chart/kit/words.ts';
import type { EncounterRecord } from '#fhir/encounters.ts';
import { t } from '#i18n/translate.ts';

interface Props {
  readonly visits: readonly EncounterRecord[];
  /** The visit that is counted from; undefined where a day is. */
  readonly visit: EncounterRecord | undefined;
  readonly chosen: ChosenSince;
  readonly onChoose: (chosen: ChosenSince) => void;
  /** After them: what can be taken away. */
  readonly end: ReactNode;
}

const mostVisits = 30;

/** Since which visit, or which day: one takes the place of the other. */
export function SinceTools({ visits, visit, chosen, onChoose, end }: Props): ReactNode {
  return (
    <div className="list-tools since-tools">
      {visits.length > 0 && (
        <label>
          {t('changes.since-visit')}
          <select
            value={visit?.key ?? ''}
            onChange={(event) =>
              onChoose(event.target.value === '' ? { day: chosen.day ?? '' } : { visit: event.target.value })
            }
          >
            {visit === undefined && <option value="">{t('story.no-choice')}</option>}
            {visits.slice(0, mostVisits).map((one) => (
              <option key={one.key} value={one.key}>
                {visitName(one)}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        {t(visits.length > 0 ? 'changes.or-since-day' : 'changes.since-day')}
        <input
          type="date"
          value={visit === undefined ? (chosen.day ?? '') : ''}
          autoComplete="off"
          onChange={(event) => onChoose(event.target.value === '' ? {} : { day: event.target.value })}
        />
      </label>
      {(chosen.visit !== undefined || chosen.day !== undefined) && (
        <button type="button" className="link-button" onClick={() => onChoose({})}>
          {t('changes.last-visit')}
        </button>
      )}
      {end}
    </div>
  );
}

/** "Aug 3, 2026, Office visit". */
export function visitName({ when, title }: EncounterRecord): string {
  return `${when === undefined ? '' : formatWhen(when, 'days')}, ${words(title)}`;
}
