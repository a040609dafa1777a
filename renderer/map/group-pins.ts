import { isOpen, leadingClock, type Urgency, urgencyOf, urgencyRank } from '#shared/clocks/urgency.ts';
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

/** One pin for each incident that has a place, in the order the incidents first appear. @param now ms since 1970. */
export function groupPins(sources: readonly PinSource[], now: number): Pin[] {
  const groups = new Map<string, PinSource[]>();
  for (const source of sources) {
    const group = groups.get(source.incident);
    if (group) group.push(source);
    else groups.set(source.incident, [source]);
  }
  const pins: Pin[] = [];
  for (const group of groups.values()) {
    const first = group[0];
    const pin = group.length === 1 && first ? pinOfOne(first, now) : pinOfMany(group, now);
    if (pin) pins.push(pin);
  }
  return pins;
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
  const members = judged.toSorted((a, b) => urgencyRank(a.urgency) - urgencyRank(b.urgency));
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

/** The next moment (ms since 1970) at which any open case changes its urgency by itself; Infinity when none will. */
export function nextFlip(sources: readonly PinSource[], now: number): number {
  let next = Number.POSITIVE_INFINITY;
  for (const source of sources) {
    if (!source.open) continue;
    for (const clock of source.clocks) {
      if (!isOpen(clock) || clock.pausedSince !== null) continue;
      if (clock.warnAt > now && clock.warnAt < next) next = clock.warnAt;
      if (clock.due >= now && clock.due + 1 < next) next = clock.due + 1;
    }
  }
  return next;
}
