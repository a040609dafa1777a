/**
 * What folding makes of events, numbered: raised whenever `foldCase`, `foldIncident` or `foldReport` give another state
 * for the same events, and with every new type of event. A console takes states that central folded only where both count alike.
 */
export const FOLDS = 4;

/** SHA-256 of the states that sample events fold to, and of all types of events: a test compares it, so that no change goes unnoticed. */
export const FOLDS_HASH = '874120571992888c62772e9aaad899e6eb51f238a6a8dfd3f91a9b0f81269ff2';
