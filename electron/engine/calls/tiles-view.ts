import { createHash } from 'node:crypto';
import type { TilesView } from '#shared/contract/view/tiles.ts';
import { type TileSource, tileHost } from '#shared/domain/tile-source.ts';

/** What a window is told of pictures under the map: their address, in which a key may be, only where it can be set. */
export function tilesView(source: TileSource, settable: boolean): TilesView {
  const { url, credit, look } = source;
  const mark = createHash('sha256').update(url).digest('hex').slice(0, 16);
  return { url: settable ? url : null, host: tileHost(source), mark, credit, look };
}
