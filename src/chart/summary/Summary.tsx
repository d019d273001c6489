import { SectionTitle } from '#chart/kit/plain/SectionTitle.tsx';
import { type ComponentType, Fragment, type ReactNode } from 'react';
import { useChart } from '#chart/kit/chart-context.tsx';
import { NotRead } from '#chart/kit/story/NotRead.tsx';
import { useAllRecords } from '#chart/kit/story/use-all-records.ts';
import type { SectionDefinition, SectionViewProps } from '#chart/kit/section.ts';
import type { SectionId } from '#i18n/en/sections.ts';
import { Alerts } from './Alerts.tsx';
import { DocumentsBlock, GenericBlock, VisitsBlock } from './care-blocks.tsx';
import { Changes } from './Changes.tsx';
import { FollowUp } from './FollowUp.tsx';
import { VisitBlock } from './VisitBlock.tsx';
import { AllergiesBlock, MedicationsBlock, ProblemsBlock } from './clinical-blocks.tsx';
import { ResultsBlock, VitalsBlock } from './result-blocks.tsx';
import './Summary.css';

/** Sections whose block says more than name, status and date. */
const blocks: Partial<Record<SectionId, ComponentType>> = {
  allergies: AllergiesBlock,
  problems: ProblemsBlock,
  medications: MedicationsBlock,
  results: ResultsBlock,
  vitals: VitalsBlock,
  encounters: VisitsBlock,
  documents: DocumentsBlock,
};

/** What is going on now, on one screen: alerts, then who has what on the left, what was measured and done on the right. */
export function Summary({ sections }: SectionViewProps): ReactNode {
  const { banner } = useChart();
  const all = useAllRecords();
  const column = (side: 'left' | 'right'): readonly SectionDefinition[] =>
    sections.filter(({ onSummary }) => onSummary === side);
  return (
    <div className="summary">
      <SectionTitle section="summary" unseen />
      <Alerts />
      {/* The whole banner says the allergies already; the slim one the two worst of them. */}
      {banner === 'slim' && (
        <div className="summary-line">
          <AllergiesBlock />
        </div>
      )}
      <VisitBlock all={all} />
      <div className="summary-column">
        {column('left').map((section) => (
          <Block key={section.id} section={section} />
        ))}
      </div>
      <div className="summary-column">
        {column('right').map((section) => (
          <Fragment key={section.id}>
            <Block section={section} />
            {section.id === 'results' && (
              <>
                <Changes all={all} />
                <FollowUp all={all} />
              </>
            )}
          </Fragment>
        ))}
      </div>
      <div className="summary-limits">
        <NotRead lists={all.lists} />
      </div>
    </div>
  );
}

function Block({ section }: { section: SectionDefinition }): ReactNode {
  const Own = blocks[section.id];
  if (Own !== undefined) return <Own />;
  return section.kind === undefined ? null : <GenericBlock section={section.id} kind={section.kind} />;
}
