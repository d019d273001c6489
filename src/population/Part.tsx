/** What the parts of the population's page have in common. */
import type { ReactNode } from 'react';
import { t } from '#i18n/translate.ts';
import type { People } from './people.ts';
import type { Population } from './population.ts';
import { shareWords } from './population-rows.ts';

/** Shows who is behind a number. */
export type ShowPatients = (title: string, people: People) => void;

export function Part({
  id,
  children,
}: {
  id: 'left-out' | 'types' | 'ages' | 'years' | 'problems' | 'a1c';
  children: ReactNode;
}): ReactNode {
  return (
    <section className="population-part" aria-labelledby={`population-${id}`}>
      <h2 id={`population-${id}`}>{t(`population.${id}`)}</h2>
      {children}
    </section>
  );
}

/** A number that leads to the people it counts. */
export function PeopleCount({
  title,
  ids,
  show,
}: {
  title: string;
  ids: People;
  show: ShowPatients;
}): ReactNode {
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

interface PeopleRow {
  readonly key: string;
  readonly name: string;
  /** What the people have in common, over their list. */
  readonly title: string;
  readonly people: People;
}

/** Groups of people: how many, who, and which share of all. */
export function PeopleTable({
  header,
  rows,
  all,
  show,
}: {
  header: string;
  rows: readonly PeopleRow[];
  all: Population['patients'];
  show: ShowPatients;
}): ReactNode {
  return (
    <table className="open-table">
      <thead>
        <tr>
          <th scope="col">{header}</th>
          <th scope="col" data-numeric="">
            {t('population.patients')}
          </th>
          <th scope="col" data-numeric="">
            {t('population.share')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, title, people }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td data-numeric="">
              <PeopleCount title={title} ids={people} show={show} />
            </td>
            <td data-numeric="">{shareWords(people.size, all)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
