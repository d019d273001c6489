import type { ReactNode } from 'react';
import { ListSection } from '#chart/kit/ListSection.tsx';
import { coverage } from '#fhir/coverage.ts';
import { coverageList } from './coverage-list.tsx';

/** Who pays, in the order of billing. */
export function Coverage(): ReactNode {
  return <ListSection section="coverage" kind={coverage} shape={coverageList} />;
}
