/**
 * The page for printing and for files: a place of the chart like a section, but none of the table of contents. It is
 * handed every section's list, which one section may not know of another.
 */
import { createElement } from 'react';
import { later } from '#ui/later.ts';
import type { SectionDefinition, SectionViewProps } from './kit/section.ts';

export const takeAway: SectionDefinition = {
  id: 'take-away',
  group: 'overview',
  kind: undefined,
  icon: 'take',
  counted: false,
  view: later<SectionViewProps>(async () => {
    const [{ TakeAway }, { listsOf }] = await Promise.all([
      import('./take-away/TakeAway.tsx'),
      import('./lists.ts'),
    ]);
    return (props) => createElement(TakeAway, { ...props, listsOf });
  }),
};
