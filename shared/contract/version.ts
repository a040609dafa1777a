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
export const WIRE_HASH = 'f1eb0a74673fd163d2108b2de0989290b4164795f23ecc7245a072e732358335';
