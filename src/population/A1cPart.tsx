import type { ReactNode } from 'react';
import { t } from '#i18n/translate.ts';
import { a1cClasses } from './a1c-group.ts';
import { BarChart } from './BarChart.tsx';
import { Part, PeopleTable, type ShowPatients } from './Part.tsx';
import type { Population } from './population.ts';
import { a1cWords } from './population-rows.ts';

/** The latest hemoglobin A1c of each person, by class; what is in no class stands in the table alone. */
export function A1c({
  a1c,
  patients: all,
  show,
}: Pick<Population, 'a1c' | 'patients'> & { show: ShowPatients }): ReactNode {
  const drawn = a1c.filter(({ group }) => a1cClasses.some((one) => one === group));
  return (
    <Part id="a1c">
      <p className="muted">{t('population.a1c-what')}</p>
      {a1c.length === 0 ? (
        <p>{t('population.no-a1c')}</p>
      ) : (
        <>
          <BarChart
            groups={drawn.map(({ group, patients }) => ({ name: group, values: [patients.size] }))}
            label={t('population.a1c-chart')}
          />
          <PeopleTable
            header={t('population.a1c-class')}
            rows={a1c.map(({ group, patients }) => ({
              key: group,
              name: a1cWords(group),
              title: t('population.a1c-people', { group: a1cWords(group) }),
              people: patients,
            }))}
            all={all}
            show={show}
          />
        </>
      )}
    </Part>
  );
}
