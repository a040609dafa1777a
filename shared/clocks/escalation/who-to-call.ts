import type { RotaLevel } from '#shared/contract/wire/rule-values.ts';
import type { Scope } from '#shared/domain/person-role.ts';

/** One span of duty, moments in ms since 1970; `to` is no part of it. */
interface Duty {
  area: Scope;
  level: RotaLevel;
  from: number;
  to: number;
}

/** Where a case lies: its lead branch, and the state of that branch or else of the place. */
export interface CalledPlace {
  branch: string | null;
  state: string | null;
}

/** Who is called in the end: null when nobody is on duty; `passed`: levels asked before, where nobody was to be had. */
export interface Called<D> {
  duty: D | null;
  passed: RotaLevel[];
}

const CHAIN: readonly RotaLevel[] = ['squad', 'head', 'state', 'hq'];
const WIDTH: Readonly<Record<Scope['kind'], number>> = { branch: 0, state: 1, hq: 2 };

/**
 * Whom a share of a clock's time calls first: the squad from the first warning, the head of its branch from 90 %, the
 * state office at the breach, headquarters when it is still unmet after that.
 */
export function levelFor(fraction: number): RotaLevel {
  if (fraction > 1) return 'hq';
  if (fraction === 1) return 'state';
  return fraction >= 0.9 ? 'head' : 'squad';
}

/**
 * Goes up the chain squad → branch head → state → headquarters from `level` on until somebody is on duty at `at` (ms
 * since 1970). Of several at one level the narrowest area stands, of those the one set last.
 * @param duties in the order they were set
 * @param reachable false for somebody on duty who cannot be told this way: then the next in the chain is
 */
export function whoToCall<D extends Duty>(
  duties: readonly D[],
  place: CalledPlace,
  level: RotaLevel,
  at: number,
  reachable: (duty: D) => boolean = () => true,
): Called<D> {
  const passed: RotaLevel[] = [];
  for (const step of CHAIN.slice(CHAIN.indexOf(level))) {
    if (!exists(step, place)) continue;
    let best: D | null = null;
    for (const duty of duties) {
      if (duty.level !== step || at < duty.from || at >= duty.to || !covers(duty.area, place)) continue;
      if (best === null || WIDTH[duty.area.kind] <= WIDTH[best.area.kind]) best = duty;
    }
    if (best !== null && reachable(best)) return { duty: best, passed };
    passed.push(step);
  }
  return { duty: null, passed };
}

/** A case without a branch has no squad to call, one whose state nobody knows no state office. */
function exists(level: RotaLevel, { branch, state }: CalledPlace): boolean {
  if (level === 'hq') return true;
  return level === 'state' ? state !== null : branch !== null;
}

function covers(area: Scope, place: CalledPlace): boolean {
  if (area.kind === 'hq') return true;
  return area.kind === 'state' ? area.state === place.state : area.branch === place.branch;
}
