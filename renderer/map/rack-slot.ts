import type { Urgency } from '#shared/clocks/urgency.ts';
import type { Rect, StageLayout } from './stage-layout.ts';

interface Point {
  x: number;
  y: number;
}

/** A place for the rack on the stage, px; `room` is the height its cards may have. */
export interface RackSlot {
  x: number;
  y: number;
  room: number;
  /** The side of its frame it keeps to; leaders leave its cards on the other. */
  side: 'left' | 'right';
}

export const RACK_WIDTH = 240;
const EDGE = 12;
/** Below a frame's name and its tools. */
const TITLE = 28;
const FOOT = 4;
/** A scale bar stands in the lower left corner; a frame too low for it and four cards leaves the room to the cards. */
const SCALE_FOOT = 20;
const HIGH = 236;

/** Where a rack may stand: at either side of each frame that shows, over what is mostly sea. The first is the usual one. */
export function rackSlots(layout: StageLayout): RackSlot[] {
  const at = (rect: Rect, side: RackSlot['side'], top: number): RackSlot => ({
    x: side === 'left' ? rect.x + EDGE : rect.x + rect.w - EDGE - RACK_WIDTH,
    y: rect.y + top,
    room: rect.h - top - (side === 'left' && rect.h >= HIGH ? SCALE_FOOT : FOOT),
    side,
  });
  const { semenanjung, borneo, lens } = layout;
  const upper = semenanjung ?? (borneo ? null : lens);
  return [
    ...(upper ? [at(upper, 'right', EDGE), at(upper, 'left', TITLE)] : []),
    ...(borneo ? [at(borneo, 'left', TITLE), at(borneo, 'right', EDGE)] : []),
  ];
}

export interface RackView {
  /** Offices that may be aimed at, and where the case lies: stage px. */
  ends: readonly Point[];
  /** What else stands on the map: stage px. */
  marks: readonly (Point & { urgency: Urgency })[];
  /** Height the cards would take in that room, and how many of them would be left off. */
  cards(room: number): { height: number; dropped: number };
}

/** Px of air round what the rack must not hide. */
const AIR = 14;
/** What hiding costs, in px of leaders. */
const HIDDEN_END = 1000;
const HIDDEN_MARK: Readonly<Record<Urgency, number>> = { missed: 160, warned: 60, running: 6, paused: 6, met: 2 };
const LEFT_OFF = 130;

/**
 * The slot with the shortest leaders that hides no office in question, nor where the case lies, and as little red as can
 * be. @returns null when there is no slot.
 */
export function chooseSlot(slots: readonly RackSlot[], view: RackView): RackSlot | null {
  let best: RackSlot | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const slot of slots) {
    const cost = costOf(slot, view);
    if (cost < least) [best, least] = [slot, cost];
  }
  return best;
}

function costOf(slot: RackSlot, { ends, marks, cards }: RackView): number {
  const { height, dropped } = cards(slot.room);
  const port = slot.side === 'left' ? slot.x + RACK_WIDTH : slot.x;
  const hides = ({ x, y }: Point) =>
    x > slot.x - AIR && x < slot.x + RACK_WIDTH + AIR && y > slot.y - AIR && y < slot.y + height + AIR;
  let cost = dropped * LEFT_OFF;
  for (const end of ends) {
    cost += Math.hypot(end.x - port, end.y - slot.y - height / 2) + (hides(end) ? HIDDEN_END : 0);
  }
  for (const mark of marks) if (hides(mark)) cost += HIDDEN_MARK[mark.urgency];
  return cost;
}
