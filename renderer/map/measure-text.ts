import type { Measure } from './layout-marks.ts';
import { fontOf } from './palette.ts';

/** Measures words in the condensed face, once per text and size. @param family CSS font families. */
export function createMeasure(family: string): Measure {
  const ctx = document.createElement('canvas').getContext('2d');
  const known = new Map<string, number>();
  return (text, px, tracking) => {
    const key = `${px}/${tracking}/${text}`;
    const old = known.get(key);
    if (old !== undefined) return old;
    if (ctx) ctx.font = fontOf(family, px);
    const width = (ctx ? ctx.measureText(text).width : text.length * px * 0.5) + text.length * px * tracking;
    known.set(key, width);
    return width;
  };
}
