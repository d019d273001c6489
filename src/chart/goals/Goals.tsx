import type { ReactNode } from 'react';
import { ListSection } from '#chart/kit/ListSection.tsx';
import { goals } from '#fhir/goals.ts';
import { goalList } from './goal-list.tsx';

/** What is aimed at, and how far it was reached. */
export function Goals(): ReactNode {
  return <ListSection section="goals" kind={goals} shape={goalList} />;
}
