/** Below half its size a wall is no wall any more. */
const LEAST = 0.5;

/**
 * A wall is drawn for 1920 × 1080 and grows and shrinks with its display: six metres stay six metres on a panel of the
 * same size, however many pixels it has.
 */
export function wallZoom(width: number, height: number): number {
  return Math.max(LEAST, Math.min(width / 1920, height / 1080));
}
