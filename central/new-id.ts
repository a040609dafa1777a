import { randomBytes } from 'node:crypto';
import { uuid7 } from '#shared/kit/uuid7.ts';

/** A maker of ids that sort by the time they were made. @param clock ms since 1970. */
export function createNewId(clock: () => number): () => string {
  return () => uuid7(clock(), randomBytes(10));
}
