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
export const WIRE_HASH = '88d39405d696a9bb4e55ad637aa6da9e17c89f6daa739713d0447c82b0e1f212';
