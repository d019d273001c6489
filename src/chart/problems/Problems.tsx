import type { ReactNode } from 'react';
import { ListSection } from '#chart/kit/ListSection.tsx';
import { problems } from '#fhir/problems.ts';
import { problemList } from './problem-list.tsx';

/** The problem list, health concerns and the diagnoses of visits, each under its heading. */
export function Problems(): ReactNode {
  return <ListSection section="problems" kind={problems} shape={problemList} />;
}
