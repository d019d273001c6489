/** What the parts of the population's page have in common. */
import type { ReactNode } from 'react';
import { t } from '#i18n/translate.ts';
import type { People } from './people.ts';

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
