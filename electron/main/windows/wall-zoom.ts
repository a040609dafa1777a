/** A wall is drawn for 1920 × 1080; on a larger display it grows with it, so that six metres stay six metres. */
export function wallZoom(width: number, height: number): number {
  return Math.max(1, Math.min(width / 1920, height / 1080));
}
