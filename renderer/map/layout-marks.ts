import type { Town } from '#shared/geo/towns.ts';
import { STATE_LABELS, TOWN_FROM } from './label-places.ts';
import type { MarkSize } from './mark-size.ts';
import { unitX, unitY } from './mercator.ts';
import type { Mark } from './pin.ts';
import { type Box, createOccupancy, placeBeside, placeNear } from './place-labels.ts';

/** Width in px of words in the map's condensed face. */
export type Measure = (text: string, px: number, tracking: number) => number;

export interface LayoutInput {
  /** In px at `k`, in drawing order. */
  marks: readonly Mark[];
  markOf: MarkLayout['markOf'];
  branches: readonly { code: string; lat: number; lon: number }[];
  towns: readonly Town[];
  /** Px of one map unit. */
  k: number;
  size: MarkSize;
  /** Branch codes and town names; walls leave both out. */
  codes: boolean;
  measure: Measure;
}

export interface BranchMark {
  code: string;
  x: number;
  y: number;
  /** Under a pin: the square is not drawn. */
  covered: boolean;
  label: Box | null;
}

/** Everything that stands on the land at one zoom, px from the unit origin: a pan needs no new layout. */
export interface MarkLayout {
  k: number;
  marks: readonly Mark[];
  /** The mark an incident is part of, or null. */
  markOf(incident: string | null): Mark | null;
  branches: readonly BranchMark[];
  states: readonly { text: string; box: Box }[];
  towns: readonly { text: string; x: number; y: number; box: Box }[];
}

/** Tracking of state names and of branch codes, em. */
export const STATE_TRACKING = 0.14;
export const CODE_TRACKING = 0.04;

/** Gives names the room that the marks leave: states first, then branch codes, then towns by rank. */
export function layoutMarks(input: LayoutInput): MarkLayout {
  const { k, size, marks } = input;
  const room = createOccupancy(size.pin * 2.5);
  for (const mark of marks) {
    room.take({ x: mark.x - mark.radius, y: mark.y - mark.radius, w: 2 * mark.radius, h: 2 * mark.radius });
    if (mark.count > 1 && mark.tally.missed + mark.tally.warned > 0) {
      const side = size.pin * 0.9;
      room.take({
        x: mark.x + size.cluster * 0.82 - side / 2,
        y: mark.y - size.cluster * 0.82 - side / 2,
        w: side,
        h: side,
      });
    }
  }
  const offices = input.branches.map(({ code, lat, lon }) => ({ code, x: unitX(lon) * k, y: unitY(lat) * k }));
  const half = size.branch / 2 + 1;
  for (const { x, y } of offices) room.take({ x: x - half, y: y - half, w: 2 * half, h: 2 * half });
  const states = layoutStates(input, room);
  const branches = offices.map((office) => ({
    ...office,
    covered: marks.some((mark) => (mark.x - office.x) ** 2 + (mark.y - office.y) ** 2 < (mark.radius + 2) ** 2),
    label: input.codes ? placeBeside(beside(office, office.code, input, half + 2), room) : null,
  }));
  return { k, marks, markOf: input.markOf, branches, states, towns: input.codes ? layoutTowns(input, room) : [] };
}

function beside(at: { x: number; y: number }, text: string, input: LayoutInput, gap: number) {
  const px = input.size.label;
  return { x: at.x, y: at.y, width: input.measure(text, px, CODE_TRACKING), height: px, gap };
}

function layoutStates({ k, size, measure }: LayoutInput, room: ReturnType<typeof createOccupancy>) {
  const out: { text: string; box: Box }[] = [];
  const px = size.label;
  const steps = [0, -1.4, 1.4, -2.8, 2.8].flatMap((dy) => [0, -2, 2, -4, 4].map((dx) => [dx * px, dy * px] as const));
  const nearestFirst = steps.toSorted((a, b) => Math.hypot(...a) - Math.hypot(...b));
  for (const { text, lat, lon } of STATE_LABELS) {
    const width = measure(text, px, STATE_TRACKING);
    const box = placeNear({ x: unitX(lon) * k, y: unitY(lat) * k, width, height: px }, nearestFirst, room);
    if (box) out.push({ text, box });
  }
  return out;
}

function layoutTowns(input: LayoutInput, room: ReturnType<typeof createOccupancy>) {
  const out: { text: string; x: number; y: number; box: Box }[] = [];
  for (const { name, lat, lon, rank } of input.towns) {
    if (input.k < TOWN_FROM[rank]) continue;
    const at = { x: unitX(lon) * input.k, y: unitY(lat) * input.k };
    const box = placeBeside(beside(at, name, input, 5), room);
    if (box) out.push({ text: name, ...at, box });
  }
  return out;
}
