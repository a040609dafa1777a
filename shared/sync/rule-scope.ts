import type { AnyEvent } from '#shared/contract/wire/event.ts';
import { isKnown } from '#shared/contract/wire/event.ts';
import type { CalendarEntry } from '#shared/contract/wire/rule-values.ts';
import type { Person, Scope } from '#shared/domain/person-role.ts';
import { inOrder } from './order.ts';

/** Where a rule holds: everywhere, in states by code or name, or at offices. */
export type RuleArea = 'everywhere' | { states: readonly string[]; branches: readonly string[] };

/** What tells whose a rule is. */
export interface RulePlaces {
  /** Name of the state a branch lies in; null for a code nobody knows, as for every code when left out. */
  stateOfBranch?(code: string): string | null;
}

/** States as calendars name them, by the names that scopes bear. */
const CODES: Readonly<Record<string, string>> = {
  Perlis: 'PLS',
  Kedah: 'KDH',
  'Pulau Pinang': 'PNG',
  Perak: 'PRK',
  Selangor: 'SGR',
  'Kuala Lumpur': 'KUL',
  Putrajaya: 'PJY',
  'Negeri Sembilan': 'NSN',
  Melaka: 'MLK',
  Johor: 'JHR',
  Pahang: 'PHG',
  Terengganu: 'TRG',
  Kelantan: 'KTN',
  Sabah: 'SBH',
  Sarawak: 'SWK',
  Labuan: 'LBN',
};

/** Where a line of the calendars holds. */
export function areaOfEntry(entry: CalendarEntry): RuleArea {
  if (entry.kind === 'off' || entry.kind === 'worked') return { states: entry.states, branches: entry.branches };
  return 'everywhere';
}

/** Where a span of duty holds. */
export function areaOfDuty(area: Scope): RuleArea {
  if (area.kind === 'hq') return 'everywhere';
  return area.kind === 'state' ? { states: [area.state], branches: [] } : { states: [], branches: [area.branch] };
}

/** Where the rules of a subject held, by its events; nothing where they are not known. */
export function areasSet(events: readonly AnyEvent[]): RuleArea[] {
  const last = inOrder(events).findLast(
    (event) => event.type === 'policy.set' || event.type === 'calendar.set' || event.type === 'rota.set',
  );
  if (last === undefined || !isKnown(last)) return [];
  if (last.type === 'calendar.set') return [areaOfEntry(last.payload.entry)];
  return last.type === 'rota.set' ? [areaOfDuty(last.payload.area)] : ['everywhere'];
}

/** Whether a person's scope reaches all of an area: headquarters all, a state its days and offices, a branch its own. */
export function ruleInScope({ scope }: Person, area: RuleArea, places: RulePlaces): boolean {
  if (scope.kind === 'hq') return true;
  if (area === 'everywhere') return false;
  if (scope.kind === 'branch')
    return area.states.length === 0 && area.branches.length > 0 && area.branches.every((one) => one === scope.branch);
  const own = (state: string) => state === scope.state || state === CODES[scope.state];
  return (
    area.states.length + area.branches.length > 0 &&
    area.states.every(own) &&
    area.branches.every((one) => places.stateOfBranch?.(one) === scope.state)
  );
}
