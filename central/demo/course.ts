import type { Outcome } from '#shared/domain/case-status.ts';
import { startOfDayMalaysia } from '#shared/kit/malaysia-time.ts';
import { between, createRandom, seedOf } from './random.ts';

/** How a simulated case is meant to go, all moments in ms since 1970. Later ones than `close` don't come. */
export interface Course {
  triage: number;
  assign: number;
  acknowledge: number;
  action: number;
  family: number;
  eligibility: number;
  documents: number;
  pay: number;
  close: number;
  outcome: Outcome;
}

const MIN = 60_000;
const HOUR = 60 * MIN;
const DAY = 24 * HOUR;

/**
 * The course of one case, the same whenever it is asked for: its id is the seed. Most are handled within the promises;
 * one in five is paid after the seven days, a few are visited the day after or otherwise dawdle.
 * @param received ms since 1970. @param born `seed` for the sample, `feed` for news while people watch: the desk is
 * left time to assign those itself, and more of them turn out to be nothing for the squad.
 */
export function courseOf(id: string, received: number, born: 'seed' | 'feed'): Course {
  const random = createRandom(seedOf(id));
  const slow = random() < 0.07 ? 1.9 : 1;
  const paidLate = random() < 0.2;
  const nextDay = random() < 0.07;
  const chance = random();
  const nothing = born === 'feed' ? 0.45 : 0.08;
  const outcome: Outcome =
    chance < nothing / 2
      ? 'not-work'
      : chance < nothing
        ? 'duplicate'
        : chance < nothing + 0.06
          ? 'not-eligible'
          : 'paid';
  const triage = received + between(random, 2, 9) * MIN;
  const assign = received + (born === 'feed' ? between(random, 17, 27) : between(random, 5, 14)) * MIN;
  const acknowledge = assign + between(random, 3, 19) * MIN * (slow > 1 ? 2 : 1);
  const due = sameDayDue(received);
  const action = nextDay
    ? due + between(random, 0.5, 4) * HOUR
    : Math.min(acknowledge + between(random, 0.6, 5) * HOUR, due - between(random, 15, 60) * MIN);
  const early = outcome === 'not-work' || outcome === 'duplicate';
  const acted = Math.max(action, acknowledge + 8 * MIN);
  const family = Math.max(acted + 12 * MIN, received + between(random, 3, 15) * HOUR * slow);
  const eligibility = acted + between(random, 4, 16) * HOUR * slow;
  // What is paid late waits for its documents: the charter counts from these, and squads keep it.
  const asked = Math.max(eligibility, family) + between(random, 6, 36) * HOUR;
  const documents = asked + (paidLate ? between(random, 4.5, 7) * DAY : 0);
  const pay = documents + between(random, 3, 16) * HOUR;
  const end = early
    ? acted + between(random, 0.3, 2) * HOUR
    : outcome === 'not-eligible'
      ? eligibility + 2 * HOUR
      : pay + between(random, 1, 14) * HOUR;
  return { triage, assign, acknowledge, action: acted, family, eligibility, documents, pay, close: end, outcome };
}

/** When action of the same day falls due, by the rule of the field (received after 20:00: by noon). */
function sameDayDue(received: number): number {
  const midnight = startOfDayMalaysia(received);
  return received > midnight + 20 * HOUR ? midnight + DAY + 12 * HOUR : midnight + DAY - 1000;
}
