import type { ReactNode } from 'react';
import { ListSection } from '#chart/kit/ListSection.tsx';
import { carePlans } from '#fhir/care-plans.ts';
import { carePlanList } from './care-plan-list.tsx';

/** Care plans; of an assessment and plan of treatment the narrative is the content. */
export function CarePlan(): ReactNode {
  return <ListSection section="care-plan" kind={carePlans} shape={carePlanList} />;
}
