/** The population as rows of a file (CSV): what is counted, the group, and how many. */
import { t } from '#i18n/translate.ts';
import { type AgeGroup, sexes } from './age-groups.ts';
import type { LeftOut, Population } from './population.ts';

/** In sentences, with the number each is about; nothing for what there is none of. */
export function leftOutWords({
  ambiguous,
  undecided,
  unnamed,
  withoutRecord,
  isIncomplete,
}: LeftOut): readonly { readonly n: number; readonly text: string }[] {
  const counts = { ambiguous, undecided, unnamed, 'without-record': withoutRecord } as const;
  const kinds = ['ambiguous', 'undecided', 'unnamed', 'without-record'] as const;
  const said = kinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) => ({ n: counts[kind], text: t(`population.${kind}`, { n: counts[kind] }) }));
  return isIncomplete ? [...said, { n: 1, text: t('population.incomplete') }] : said;
}

/** "30–39", "90 and over", "not known" */
export function ageWords({ from }: AgeGroup): string {
  if (from === undefined) return t('population.age-unknown');
  if (from === 'died') return t('population.died');
  return from >= 90 ? t('population.age-over', { from }) : `${from}–${from + 9}`;
}

export function populationRows(
  { groups, types, years, undated, problems, leftOut }: Population,
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
    ...leftOutWords(leftOut).map(({ n, text }) => row(t('population.left-out'), text, n)),
    ...problems.map(({ title, patients }) => row(t('population.problems'), title, patients.size)),
  ];
}
