/**
 * Loaded for its effect by whatever may have to tell of a failure. Few readers meet one, so its words do not stand before
 * the banner; the sign-in page and the watch over a session bring them, so that they are there when nothing else is.
 */
import { signInFailures } from './en/sign-in-failures.ts';
import { addMessages } from './translate.ts';

addMessages('failures', signInFailures);
