/** Loaded for its effect by the sign-in page: from then on `t` knows that page's words. */
import { doors } from './en/doors.ts';
import { addMessages } from './translate.ts';

addMessages('doors', doors);
