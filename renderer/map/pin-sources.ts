import type { DeskClock } from '#renderer/app/desk-clock.ts';
import { shortNumber } from '#renderer/app/short-number.ts';
import type { QueueRow } from '#shared/contract/view/queue-row.ts';
import type { WallCase } from '#shared/contract/view/wall.ts';
import type { PinSource } from './group-pins.ts';

/** Turns queue rows into what the map needs; the same row gives the same object, so that a change costs what changed. */
export function createRowSources(clock: Pick<DeskClock, 'now'>): (row: QueueRow) => PinSource {
  const known = new WeakMap<QueueRow, PinSource>();
  return (row) => {
    const old = known.get(row);
    if (old) return old;
    const made = sourceOfRow(row, clock.now());
    known.set(row, made);
    return made;
  };
}

function sourceOfRow(row: QueueRow, now: number): PinSource {
  return {
    case: row.case,
    incident: row.incident,
    number: shortNumber(row.number, now),
    place: row.place ?? '',
    lat: row.lat,
    lon: row.lon,
    lead: row.lead,
    open: row.status !== 'closed',
    unassigned: row.lead === null,
    fixed: row.readOnly,
    clocks: row.clocks,
  };
}

/** A wall's case as the map needs it: no number, no words. */
export function sourceOfWallCase(item: WallCase): PinSource {
  return {
    case: item.id,
    incident: item.incident,
    number: '',
    place: '',
    lat: item.lat,
    lon: item.lon,
    lead: item.lead,
    open: item.open,
    unassigned: !item.assigned,
    fixed: true,
    clocks: item.clocks,
  };
}
