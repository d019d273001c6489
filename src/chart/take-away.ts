/** The page for printing and for files: a place of the chart like a section, but none of the table of contents. */
import { later } from '#ui/later.ts';
import type { SectionDefinition, SectionViewProps } from './kit/section.ts';

export const takeAway: SectionDefinition = {
  id: 'take-away',
  group: 'overview',
  kind: undefined,
  icon: 'take',
  counted: false,
  view: later<SectionViewProps>(async () => (await import('./take-away-view.ts')).loadTakeAway()),
};
