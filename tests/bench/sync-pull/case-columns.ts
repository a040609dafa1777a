/** The frozen shape of the limit: 26 columns and 5 indexes, about 1 KB a row. */
export const CASE_COLUMNS = Array.from({ length: 26 }, (_, index) => (index === 0 ? 'id' : `c${index}`));
export const CASE_INDEXES = ['c1', 'c3', 'c6', 'c9', 'c12'] as const;
