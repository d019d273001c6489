import { type ReactNode, useMemo } from 'react';
import { Link } from '#ui/Link.tsx';
import { useChart } from '#chart/kit/chart-context.tsx';
import { lacksSome } from '#chart/kit/story/missing-list.ts';
import { type Records, useRecords } from '#chart/kit/use-records.ts';
import { words } from '#chart/kit/words.ts';
import { type AllergyRecord, allergies } from '#fhir/allergies.ts';
import { type AllergySummary, allergySummary } from '#fhir/allergy-summary.ts';
import { t } from '#i18n/translate.ts';
import { AllergyAbsence } from './AllergyAbsence.tsx';

/** How many allergies a line holds before "and 3 more". */
const mostShown = { whole: 4, slim: 2 } as const;

/** High criticality or a severe reaction. */
const isSevere = ({ rank }: AllergyRecord): boolean => rank <= 1;

/**
 * What can hurt them: the worst allergies by name and reaction and how many more, or which kind of nothing it is. "No
 * known allergies", "No allergies recorded" and "not shared" are different facts, in the slim banner as in the whole.
 */
export function AllergyLine({ size }: { size: 'whole' | 'slim' }): ReactNode {
  const records = useRecords(allergies);
  const summary = useMemo(() => allergySummary(records.records), [records.records]);
  if (records.face !== 'records') return <AllergyAbsence face={records.face} />;
  return (
    <p className="banner-allergies">
      <strong>{t('banner.allergies')}</strong>
      {summary.items.length > 0 ? (
        <Worst records={records} summary={summary} most={mostShown[size]} />
      ) : (
        <span>{noneWords(records, summary)}</span>
      )}
    </p>
  );
}

function noneWords(records: Records<AllergyRecord>, summary: AllergySummary): string {
  // Nothing may be claimed to be absent while a part of the list is.
  if (lacksSome(records)) return t('banner.allergies-partly');
  if (summary.kind === 'none-known') return noneKnownWords(summary);
  return t(summary.kind === 'none-current' ? 'banner.none-current' : 'banner.none-recorded');
}

/** "No known allergies" only where all are meant; "no known food allergy" keeps its own words. */
function noneKnownWords({ statements }: AllergySummary): string {
  const all = statements.some(({ noneKnown }) => noneKnown === 'allergies');
  return all ? t('banner.none-known') : statements.map(({ title }) => words(title)).join(', ');
}

function Worst({
  records,
  summary: { items, statements, kind },
  most,
}: {
  records: Records<AllergyRecord>;
  summary: AllergySummary;
  most: number;
}): ReactNode {
  const { paths } = useChart();
  const more = items.length - most;
  return (
    <>
      {items.slice(0, most).map((allergy) => (
        <OneAllergy key={allergy.key} allergy={allergy} />
      ))}
      {more > 0 && (
        <Link to={paths.section('allergies')}>
          {t('banner.more-allergies', { n: more, severe: items.slice(most).filter(isSevere).length })}
        </Link>
      )}
      {kind === 'conflict' && (
        <span className="banner-conflict">
          {t('banner.also-recorded', { said: statements.map(({ title }) => words(title)).join(', ') })}
        </span>
      )}
      {lacksSome(records) && <span className="banner-conflict">{t('banner.allergies-partly')}</span>}
    </>
  );
}

function OneAllergy({ allergy }: { allergy: AllergyRecord }): ReactNode {
  const reaction = allergy.reactions.flatMap(({ manifestations }) => manifestations)[0]?.label;
  return (
    <span>
      {isSevere(allergy) ? (
        <span className="banner-severe">
          <span aria-hidden="true">{'‼ '}</span>
          <span className="unseen">{`${t('banner.severe')} `}</span>
          {words(allergy.title)}
        </span>
      ) : (
        words(allergy.title)
      )}
      {reaction !== undefined && <span className="muted">{` ${reaction}`}</span>}
      {allergy.doubt !== undefined && <span className="banner-doubt">{` (${words(allergy.doubt)})`}</span>}
    </span>
  );
}
