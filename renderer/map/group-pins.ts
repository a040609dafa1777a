import { leadingClock, timeLeft, type Urgency, urgencyOf, urgencyRank } from '#shared/clocks/urgency.ts';
import type { SlimClock } from '#shared/contract/view/queue-row.ts';
import { addTally, NO_CASES, type Pin, type Tally } from './pin.ts';

/** What the map needs of a case, from a queue row or a wall's case. */
export interface PinSource {
  case: string;
  incident: string;
  number: string;
  place: string;
  lat: number | null;
  lon: number | null;
  lead: string | null;
  open: boolean;
  unassigned: boolean;
  /** Shown but not to be changed. */
  fixed: boolean;
  clocks: readonly SlimClock[];
}

/** Urgency of a case at `now` (ms since 1970): its worst open clock; `met` when it is closed or nothing runs. */
export function caseUrgency(source: Pick<PinSource, 'open' | 'clocks'>, now: number): Urgency {
  const clock = source.open ? leadingClock(source.clocks, now) : null;
  return clock === null ? 'met' : urgencyOf(clock, now);
}

/** The pin of all cases of one incident; null when none of them has a place. @param now ms since 1970. */
export function pinOf(group: readonly PinSource[], now: number): Pin | null {
  const first = group[0];
  return group.length === 1 && first ? pinOfOne(first, now) : pinOfMany(group, now);
}

/** Tallies of a single case, shared by all pins that have just one. */
const ONE: Readonly<Record<Urgency, Tally>> = {
  missed: { ...NO_CASES, missed: 1 },
  warned: { ...NO_CASES, warned: 1 },
  running: { ...NO_CASES, running: 1 },
  paused: { ...NO_CASES, paused: 1 },
  met: { ...NO_CASES, met: 1 },
};

function pinOfOne(source: PinSource, now: number): Pin | null {
  const { incident, lat, lon, number, place, lead } = source;
  if (lat === null || lon === null) return null;
  const urgency = caseUrgency(source, now);
  const unassigned = source.open && source.unassigned;
  const cases = [source.case];
  const movable = source.open && !source.fixed ? cases : [];
  return { incident, lat, lon, cases, movable, number, place, lead, urgency, tally: ONE[urgency], unassigned };
}

function pinOfMany(group: readonly PinSource[], now: number): Pin | null {
  const open = group.filter((source) => source.open);
  const judged = (open.length > 0 ? open : group).map((source) => ({ source, urgency: caseUrgency(source, now) }));
  const members = judged.toSorted(
    (a, b) =>
      urgencyRank(a.urgency) - urgencyRank(b.urgency) ||
      timeLeftOf(a.source, now) - timeLeftOf(b.source, now) ||
      (a.source.case < b.source.case ? -1 : 1),
  );
  const placed = members.find(({ source }) => source.lat !== null && source.lon !== null)?.source;
  const first = members[0];
  if (!first || !placed || placed.lat === null || placed.lon === null) return null;
  return {
    incident: first.source.incident,
    lat: placed.lat,
    lon: placed.lon,
    cases: members.map(({ source }) => source.case),
    movable: members.filter(({ source }) => source.open && !source.fixed).map(({ source }) => source.case),
    number: first.source.number,
    place: placed.place,
    lead: first.source.lead,
    urgency: first.urgency,
    tally: members.reduce((sum, { urgency }) => addTally(sum, ONE[urgency]), NO_CASES),
    unassigned: members.some(({ source }) => source.open && source.unassigned),
  };
}

/** ms left of the clock a case shows; the greatest number when nothing runs. */
function timeLeftOf(source: PinSource, now: number): number {
  const clock = source.open ? leadingClock(source.clocks, now) : null;
  return clock === null ? Number.MAX_VALUE : timeLeft(clock, now);
}
