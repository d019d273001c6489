/** The words of everything past the banner. */
import { chart } from './en/chart.ts';
import { configFaults } from './en/config-faults.ts';
import { diagnostics } from './en/diagnostics.ts';
import { privacy } from './en/privacy.ts';
import { recordLists } from './en/record-lists.ts';
import { clinical } from './en/clinical.ts';
import { elements } from './en/elements.ts';
import { results } from './en/results.ts';
import { session } from './en/session.ts';
import { story } from './en/story.ts';

export const later = {
  ...chart,
  ...recordLists,
  ...clinical,
  ...elements,
  ...results,
  ...session,
  ...story,
  ...configFaults,
  ...diagnostics,
  ...privacy,
} as const;
