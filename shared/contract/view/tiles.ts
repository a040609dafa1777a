import { z } from 'zod';
import { TILE_LOOKS, tileFault } from '#shared/domain/tile-source.ts';

/** Where pictures for the ground of the map come from; an address with a fault is refused. */
export const tileSourceSchema = z.strictObject({
  url: z
    .string()
    .max(500)
    .refine((url) => tileFault(url) === null),
  credit: z.string().trim().min(1).max(120),
  look: z.enum(TILE_LOOKS),
});

/** What a window is told of it. */
export const tilesViewSchema = tileSourceSchema.extend({
  /** Null but on the desk of an admin: a key may be in it. */
  url: z.string().nullable(),
  host: z.string(),
  /** Another one for each address. */
  mark: z.string(),
});
export type TilesView = z.infer<typeof tilesViewSchema>;
