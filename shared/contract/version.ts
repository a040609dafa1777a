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
export const WIRE_HASH = 'e4ce070d304343cd982ea6269161c5d8a3e74a3fe9e59d85729c23f728a2fec9';
