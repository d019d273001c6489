/** Pixels that a letter of a drawing's small type takes, at most. */
export const characterWidth = 7.2;
