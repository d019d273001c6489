import { parseSchemes } from './scheme.ts';
import tokens from './tokens.css?raw';

/** Our own schemes, as `tokens.css` has them. */
export const baseSchemes = parseSchemes(tokens);
