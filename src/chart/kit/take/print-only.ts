/** What the reader has chosen to print: kept while the chart is open, as the state of a list is. */
import type { Chart } from '#chart/kit/chart-context.tsx';
import { firstView, type ListView } from '#chart/kit/list.ts';
import type { SectionId } from '#i18n/en/sections.ts';

export const printMemory = 'print choices';

export interface PrintChoices {
  readonly sections: readonly SectionId[];
  readonly standing: 'current' | 'all';
  /** `YYYY-MM-DD`, or empty for no bound. */
  readonly from: string;
  readonly to: string;
}

/** The sections that most readers want on paper; the others are a tick away. */
export const usualSections: readonly SectionId[] = [
  'demographics',
  'allergies',
  'problems',
  'medications',
  'immunizations',
  'procedures',
  'results',
  'vitals',
  'encounters',
  'care-plan',
  'goals',
];

export const firstChoices: PrintChoices = { sections: usualSections, standing: 'current', from: '', to: '' };

/** One section and nothing else, current or all as its list stands. */
export function printOnly({ memory }: Chart, section: SectionId): void {
  const view = memory.get(`list ${section}`) as Partial<ListView> | undefined;
  memory.set(printMemory, {
    ...firstChoices,
    sections: [section],
    standing: view?.standing ?? firstView.standing,
  });
}
