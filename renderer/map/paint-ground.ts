import type { Painter, PaintView } from './canvas-layer.ts';
import type { LandPaths } from './land-paths.ts';
import { latOf, lonOf, unitX, unitY } from './mercator.ts';
import { inUnits } from './paint-area.ts';
import type { Palette } from './palette.ts';

/** Degrees between two lines of the graticule, so that they stand at least 40 px apart, parts of one 64. @param k px of a degree. */
export function degreeStep(k: number): number {
  return [0.05, 0.1, 0.25, 0.5, 1, 2, 5].find((step) => step * k >= (step < 1 ? 64 : 40)) ?? 10;
}

/** Sea floor of the map: graticule, far land flat and unlined, land. @param under pictures lie over it: no graticule, and land where one is missing. */
export function groundPainter(paths: LandPaths, palette: Palette, under: boolean): Painter {
  return (ctx, view) => {
    if (!under) paintGraticule(ctx, view, palette.grat);
    inUnits(ctx, view, () => {
      ctx.fillStyle = palette['land-far'];
      ctx.fill(paths.far);
      ctx.fillStyle = palette.land;
      ctx.fill(paths.land);
    });
  };
}

function paintGraticule(ctx: CanvasRenderingContext2D, view: PaintView, colour: string): void {
  const step = degreeStep(view.k);
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1;
  ctx.beginPath();
  const west = lonOf(-view.x0 / view.k);
  const east = lonOf((view.width - view.x0) / view.k);
  for (let lon = Math.ceil(west / step) * step; lon <= east; lon += step) {
    const x = Math.round(view.x0 + unitX(lon) * view.k) + 0.5;
    ctx.moveTo(x, 0);
    ctx.lineTo(x, view.height);
  }
  const north = latOf(-view.y0 / view.k);
  const south = latOf((view.height - view.y0) / view.k);
  for (let lat = Math.ceil(south / step) * step; lat <= north; lat += step) {
    const y = Math.round(view.y0 + unitY(lat) * view.k) + 0.5;
    ctx.moveTo(0, y);
    ctx.lineTo(view.width, y);
  }
  ctx.stroke();
}

/** Lines over the washes: catchments, coast, states; `scale` thickens them for walls. */
export function linePainter(paths: LandPaths, palette: Palette, scale = 1): Painter {
  return (ctx, view) => {
    inUnits(ctx, view, () => {
      ctx.lineJoin = 'round';
      const stroke = (path: Path2D, colour: string, px: number) => {
        ctx.strokeStyle = colour;
        ctx.lineWidth = (px * scale) / view.k;
        ctx.stroke(path);
      };
      stroke(paths.catchmentLines, palette.catch, 0.8);
      stroke(paths.coast, palette.coast, 0.8);
      stroke(paths.stateLines, palette.state, 1.1);
    });
  };
}
