/** `en-later.ts` in Spanish. */
import { ccda } from './es/ccda.ts';
import { chart } from './es/chart.ts';
import { configFaults } from './es/config-faults.ts';
import { diagnostics } from './es/diagnostics.ts';
import { menu } from './es/menu.ts';
import { openFile } from './es/open-file.ts';
import { population } from './es/population.ts';
import { privacy } from './es/privacy.ts';
import { records } from './es/records.ts';
import { recordLists } from './es/record-lists.ts';
import { clinical } from './es/clinical.ts';
import { documents } from './es/documents.ts';
import { elements } from './es/elements.ts';
import { flowsheet } from './es/flowsheet.ts';
import { growth } from './es/growth.ts';
import { results } from './es/results.ts';
import { session } from './es/session.ts';
import { statement } from './es/statement.ts';
import { takeAway } from './es/take-away.ts';
import { story } from './es/story.ts';

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
  ...menu,
  ...population,
};
