/**
 * Loaded for its effect by whatever stands past the banner (`theme/MuiTheme.tsx`): from then on `t` knows every word.
 * So the words of details, lists and results do not stand between the launch and the patient's name.
 */
import { later } from './en-later.ts';
import { addMessages } from './translate.ts';

addMessages('later', later);
