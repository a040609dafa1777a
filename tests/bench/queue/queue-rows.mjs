import { branches } from '#shared/geo/branches.ts';
import { lots } from '../lots.ts';

const KINDS = ['struck', 'fall', 'road', 'electrocution', 'vessel', 'caught', 'fire', 'chemical'];
const SEVERITIES = ['death', 'injury', 'missing', 'illness', 'unknown'];
const SOURCES = ['press', 'electronic', 'social', 'agency', 'community', 'hotline', 'branch'];
const HOUR = 3_600_000;

/** So many open cases as the engine streams them to a window; about one in twenty late, one in ten near. `now` in ms since 1970. */
export function queueRows(count, now) {
  const lot = lots(7);
  const pick = (list) => list[lot(list.length)];
  return Array.from({ length: count }, (_, at) => {
    const branch = pick(branches);
    const id = `01900000-0000-7000-8000-${String(at).padStart(12, '0')}`;
    const receivedAt = now - lot(72) * HOUR - lot(3_600_000);
    const lead = lot(5) === 0 ? null : branch.code;
    const luck = lot(100);
    const left = luck < 5 ? -lot(20 * HOUR) : 60_000 + lot(70 * HOUR);
    const clock = (key, due) => ({
      id: `${key}:${id}`,
      key,
      startedAt: receivedAt,
      due,
      warnAt: luck < 15 ? now - 1 : due - Math.floor((due - now) / 4),
      stoppedAt: null,
      pausedSince: luck > 95 ? now - HOUR : null,
    });
    return {
      case: id,
      incident: `i${id}`,
      number: `2026-${String(at).padStart(6, '0')}/1`,
      aliases: [],
      ordinal: 1,
      of: 1,
      kind: pick(KINDS),
      severity: pick(SEVERITIES),
      grade: 'one-source',
      priority: 'normal',
      place: `Kampung ${branch.short} ${lot(60)}`,
      state: branch.state,
      lat: branch.lat,
      lon: branch.lon,
      confidence: 0.9,
      source: pick(SOURCES),
      reports: 1,
      status: lead === null ? 'unassigned' : 'assigned',
      lead,
      suggested: null,
      receivedAt,
      clocks: [
        clock('kpi.same-day-action', now + left),
        clock('kpi.family-contact', now + Math.abs(left) + HOUR),
        clock('kpi.first-payment', now + Math.abs(left) + 90 * HOUR),
      ],
      conflicts: 0,
      unsent: 0,
      readOnly: false,
    };
  });
}
