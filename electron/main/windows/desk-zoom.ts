/** What a desk can be zoomed to, per cent of its drawn size. */
const STEPS = [90, 100, 110, 125, 150, 175, 200] as const;

interface ZoomPress {
  key: string;
  control: boolean;
  meta: boolean;
  alt: boolean;
}

/**
 * The factor a key asks for, or null when it is no key of zooming: Ctrl + and − go one step, Ctrl 0 goes back to 1.
 * Plus counts with and without Shift, as its key bears the equals sign too.
 */
export function zoomAfter({ key, control, meta, alt }: ZoomPress, factor: number): number | null {
  if (control === meta || alt) return null;
  if (key === '0') return 1;
  const now = Math.round(factor * 100);
  const smallest = STEPS[0];
  if (key === '+' || key === '=') return (STEPS.find((step) => step > now) ?? Math.max(now, 200)) / 100;
  if (key === '-' || key === '_') return (STEPS.findLast((step) => step < now) ?? Math.min(now, smallest)) / 100;
  return null;
}
