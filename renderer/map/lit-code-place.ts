import type { MarkSize } from './mark-size.ts';

interface Spot {
  x: number;
  y: number;
}
interface Round extends Spot {
  radius: number;
}

/** Of the size of a pin: how far the ring of a selected one reaches beyond it. */
const RING = 0.36;

/**
 * Where the code of a lit office stands that found no room of its own: beside the pin over its office, or beside the
 * office, on the side where the fewest pins lie under it.
 * @param width of the code, px. @returns its left edge and its middle, px.
 */
export function litCodePlace(office: Spot, marks: readonly Round[], width: number, size: MarkSize): Spot {
  const apart = (mark: Round, x: number, y: number) => Math.hypot(mark.x - x, mark.y - y) - mark.radius;
  const over = marks.findLast((mark) => apart(mark, office.x, office.y) < size.branch);
  const { x, y } = over ?? office;
  const reach = over ? over.radius + size.pin * RING : size.branch;
  const high = size.label / 2;
  const spots: readonly Spot[] = [
    { x: x + reach, y },
    { x: x - reach - width, y },
    { x: x - width / 2, y: y - reach - high },
    { x: x - width / 2, y: y + reach + high },
  ];
  const hidden = (spot: Spot) =>
    marks.reduce((sum, mark) => {
      const nearestX = Math.min(Math.max(mark.x, spot.x), spot.x + width);
      const nearestY = Math.min(Math.max(mark.y, spot.y - high), spot.y + high);
      return sum + Math.max(0, -apart(mark, nearestX, nearestY));
    }, 0);
  const costs = spots.map(hidden);
  return spots[costs.indexOf(Math.min(...costs))] ?? office;
}
