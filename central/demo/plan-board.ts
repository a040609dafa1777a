import { makeIds } from '#central/intake/take-report.ts';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';
import type { IncidentIds } from '#shared/sync/open-incident.ts';
import { CLOSED_DAYS, CLOSED_INCIDENTS, ON_TIME_VICTIMS, SPECIALS, type Special } from './board.ts';
import { type Course, courseOf } from './course.ts';
import { urgencyOfCourse } from './course-urgency.ts';
import type { LeadDeck } from './lead-deck.ts';
import { between, type Random } from './random.ts';
import type { ReadLead } from './read-lead.ts';

/** One incident of the sample: its news, when it came in, and how it goes on. Moments in ms since 1970. */
export interface PlannedIncident {
  lead: ReadLead;
  ids: IncidentIds;
  received: number;
  /** Set up by hand, or on a course of its own. */
  goes: { special: Special } | { course: Course };
}

const MIN = 60_000;
const DAY = 86_400_000;
const YOUNGEST_MS = 20 * MIN;
const OLDEST_MS = 3.4 * DAY;
const TRIES = 60;

/** Plans the sample relative to `now`. @param closed also what lies behind: the closed incidents of the last 30 days. */
export function planBoard(
  deck: LeadDeck,
  random: Random,
  newId: () => string,
  now: number,
  closed: boolean,
): PlannedIncident[] {
  const plan = (
    lead: ReadLead,
    received: number,
    published: number,
    ids: IncidentIds,
    goes: PlannedIncident['goes'],
  ): PlannedIncident => {
    const input = { ...lead.input, receivedAt: isoMalaysia(received), publishedAt: isoMalaysia(published) };
    return { lead: { ...lead, input }, ids, received, goes };
  };
  const early = () => between(random, 4, 40) * MIN;

  const specials = SPECIALS.map((special) => {
    const lead = deck.deal(special.victims);
    const received = now - special.received * MIN;
    const published = special.published === undefined ? received - early() / 8 : now - special.published * MIN;
    return plan(lead, received, published, makeIds(special.victims, newId), { special });
  });

  /** Draws ids until the course they mean fits; the last draw stands when none does. */
  const draw = (victims: number, received: () => number, fits: (course: Course, received: number) => boolean) => {
    for (let left = TRIES; ; left--) {
      const ids = makeIds(victims, newId);
      const at = received();
      const course = courseOf(ids.incident, at, 'seed');
      if (fits(course, at) || left === 0) return { ids, at, course };
    }
  };
  const onTime = [10, ...ON_TIME_VICTIMS].map((victims, index, all) => {
    const age = victims === 10 ? 3.2 * 60 * MIN : YOUNGEST_MS * (OLDEST_MS / YOUNGEST_MS) ** (index / (all.length - 1));
    const lead = victims === 10 ? deck.mass() : deck.deal(victims);
    const shift = early();
    const drawn = draw(
      victims,
      () => now - age * between(random, 0.9, 1.1),
      (course, at) =>
        urgencyOfCourse(course, at, at - shift, now) === 'running' &&
        urgencyOfCourse(course, at, at - shift, now + 15 * MIN) === 'running',
    );
    return plan(lead, drawn.at, drawn.at - shift, drawn.ids, { course: drawn.course });
  });
  const behind = Array.from({ length: closed ? CLOSED_INCIDENTS : 0 }, (_, index) => {
    const victims = index % 9 === 0 ? 2 : 1;
    const drawn = draw(
      victims,
      () => now - between(random, 1.2, CLOSED_DAYS) * DAY,
      (course) => course.close < now - 60 * MIN,
    );
    return plan(deck.deal(victims), drawn.at, drawn.at - early(), drawn.ids, { course: drawn.course });
  });
  return [...specials, ...onTime, ...behind].sort((a, b) => a.received - b.received);
}
