/** Where pictures for the ground of the map come from, and whom the screen must thank for them. */
export interface TileSource {
  /** Address of one picture with {z}, {x} and {y} in it. */
  url: string;
  /** Shown on the map as it is. */
  credit: string;
  look: TileLook;
}

/** How bright they are: paper with dark lettering, or as dark as a view from the air. Themes dim each in its own way. */
export const TILE_LOOKS = ['paper', 'air'] as const;
export type TileLook = (typeof TILE_LOOKS)[number];

/** What an address of tiles can lack, the first thing first. */
export type TileFault = 'form' | 'secret' | 'scheme' | 'places' | 'words';

const FORM = /^([a-z][a-z0-9+.-]*):\/\/([^/?#\s]+)(\/[^\s#]*)$/i;

/**
 * What is wrong with an address of tiles; null when it can be used. Tiles come over https, or from this very computer;
 * {z}, {x} and {y} stand once each, behind the host, and no other word in braces.
 */
export function tileFault(url: string): TileFault | null {
  const [, scheme = '', host = '', path = ''] = FORM.exec(url) ?? [];
  if (host === '' || /[{}]/.test(host)) return 'form';
  if (host.includes('@')) return 'secret';
  const loopback = /^127\.0\.0\.1(:\d+)?$/.test(host);
  if (scheme.toLowerCase() !== 'https' && !(scheme.toLowerCase() === 'http' && loopback)) return 'scheme';
  const words = path.match(/\{[^}]*\}/g) ?? [];
  if (['{z}', '{x}', '{y}'].some((word) => words.filter((one) => one === word).length !== 1)) return 'places';
  return words.length === 3 ? null : 'words';
}

/** The host that is asked, as the address of a source without faults names it. */
export function tileHost({ url }: TileSource): string {
  return FORM.exec(url)?.[2] ?? '';
}

/** The address of one tile of a source without faults. */
export function tileAddress({ url }: TileSource, z: number, x: number, y: number): string {
  return url.replace('{z}', String(z)).replace('{x}', String(x)).replace('{y}', String(y));
}
