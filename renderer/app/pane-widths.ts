/** What is narrower cannot be read, what is wider takes the map away; px. */
const LEAST = { queue: 300, drawer: 320 };
/** The map keeps this share of the window. */
const MAP_SHARE = 0.36;

export type Pane = keyof typeof LEAST;

/**
 * The width a pane may have, px.
 * @param other width of the pane on the other side, 0 where it lies over the map
 */
export function allowedWidth(pane: Pane, wanted: number, window: number, other: number): number {
  const most = Math.max(LEAST[pane], Math.floor(window * (1 - MAP_SHARE)) - other);
  return Math.round(Math.min(Math.max(wanted, LEAST[pane]), most));
}
