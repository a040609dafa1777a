import townsJson from '#data/towns.json';

/** A town label of the map; rank 1 shows first, 4 only when zoomed in. Degrees are WGS 84. */
export interface Town {
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
  readonly rank: 1 | 2 | 3 | 4;
}

/** About 200 towns for map labels, the most important first. */
export const towns = townsJson as readonly Town[];
