import towns from '#data/towns.json';
import { chances } from '#tests/bench/lots.ts';

const HOUR_MS = 3_600_000;
/** One in twenty is red, one in ten amber. */
const RED = 0.05;
const AMBER = 0.15;

/** An open case of an incident of its own near a town, as a queue row; larger towns have more. */
export function incident(index, chance, now) {
  const rank = Math.floor(chance() * chance() * towns.length);
  const town = towns[rank];
  const spread = 0.35;
  const luck = chance();
  const due = luck < RED ? now - HOUR_MS : now + 100 * HOUR_MS;
  const warnAt = luck < AMBER ? now - HOUR_MS : now + 90 * HOUR_MS;
  const at = (middle) => middle + (chance() + chance() - 1) * spread;
  const id = `case-${index}`;
  return {
    case: id,
    incident: `incident-${index}`,
    number: `2026-${String(index).padStart(6, '0')}`,
    aliases: [],
    ordinal: 1,
    of: 1,
    kind: 'struck',
    severity: 'death',
    grade: 'one-source',
    priority: 'normal',
    place: town.name,
    state: 'Selangor',
    lat: at(town.lat),
    lon: at(town.lon),
    confidence: 0.9,
    source: 'press',
    reports: 1,
    status: 'assigned',
    lead: 'KUL',
    suggested: null,
    receivedAt: now - 2 * HOUR_MS,
    clocks: ['kpi.acknowledgement', 'kpi.same-day-action', 'kpi.first-payment'].map((key, order) => ({
      id: `${key}:${id}`,
      key,
      startedAt: now - 2 * HOUR_MS,
      due: due + order * HOUR_MS * (luck < RED ? 0 : 1),
      warnAt: warnAt + order * HOUR_MS * (luck < AMBER ? 0 : 1),
      stoppedAt: null,
      pausedSince: null,
    })),
    conflicts: 0,
    unsent: 0,
    readOnly: false,
  };
}

/** So many of them. */
export function incidents(count, now) {
  const chance = chances(7);
  return Array.from({ length: count }, (_, index) => incident(index, chance, now));
}
