/** Loaded for its effect by the places where a reader chooses language and wording. */
import { reader } from './en/reader.ts';
import { addMessages } from './translate.ts';

addMessages('reader', reader);
