/** The wire protocol this build speaks, and the oldest it still understands. */
export const PROTOCOL = 1;
export const OLDEST_PROTOCOL = 1;
