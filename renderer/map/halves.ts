/** Degrees east: which half of the country a place belongs to; between the halves lies only sea. */
export const HALVES = 107;
