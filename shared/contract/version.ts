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
export const WIRE_HASH = '86973a457924121c9ae7d1ca7e51be55042f17fd3febc9a94ff858bb7e79beae';
