import { type ReactNode } from 'react';
import type { ListShape } from '#chart/kit/list.ts';
import { useWorded } from '#ui/use-worded.ts';
import { Narrative } from '#chart/kit/Narrative.tsx';
import { RecordList } from '#chart/kit/RecordList.tsx';
import { SectionFrame } from '#chart/kit/SectionFrame.tsx';
import { useOpenKey } from '#chart/kit/use-open-key.ts';
import { useRecords } from '#chart/kit/use-records.ts';
import { type CarePlanRecord, carePlans } from '#fhir/care-plans.ts';
import { carePlanList, planInFull } from './care-plan-list.tsx';

/** Care plans; of an assessment and plan of treatment the narrative is the content, the newest one's in full. */
export function CarePlan(): ReactNode {
  const records = useRecords(carePlans);
  return (
    <SectionFrame section="care-plan" records={records}>
      {(shown) => <Plans records={shown} />}
    </SectionFrame>
  );
}

function Plans({ records }: { records: readonly CarePlanRecord[] }): ReactNode {
  const openKey = useOpenKey();
  const shape = useWorded(() => {
    const plan = planInFull(records);
    // Open beside the list it is read there, not twice.
    return plan?.key === openKey ? carePlanList : withInFull(plan);
  }, [records, openKey]);
  return <RecordList section="care-plan" kind={carePlans} shape={shape} records={records} />;
}

function withInFull(plan: CarePlanRecord | undefined): ListShape<CarePlanRecord> {
  if (plan?.narrative === undefined) return carePlanList;
  const { html } = plan.narrative;
  const subtitle = (record: CarePlanRecord): ReactNode =>
    record.key === plan.key ? (
      <div className="care-plan-whole">
        <Narrative html={html} />
      </div>
    ) : (
      carePlanList.subtitle?.(record)
    );
  return { ...carePlanList, subtitle };
}
