import { unitX } from './mercator.ts';
import type { UnitBox } from './unit-box.ts';

/** Degrees east: which half of the country a place belongs to; between the halves lies only sea. */
export const HALVES = 107;

/** Each half as a box of map units. */
export const WEST_HALF: UnitBox = { left: -Infinity, top: -Infinity, right: unitX(HALVES), bottom: Infinity };
export const EAST_HALF: UnitBox = { left: unitX(HALVES), top: -Infinity, right: Infinity, bottom: Infinity };
