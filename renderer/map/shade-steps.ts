import type { QueueRow } from '#shared/contract/view/queue-row.ts';

/** What the land may be shaded by: nothing, active cases or late ones by lead branch, open cases by state of the place. */
export const SHADES = ['none', 'load', 'late', 'state'] as const;
export type Shade = (typeof SHADES)[number];

/** The least count of each of three steps. */
const FROM: Readonly<Record<Exclude<Shade, 'none'>, readonly [number, number, number]>> = {
  load: [1, 4, 8],
  late: [1, 2, 4],
  state: [1, 5, 10],
};

/** Opacity of each step's tint, as the land and its key are painted. */
export const TINT = [0, 0.16, 0.26, 0.38] as const;

/** The step of a count, 0 for none to 3. */
export function stepOf(shade: Exclude<Shade, 'none'>, count: number): 0 | 1 | 2 | 3 {
  const [one, two, three] = FROM[shade];
  return count >= three ? 3 : count >= two ? 2 : count >= one ? 1 : 0;
}

/** The steps as a legend says them: 1–3, 4–7, 8+. */
export function stepWords(shade: Exclude<Shade, 'none'>): string[] {
  const from = FROM[shade];
  return from.map((low, i) => {
    const next = from[i + 1];
    return next === undefined ? `${low}+` : next - 1 === low ? String(low) : `${low}–${next - 1}`;
  });
}

/** What follows a layer when it is switched on. */
export function nextShade(shade: Shade): Shade {
  return SHADES[(SHADES.indexOf(shade) + 1) % SHADES.length] ?? 'none';
}

/** Counts by branch code, or by state for `state`; areas without any are left out. */
export function countShade(
  shade: Shade,
  rows: readonly Pick<QueueRow, 'state' | 'status'>[],
  loads: ReadonlyMap<string, { active: number; late: number }>,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  if (shade === 'none') return counts;
  if (shade === 'state') {
    for (const { state, status } of rows) {
      if (state !== null && status !== 'closed') counts.set(state, (counts.get(state) ?? 0) + 1);
    }
    return counts;
  }
  for (const [branch, { active, late }] of loads) {
    const count = shade === 'load' ? active : late;
    if (count > 0) counts.set(branch, count);
  }
  return counts;
}
