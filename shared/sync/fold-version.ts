/**
 * What folding makes of events, numbered: raised whenever `foldCase`, `foldIncident` or `foldReport` give another state
 * for the same events. A console takes states that central folded only where both count alike.
 */
export const FOLDS = 1;

/** SHA-256 of the states that sample events fold to: a test compares it, so that no change goes unnoticed. */
export const FOLDS_HASH = 'e07dff05cacaa786207ca832bd1014e190847849f1ea1d735fff90d4eab0396c';
