import { shortNumber } from '#renderer/app/short-number.ts';
import type { QueueRow, SlimClock } from '#shared/contract/view/queue-row.ts';
import type { WallCase } from '#shared/contract/view/wall.ts';
import type { PinSource } from './group-pins.ts';

/** How the map reads a case, whatever it comes as; nothing is made until somebody looks at its pin. */
export interface CaseReader<T> {
  idOf(item: T): string;
  incidentOf(item: T): string;
  latOf(item: T): number | null;
  lonOf(item: T): number | null;
  isOpen(item: T): boolean;
  isUnassigned(item: T): boolean;
  clocksOf(item: T): readonly SlimClock[];
  /** @param now ms since 1970. */
  sourceOf(item: T, now: number): PinSource;
}

/** Reads the rows of the queue. */
export const ROW_READER: CaseReader<QueueRow> = {
  idOf: (row) => row.case,
  incidentOf: (row) => row.incident,
  latOf: (row) => row.lat,
  lonOf: (row) => row.lon,
  isOpen: (row) => row.status !== 'closed',
  isUnassigned: (row) => row.lead === null,
  clocksOf: (row) => row.clocks,
  sourceOf: (row, now) => ({
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
  }),
};

/** Reads a wall's cases: no number, no words. */
export const WALL_READER: CaseReader<WallCase> = {
  idOf: (item) => item.id,
  incidentOf: (item) => item.incident,
  latOf: (item) => item.lat,
  lonOf: (item) => item.lon,
  isOpen: (item) => item.open,
  isUnassigned: (item) => !item.assigned,
  clocksOf: (item) => item.clocks,
  sourceOf: (item) => ({
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
  }),
};
