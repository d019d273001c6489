import type { ReactNode } from 'react';
import { ListSection } from '#chart/kit/ListSection.tsx';
import { people } from '#fhir/people.ts';
import { personList } from './person-list.tsx';

/** People around the patient: family, guardians, emergency contacts. */
export function People(): ReactNode {
  return <ListSection section="people" kind={people} shape={personList} />;
}
