import type { ReactNode } from 'react';
import { ListSection } from '#chart/kit/ListSection.tsx';
import { other } from '#fhir/other.ts';
import { otherList } from './other-list.tsx';

/** Whatever arrived and fits no section: nothing that was sent is left out. */
export function Other(): ReactNode {
  return <ListSection section="other" kind={other} shape={otherList} />;
}
