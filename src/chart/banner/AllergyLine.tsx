import { type ReactNode, useMemo } from 'react';
import { Link } from '#ui/Link.tsx';
import { useChart } from '#chart/kit/chart-context.tsx';
import { type Records, useRecords } from '#chart/kit/use-records.ts';
import { words } from '#chart/kit/words.ts';
import { type AllergyRecord, allergies } from '#fhir/allergies.ts';
import { type AllergySummary, allergySummary } from '#fhir/allergy-summary.ts';
import { t } from '#i18n/translate.ts';
import { AllergyAbsence } from './AllergyAbsence.tsx';

/** How many allergies a line holds before "and 3 more". */
const mostShown = 4;

/** High criticality or a severe reaction. */
const isSevere = ({ rank }: AllergyRecord): boolean => rank <= 1;

/**
 * What can hurt them: the worst allergies by name and reaction, or which kind of nothing it is. "No known allergies",
 * "No allergies recorded" and "not shared" are different facts. The slim line keeps the severe ones alone.
 */
export function AllergyLine({ size }: { size: 'whole' | 'slim' }): ReactNode {
  const records = useRecords(allergies);
  const summary = useMemo(() => allergySummary(records.records), [records.records]);
  if (size === 'slim') return <Severe summary={summary} />;
  if (records.face !== 'records') return <AllergyAbsence face={records.face} />;
  return (
    <p className="banner-allergies">
      <strong>{t('banner.allergies')}</strong>
      {summary.items.length > 0 ? (
        <Worst records={records} summary={summary} />
      ) : (
        <span>{noneWords(records, summary)}</span>
      )}
    </p>
  );
}

function noneWords({ availability }: Records<AllergyRecord>, summary: AllergySummary): string {
  const partly = availability.failures.length > 0 || availability.unreadable.length > 0;
  // Nothing may be claimed to be absent while a part of the list is.
  if (partly) return t('banner.allergies-partly');
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
  summary,
}: {
  records: Records<AllergyRecord>;
  summary: AllergySummary;
}): ReactNode {
  const { paths } = useChart();
  const { items, statements, kind } = summary;
  const more = items.length - mostShown;
  const partly = records.availability.failures.length > 0 || records.availability.unreadable.length > 0;
  return (
    <>
      {items.slice(0, mostShown).map((allergy) => (
        <OneAllergy key={allergy.key} allergy={allergy} />
      ))}
      {more > 0 && <Link to={paths.section('allergies')}>{t('banner.more-allergies', { n: more })}</Link>}
      {kind === 'conflict' && (
        <span className="banner-conflict">
          {t('banner.also-recorded', { said: statements.map(({ title }) => words(title)).join(', ') })}
        </span>
      )}
      {partly && <span className="banner-conflict">{t('banner.allergies-partly')}</span>}
    </>
  );
}

function Severe({ summary }: { summary: AllergySummary }): ReactNode {
  const severe = summary.items.filter(isSevere).slice(0, 2);
  if (severe.length === 0) return null;
  return (
    <p className="banner-allergies">
      <span className="unseen">{`${t('banner.allergies')}: `}</span>
      {severe.map((allergy) => (
        <OneAllergy key={allergy.key} allergy={allergy} />
      ))}
    </p>
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
    </span>
  );
}
