import type { ReactNode } from 'react';
import { t } from '#i18n/translate.ts';
import { type AgeGroup, sexes } from './age-groups.ts';
import { BarChart } from './BarChart.tsx';
import { Part, PeopleCount, PeopleTable, type ShowPatients } from './Part.tsx';
import type { Population } from './population.ts';
import { ageWords, leftOutWords } from './population-rows.ts';

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
                  <PeopleCount
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
        <PeopleTable
          header={t('population.problem')}
          rows={problems
            .slice(0, mostProblems)
            .map(({ key, title, patients: people }) => ({ key, name: title, title, people }))}
          all={patients}
          show={show}
        />
      )}
      {problems.length > mostProblems && (
        <p className="muted">{t('population.more-problems', { n: problems.length - mostProblems })}</p>
      )}
    </Part>
  );
}
