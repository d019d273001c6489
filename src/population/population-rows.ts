/** The population as rows of a file (CSV): what is counted, the group, and how many. */
import { t } from '#i18n/translate.ts';
import { type AgeGroup, sexes } from './age-groups.ts';
import type { Population } from './population.ts';

/** "30–39", "90 and over", "not known" */
export function ageWords({ from }: AgeGroup): string {
  if (from === undefined) return t('population.age-unknown');
  if (from === 'died') return t('population.died');
  return from >= 90 ? t('population.age-over', { from }) : `${from}–${from + 9}`;
}

export function populationRows(
  { groups, types, years, undated, problems }: Population,
  source: string,
): readonly (readonly string[])[] {
  const row = (what: string, group: string, n: number): readonly string[] => [what, group, String(n), source];
  return [
    [t('population.column-what'), t('population.column-group'), t('population.column-n'), t('take.from')],
    ...types.map(({ type, n }) => row(t('population.types'), type, n)),
    ...groups.flatMap((group) =>
      sexes.map((sex) =>
        row(t('population.ages'), `${ageWords(group)}, ${t(`population.${sex}`)}`, group.by[sex].length),
      ),
    ),
    ...years.map(({ year, n }) => row(t('population.years'), String(year), n)),
    ...(undated > 0 ? [row(t('population.years'), t('population.undated'), undated)] : []),
    ...problems.map(({ title, patients }) => row(t('population.problems'), title, patients.size)),
  ];
}
