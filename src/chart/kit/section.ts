/** One row of the table of contents (`chart/sections.ts`): everything the app knows about a section. */
import type { ComponentType } from 'react';
import type { KindId } from '#fhir/plan.ts';
import type { SectionId } from '#i18n/en/sections.ts';
import type { IconName } from '#ui/Icon.tsx';

export type SectionGroup = 'overview' | 'clinical' | 'results' | 'notes' | 'care' | 'person';

export interface SectionViewProps {
  readonly section: SectionDefinition;
  readonly sections: readonly SectionDefinition[];
}

export type SectionView = ComponentType<SectionViewProps>;

export interface SectionDefinition {
  /** Its path in the address bar, and the key of its words. */
  readonly id: SectionId;
  readonly group: SectionGroup;
  /** The records it lists; the summary has none of its own. */
  readonly kind: KindId | undefined;
  readonly icon: IconName;
  /** `g` and this letter go there. */
  readonly letter?: string;
  /** Whether the navigation says how many records there are. */
  readonly counted: boolean;
  readonly view: SectionView;
  /** Its place on the summary; sections without one are not on it. */
  readonly onSummary?: 'left' | 'right';
}
