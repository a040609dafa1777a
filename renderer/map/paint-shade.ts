import type { Painter } from './canvas-layer.ts';
import type { LandPaths } from './land-paths.ts';
import { hatch, inUnits } from './paint-area.ts';
import type { Palette } from './palette.ts';
import { type Shade, stepOf, TINT } from './shade-steps.ts';

/** Px between two lines of the hatch, by step: the pattern says it without colour. */
const PITCH = [0, 0, 12, 6] as const;

/** Shades the areas that have cases: ink for load and states, the late ones in the colour of what is late. */
export function shadePainter(
  paths: LandPaths,
  palette: Palette,
  shade: Shade,
  counts: ReadonlyMap<string, number>,
): Painter {
  return (ctx, view) => {
    if (shade === 'none') return;
    const areas = shade === 'state' ? paths.states : paths.catchments;
    const colour = shade === 'late' ? palette['saga-fill'] : palette['ink-2'];
    for (const [name, count] of counts) {
      const area = areas.get(name);
      const step = stepOf(shade, count);
      if (!area || step === 0) continue;
      inUnits(ctx, view, () => {
        ctx.globalAlpha = TINT[step];
        ctx.fillStyle = colour;
        ctx.fill(area.path);
      });
      if (PITCH[step] > 0) hatch(ctx, view, area, colour, PITCH[step]);
    }
  };
}
