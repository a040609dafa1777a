import type { Painter } from './canvas-layer.ts';

/** Paints several pictures on one canvas, the first below the others; none knows of what another has set. */
export function inTurn(painters: readonly Painter[]): Painter {
  return (ctx, view) => {
    let more = false;
    for (const paint of painters) {
      ctx.save();
      if (paint(ctx, view)) more = true;
      ctx.restore();
    }
    return more;
  };
}
