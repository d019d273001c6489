import type { ReactNode } from 'react';
import { t } from '#i18n/translate.ts';
import { type AgeGroup, sexes } from './age-groups.ts';
import { BarChart } from './BarChart.tsx';
import type { Population } from './population.ts';
import { ageWords, leftOutWords } from './population-rows.ts';

/** Shows who is behind a number. */
export type ShowPatients = (title: string, ids: ReadonlySet<number>) => void;

function Part({
  id,
  children,
}: {
  id: 'left-out' | 'types' | 'ages' | 'years' | 'problems';
  children: ReactNode;
}) {
  return (
    <section className="population-part" aria-labelledby={`population-${id}`}>
      <h2 id={`population-${id}`}>{t(`population.${id}`)}</h2>
      {children}
    </section>
  );
}

/** A number that leads to the people it counts. */
function People({ title, ids, show }: { title: string; ids: ReadonlySet<number>; show: ShowPatients }) {
  if (ids.size === 0) return <>{0}</>;
  return (
    <button
      type="button"
      className="link-button"
      aria-label={t('population.show', { n: ids.size, title })}
      onClick={() => show(title, ids)}
    >
      {ids.size}
    </button>
  );
}

export function Types({ types }: Pick<Population, 'types'>): ReactNode {
  return (
    <Part id="types">
      <table className="open-table">
        <thead>
          <tr>
            <th scope="col">{t('population.type')}</th>
            <th scope="col" data-numeric="">
              {t('population.records')}
            </th>
          </tr>
        </thead>
        <tbody>
          {types.map(({ type, n }) => (
            <tr key={type}>
              <th scope="row">{type}</th>
              <td data-numeric="">{n}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="muted">{t('population.types-what')}</p>
    </Part>
  );
}

/** What the numbers of people leave out; nothing where nothing is. */
export function LeftOutNotes({ leftOut }: Pick<Population, 'leftOut'>): ReactNode {
  const notes = leftOutWords(leftOut);
  if (notes.length === 0) return null;
  return (
    <Part id="left-out">
      <ul>
        {notes.map(({ text }) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </Part>
  );
}

export function Ages({ groups, show }: { groups: readonly AgeGroup[]; show: ShowPatients }): ReactNode {
  const shown = sexes.filter((sex) => groups.some(({ by }) => by[sex].length > 0));
  const bars = groups.map((group) => ({
    name: ageWords(group),
    values: shown.map((sex) => group.by[sex].length),
  }));
  return (
    <Part id="ages">
      <BarChart groups={bars} label={t('population.ages-chart')} />
      <p className="population-key">
        {shown.map((sex, at) => (
          <span key={sex}>
            <span aria-hidden="true" className={`key-${at}`} />
            {t(`population.${sex}`)}
          </span>
        ))}
      </p>
      <table className="open-table">
        <thead>
          <tr>
            <th scope="col">{t('population.age')}</th>
            {shown.map((sex) => (
              <th key={sex} scope="col" data-numeric="">
                {t(`population.${sex}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={group.from ?? 'unknown'}>
              <th scope="row">{ageWords(group)}</th>
              {shown.map((sex) => (
                <td key={sex} data-numeric="">
                  <People
                    title={t('population.people', { age: ageWords(group), sex: t(`population.${sex}`) })}
                    ids={new Set(group.by[sex])}
                    show={show}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  );
}

export function Years({ years, undated }: Pick<Population, 'years' | 'undated'>): ReactNode {
  const [first, last] = [years[0]?.year, years.at(-1)?.year];
  const known = new Map(years.map(({ year, n }) => [year, n]));
  const all =
    first === undefined || last === undefined
      ? []
      : Array.from({ length: last - first + 1 }, (_, at) => first + at);
  return (
    <Part id="years">
      {all.length > 0 && (
        <BarChart
          groups={all.map((year) => ({ name: String(year), values: [known.get(year) ?? 0] }))}
          label={t('population.years-chart')}
        />
      )}
      <div className="population-scroll">
        <table className="open-table">
          <thead>
            <tr>
              <th scope="col">{t('population.year')}</th>
              <th scope="col" data-numeric="">
                {t('population.records')}
              </th>
            </tr>
          </thead>
          <tbody>
            {years.toReversed().map(({ year, n }) => (
              <tr key={year}>
                <th scope="row">{year}</th>
                <td data-numeric="">{n}</td>
              </tr>
            ))}
            {undated > 0 && (
              <tr>
                <th scope="row">{t('population.undated')}</th>
                <td data-numeric="">{undated}</td>
              </tr>
            )}
          </tbody>
        </table>
      </div>
    </Part>
  );
}

/** Problems that are drawn; the file has them all. */
const mostProblems = 25;

export function Problems({
  problems,
  patients,
  show,
}: Pick<Population, 'problems' | 'patients'> & { show: ShowPatients }): ReactNode {
  return (
    <Part id="problems">
      <p className="muted">{t('population.problems-what')}</p>
      {problems.length === 0 ? (
        <p>{t('population.no-problems')}</p>
      ) : (
        <table className="open-table">
          <thead>
            <tr>
              <th scope="col">{t('population.problem')}</th>
              <th scope="col" data-numeric="">
                {t('population.patients')}
              </th>
              <th scope="col" data-numeric="">
                {t('population.share')}
              </th>
            </tr>
          </thead>
          <tbody>
            {problems.slice(0, mostProblems).map(({ key, title, patients: ids }) => (
              <tr key={key}>
                <th scope="row">{title}</th>
                <td data-numeric="">
                  <People title={title} ids={ids} show={show} />
                </td>
                <td data-numeric="">{`${((100 * ids.size) / Math.max(1, patients)).toFixed(1)} %`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {problems.length > mostProblems && (
        <p className="muted">{t('population.more-problems', { n: problems.length - mostProblems })}</p>
      )}
    </Part>
  );
}
