import type { ReactNode } from 'react';
import { ListSection } from '#chart/kit/ListSection.tsx';
import { procedures } from '#fhir/procedures.ts';
import { procedureList } from './procedure-list.tsx';

/** What was done, and what was not. */
export function Procedures(): ReactNode {
  return <ListSection section="procedures" kind={procedures} shape={procedureList} />;
}
