import type { Judged } from '#renderer/app/board/judged-case.ts';
import type { Branch } from '#shared/domain/branch.ts';

/** What an office has in hand; `branch` null: with nobody, the control room's own. */
export interface BranchLoadLine {
  branch: string | null;
  town: string;
  active: number;
  late: number;
  warned: number;
  /** Since when its longest waiting case waits to be taken, ms since 1970; null while none waits. */
  waitingSince: number | null;
  /** Names of the squad on duty; null while nobody answered. */
  duty: readonly string[] | null;
}

export type LoadSort = 'late' | 'warned' | 'active' | 'waiting' | 'duty' | 'name';

/**
 * A line for each office and one, in front, for cases with nobody, which no office is blamed for.
 * @param duty names of the squads on duty by office; null while nobody answered
 */
export function branchLoads(
  open: readonly Judged[],
  branches: readonly Branch[],
  duty: ReadonlyMap<string, readonly string[]> | null,
): BranchLoadLine[] {
  const lines = new Map<string | null, BranchLoadLine>();
  const line = (branch: string | null, town: string) => {
    const names = duty && (branch === null ? [] : (duty.get(branch) ?? []));
    const fresh = { branch, town, active: 0, late: 0, warned: 0, waitingSince: null, duty: names };
    lines.set(branch, fresh);
    return fresh;
  };
  line(null, '');
  for (const one of branches) if (one.role !== 'headquarters') line(one.code, one.short);
  for (const { row, urgency } of open) {
    const of = lines.get(row.lead) ?? line(row.lead, '');
    of.active++;
    if (urgency === 'missed') of.late++;
    if (urgency === 'warned') of.warned++;
    const waits = waitingSince(row);
    if (waits !== null) of.waitingSince = Math.min(of.waitingSince ?? waits, waits);
  }
  return [...lines.values()];
}

/** Since when a case waits to be assigned, or for its branch to take it, also one handed over in the midst of its work. */
function waitingSince({ status, lead, clocks, receivedAt }: Judged['row']): number | null {
  const key = lead === null ? 'kpi.reassignment' : 'kpi.acknowledgement';
  const own = clocks.findLast((clock) => clock.key === key && clock.stoppedAt === null);
  if (own) return own.startedAt;
  return status === 'unassigned' || status === 'assigned' ? receivedAt : null;
}

/**
 * In order; what is with nobody always stands first, and of equals the fuller office comes before the emptier. `down`
 * puts in front what asks for a person: the most, the longest, by duty those where nobody is.
 */
export function sortLoads(lines: readonly BranchLoadLine[], sort: LoadSort, down: boolean): BranchLoadLine[] {
  const rank = (line: BranchLoadLine): number[] => {
    const waits = line.waitingSince === null ? 0 : -line.waitingSince + Number.MAX_SAFE_INTEGER;
    if (sort === 'active') return [line.active, line.late, line.warned];
    if (sort === 'warned') return [line.warned, line.late, line.active];
    if (sort === 'duty') return [-(line.duty?.length ?? 0), line.active];
    if (sort === 'waiting') return [waits, line.active];
    return [line.late, line.warned, line.active];
  };
  const compare = (a: BranchLoadLine, b: BranchLoadLine): number => {
    if (sort === 'name') return (a.branch ?? '') < (b.branch ?? '') ? 1 : -1;
    const [left, right] = [rank(a), rank(b)];
    const at = left.findIndex((value, index) => value !== right[index]);
    return at < 0 ? ((a.branch ?? '') < (b.branch ?? '') ? 1 : -1) : (left[at] ?? 0) - (right[at] ?? 0);
  };
  const offices = lines.filter(({ branch }) => branch !== null).sort((a, b) => (down ? compare(b, a) : compare(a, b)));
  return [...lines.filter(({ branch }) => branch === null), ...offices];
}
