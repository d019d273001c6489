import type { ReactNode } from 'react';
import { ListSection } from '#chart/kit/ListSection.tsx';
import { immunizations } from '#fhir/immunizations.ts';
import { immunizationList } from './immunization-list.tsx';

/** Vaccines given, and those that were not, with the reason. */
export function Immunizations(): ReactNode {
  return <ListSection section="immunizations" kind={immunizations} shape={immunizationList} />;
}
