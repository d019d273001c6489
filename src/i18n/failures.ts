/**
 * Loaded for its effect by the page that tells of failures. Few readers meet one, so its words do not stand before the
 * banner.
 */
import { signInFailures } from './en/sign-in-failures.ts';
import { addMessages } from './translate.ts';

addMessages('failures', signInFailures);
