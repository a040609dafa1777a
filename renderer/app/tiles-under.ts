import type { SessionView } from '#shared/contract/view/desk.ts';

/**
 * Address of the pictures under the map, by Leaflet's words; null where there are none: none were set, the shell serves
 * none, or the theme is high contrast, whose ground is black.
 * @param served the shell's own address of a tile
 */
export function tilesUnder({ tiles, theme }: SessionView, served: string | null): string | null {
  if (tiles === null || theme === 'hc') return null;
  // Another source has another address, so that nothing of the one before is shown from memory.
  return served && `${served}?of=${encodeURIComponent(tiles.mark)}`;
}
