/** The wire protocol this build speaks, and the oldest it still understands. */
export const PROTOCOL = 1;
export const OLDEST_PROTOCOL = 1;

/**
 * SHA-256 over the canonical JSON of every wire schema of this protocol. A test compares it with the schemas as they
 * are, so no change of the wire goes unnoticed.
 */
export const WIRE_HASH = 'd629f8e5a13960796061303661a206829e82da3699cb5de1821a363bf6289007';
