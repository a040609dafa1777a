import type { Plan } from './plan.ts';

/** Step numbers as short text: 0-4,9. */
export function toRanges(numbers: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const one of numbers) {
    const last = ranges.at(-1);
    if (last && one === last[1] + 1) last[1] = one;
    else ranges.push([one, one]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(',');
}

/** Reads them back. @throws Error when the text is no list of ranges */
export function fromRanges(text: string): number[] {
  if (text === '') return [];
  return text.split(',').flatMap((range) => {
    const [from, to] = range.split('-').map(Number);
    if (from === undefined || !Number.isInteger(from) || (to !== undefined && !Number.isInteger(to)))
      throw new Error(`not a range of steps: ${range}`);
    return Array.from({ length: (to ?? from) - from + 1 }, (_, i) => from + i);
  });
}

/** The plan with these of its steps alone. */
export function onlySteps(plan: Plan, keep: readonly number[]): Plan {
  const kept = new Set(keep);
  return { ...plan, spare: [], steps: plan.steps.filter((_, index) => kept.has(index)) };
}

/**
 * Leaves out what the failure does not need: ever smaller parts of the plan, as long as it still fails.
 * @param most how many runs it may take @returns the steps that are needed
 */
export async function shrink(plan: Plan, fails: (plan: Plan) => Promise<boolean>, most: number): Promise<number[]> {
  let keep = plan.steps.map((_, index) => index);
  let runs = 0;
  for (let size = Math.ceil(keep.length / 2); size >= 1 && runs < most; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < keep.length && runs < most; ) {
      const fewer = [...keep.slice(0, from), ...keep.slice(from + size)];
      runs += 1;
      if (await fails(onlySteps(plan, fewer))) keep = fewer;
      else from += size;
    }
  }
  return keep;
}
