/**
 * The wire protocol this build speaks, and the oldest it still understands. 1: private parts travel in the clear.
 * 2: they travel sealed, keys beside them.
 */
export const PROTOCOL = 2;
export const OLDEST_PROTOCOL = 1;

/**
 * SHA-256 over the canonical JSON of every wire schema of this protocol. A test compares it with the schemas as they
 * are, so no change of the wire goes unnoticed.
 */
export const WIRE_HASH = 'd90b4eeb6a5f31e5a52013901857130529f427012bb6e3f2029dc2ac09541788';
