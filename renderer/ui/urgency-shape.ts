/** How a clock stands; each has its own shape, so colour never speaks alone. */
export type UrgencyName = 'missed' | 'warned' | 'running' | 'paused' | 'met';

const n = (value: number) => Number(value.toFixed(2));

/** Belah ketupat round the origin as SVG path data. @param radius half of the diagonal, px. */
export function ketupatPath(radius: number): string {
  const r = n(radius);
  return `M0,${-r}L${r},0L0,${r}L${-r},0Z`;
}

/** Warning triangle round the origin as SVG path data, optically as large as a circle of that radius in px. */
export function trianglePath(radius: number): string {
  const [top, side, foot] = [n(radius * 1.18), n(radius * 1.2), n(radius * 0.88)];
  return `M0,${-top}L${side},${foot}L${-side},${foot}Z`;
}

/** Circle round the origin as SVG path data. @param radius px. */
export function circlePath(radius: number): string {
  const r = n(radius);
  return `M${-r},0A${r},${r} 0 1 1 ${r},0A${r},${r} 0 1 1 ${-r},0Z`;
}

/** The two bars inside a paused circle of that radius in px. */
export function pauseBarsPath(radius: number): string {
  const [x, y] = [n(radius * 0.3), n(radius * 0.42)];
  return `M${-x},${-y}V${y}M${x},${-y}V${y}`;
}

/** The tick inside a circle of that radius in px. */
export function tickPath(radius: number): string {
  const r = radius;
  return `M${n(-r * 0.45)},${n(r * 0.02)}L${n(-r * 0.1)},${n(r * 0.4)}L${n(r * 0.5)},${n(-r * 0.38)}`;
}

/** Outline of the shape an urgency is drawn with. @param radius px; a ketupat reaches a little further, by eye. */
export function urgencyPath(urgency: UrgencyName, radius: number): string {
  if (urgency === 'missed') return ketupatPath(radius * 1.22);
  if (urgency === 'warned') return trianglePath(radius);
  return circlePath(radius * 0.93);
}
