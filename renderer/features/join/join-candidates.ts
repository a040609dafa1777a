import { type Words, wordsIn } from '#renderer/app/board/filter-cases.ts';
import type { QueueRow } from '#shared/contract/view/queue-row.ts';
import { haversine } from '#shared/geo/haversine.ts';
import type { IncidentFacts } from './incident-facts.ts';

/** Another incident that may be the same one. */
export interface JoinCandidate {
  facts: IncidentFacts;
  /** Straight line between the two places; null where one is not known. */
  km: number | null;
  /** Same kind, near and about the same time. */
  likely: boolean;
}

const NEAR_KM = 20;
const ABOUT_MS = 48 * 3_600_000;
/** Most that a list shows. */
const LIMIT = 50;

/**
 * Open incidents that may be the same as this one and hold every word of the search: the likely ones first, the
 * nearest in front; then those of the same state; then by how far apart they were received.
 */
export function joinCandidates(
  incidents: ReadonlyMap<string, IncidentFacts>,
  own: IncidentFacts,
  query: string,
  wordsOf: Words,
): JoinCandidate[] {
  const wanted = wordsIn(query);
  const holds = ({ cases }: IncidentFacts) => {
    const words = cases.map(wordsOf).join(' ');
    return wanted.every((word) => words.includes(word));
  };
  const apart = ({ facts }: JoinCandidate) => Math.abs(facts.row.receivedAt - own.row.receivedAt);
  const elsewhere = ({ facts }: JoinCandidate) => (facts.row.state === own.row.state ? 0 : 1);
  return [...incidents.values()]
    .filter((one) => one.incident !== own.incident && one.open && holds(one))
    .map((facts) => ({ facts, ...likeness(own.row, facts.row) }))
    .sort(
      (a, b) =>
        Number(b.likely) - Number(a.likely) ||
        (a.likely ? (a.km ?? 0) - (b.km ?? 0) : elsewhere(a) - elsewhere(b)) ||
        apart(a) - apart(b),
    )
    .slice(0, LIMIT);
}

function likeness(a: QueueRow, b: QueueRow): { km: number | null; likely: boolean } {
  const known = a.lat !== null && a.lon !== null && b.lat !== null && b.lon !== null;
  const km = known ? haversine(a.lat ?? 0, a.lon ?? 0, b.lat ?? 0, b.lon ?? 0) : null;
  const near = km === null ? a.place !== null && a.place === b.place : km <= NEAR_KM;
  const likely = a.kind === b.kind && a.state === b.state && near && Math.abs(a.receivedAt - b.receivedAt) <= ABOUT_MS;
  return { km, likely };
}
