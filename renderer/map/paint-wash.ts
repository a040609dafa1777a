import type { Painter } from './canvas-layer.ts';
import type { LandPaths } from './land-paths.ts';
import { hatch, inUnits } from './paint-area.ts';
import type { Palette } from './palette.ts';

/** How a catchment stands out: under the pointer or as the drop target, as a candidate, refused, or as the selected case's. */
export interface Wash {
  branch: string;
  kind: 'hover' | 'candidate' | 'refused' | 'lead';
}

/** Px between two lines of a refusal's hatch. */
const HATCH_PX = 6;

/** Paints the washes in the order given: telang for what takes the case, a hatch without colour for what may not. */
export function washPainter(paths: LandPaths, palette: Palette, washes: readonly Wash[]): Painter {
  return (ctx, view) => {
    for (const wash of washes) {
      const catchment = paths.catchments.get(wash.branch);
      if (!catchment) continue;
      if (wash.kind === 'refused') {
        hatch(ctx, view, catchment, palette['ink-3'], HATCH_PX);
        continue;
      }
      inUnits(ctx, view, () => {
        ctx.lineJoin = 'round';
        if (wash.kind !== 'lead') {
          ctx.globalAlpha = wash.kind === 'candidate' ? 0.55 : 1;
          ctx.fillStyle = palette['telang-wash'];
          ctx.fill(catchment.path);
        }
        ctx.globalAlpha = wash.kind === 'hover' ? 1 : 0.8;
        ctx.strokeStyle = palette.telang;
        ctx.lineWidth = (wash.kind === 'hover' ? 1.5 : 1) / view.k;
        ctx.stroke(catchment.path);
      });
    }
  };
}
