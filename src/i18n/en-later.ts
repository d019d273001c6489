/** The words of everything past the banner. */
import { ccda } from './en/ccda.ts';
import { chart } from './en/chart.ts';
import { configFaults } from './en/config-faults.ts';
import { diagnostics } from './en/diagnostics.ts';
import { privacy } from './en/privacy.ts';
import { records } from './en/records.ts';
import { recordLists } from './en/record-lists.ts';
import { clinical } from './en/clinical.ts';
import { documents } from './en/documents.ts';
import { elements } from './en/elements.ts';
import { flowsheet } from './en/flowsheet.ts';
import { growth } from './en/growth.ts';
import { menu } from './en/menu.ts';
import { openFile } from './en/open-file.ts';
import { population } from './en/population.ts';
import { results } from './en/results.ts';
import { session } from './en/session.ts';
import { statement } from './en/statement.ts';
import { takeAway } from './en/take-away.ts';
import { story } from './en/story.ts';

export const later = {
  ...chart,
  ...records,
  ...recordLists,
  ...clinical,
  ...elements,
  ...results,
  ...flowsheet,
  ...growth,
  ...session,
  ...story,
  ...configFaults,
  ...diagnostics,
  ...privacy,
  ...statement,
  ...takeAway,
  ...ccda,
  ...documents,
  ...openFile,
  ...population,
  ...menu,
} as const;
