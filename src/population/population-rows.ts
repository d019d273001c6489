/** The population as rows of a file (CSV): what is counted, the group, and how many. */
import { sectionOf } from '#chart/kit/section-of.ts';
import { t } from '#i18n/translate.ts';
import { a1cApart, type A1cGroup } from './a1c-group.ts';
import { type AgeGroup, sexes } from './age-groups.ts';
import type { CountedKind } from './count-years.ts';
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

/** "All records", "Visits": as the chart calls them. */
export function kindWords(kind: CountedKind): string {
  return kind === 'all' ? t('population.all-kinds') : t(`section.${sectionOf(kind)}`);
}

/** "2025", "Without a date" */
export function yearWords(year: number | undefined): string {
  return year === undefined ? t('population.undated') : String(year);
}

/** "Visits, 2025" */
export function kindInYear(kind: CountedKind, year: number | undefined): string {
  return `${kindWords(kind)}, ${yearWords(year)}`;
}

/** "5.7–6.4 %", "Another unit, or none" */
export function a1cWords(group: A1cGroup): string {
  const apart = a1cApart.find((one) => one === group);
  return apart === undefined ? `${group} %` : t(`population.a1c-${apart}`);
}

/** "12.5 %" of all people. */
export function shareWords(n: number, all: number): string {
  return `${((100 * n) / Math.max(1, all)).toFixed(1)} %`;
}

export function populationRows(
  { groups, types, years, problems, a1c, leftOut }: Population,
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
    ...years.flatMap(({ kind, years: counts }) =>
      counts.flatMap(({ year, n, patients }) => {
        const group = kind === 'all' ? yearWords(year) : kindInYear(kind, year);
        return [
          row(t('population.years'), group, n),
          row(t('population.year-patients'), group, patients.size),
        ];
      }),
    ),
    ...a1c.map(({ group, patients }) => row(t('population.a1c'), a1cWords(group), patients.size)),
    ...leftOutWords(leftOut).map(({ n, text }) => row(t('population.left-out'), text, n)),
    ...problems.map(({ title, patients }) => row(t('population.problems'), title, patients.size)),
  ];
}
