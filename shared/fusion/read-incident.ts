import type { IncidentKind, Severity } from '#shared/domain/incident-kind.ts';
import { severitiesOf, type VictimCounts } from '#shared/domain/victim-severities.ts';
import { type Count, countFor, isOutcome, numberBefore, type Token, tokens } from './count-people.ts';
import { KIND_RULES } from './kind-words.ts';
import { DEATH, FEARED, INJURY, MISSING, MORE, NOT, TRAPPED } from './people-words.ts';

/**
 * What a news text says happened. Counts are people; 0 = the text tells of none; `unknown` are those in trouble of
 * whom nothing more is told. `severity` is the worst of them.
 */
export interface IncidentReading extends VictimCounts {
  readonly kind: IncidentKind;
  readonly severity: Severity;
}

const MAX = 900;
/** Injuries as nouns: they tell of somebody hurt, not of how many. */
const HURT_NOUNS: ReadonlySet<string> = new Set(['kecederaan', 'injuries', 'patah', 'luka']);

function kindOf(lower: string): IncidentKind {
  let best: IncidentKind = 'other';
  let top = 0;
  const sums = new Map<IncidentKind, number>();
  for (const { kind, pattern, weight } of KIND_RULES) {
    const at = lower.search(pattern);
    if (at < 0) continue;
    const sum = (sums.get(kind) ?? 0) + weight / (1 + at / 250);
    sums.set(kind, sum);
    if (sum > top) {
      top = sum;
      best = kind;
    }
  }
  return best;
}

/** "Two of them", "dua daripadanya", "dua daripada mereka": part of those told of before. */
function isPart(all: readonly Token[], i: number): boolean {
  return all
    .slice(Math.max(0, i - 4), i)
    .some(
      ({ key }, at, near) =>
        key === 'daripadanya' || (/^(?:of|daripada)$/.test(key) && /^(?:them|mereka)$/.test(near[at + 1]?.key ?? '')),
    );
}

/** What the outcomes of a text add up to, one entry per severity. */
interface Tally {
  people: number;
  /** Somebody of this outcome is named, not only spoken of again. */
  named: boolean;
}

function add(tally: Tally, { people, named }: Count): void {
  tally.people = Math.max(tally.people, people);
  tally.named ||= named;
}

function peopleOf(all: readonly Token[]): VictimCounts {
  const tally = () => ({ people: 0, named: false });
  const [dead, missing, injured, ill] = [tally(), tally(), tally(), tally()];
  let [trapped, more] = [0, 0];
  let [hurt, died, part] = [false, false, false];
  all.forEach(({ key }, i) => {
    const near = all.slice(Math.max(0, i - 3), i).map((token) => token.key);
    if (TRAPPED.has(key)) {
      const count = numberBefore(all, i) ?? 0;
      if (near.some((word) => MORE.has(word))) more = Math.max(more, count);
      else trapped = Math.max(trapped, count);
    }
    if (!isOutcome(key) || near.some((word) => NOT.has(word))) return;
    const count = countFor(all, i);
    const isDeath = DEATH.has(key);
    if (MISSING.has(key) || (isDeath && near.some((word) => FEARED.has(word)))) {
      if (all[i + 1]?.key !== 'kawalan') add(missing, count);
    } else if (isDeath) {
      died = true;
      part ||= isPart(all, i);
      add(dead, count);
    } else if (INJURY.has(key)) {
      // "Kelindan patah kaki" names somebody; "cedera, patah kaki" says more of one already told of.
      if (!HURT_NOUNS.has(key) || (key === 'patah' && numberBefore(all, i) !== null)) add(injured, count);
      else if (!died) hurt = true;
    } else add(ill, count);
  });
  if (died && dead.people === 0) dead.people = 1;
  if (hurt && injured.people === 0 && dead.people === 0) injured.people = 1;
  for (const lesser of [missing, injured, ill]) {
    if (dead.people === 0 || lesser.people === 0) continue;
    // "Cedera parah, meninggal dunia": the same people, not others beside them.
    if (!lesser.named || !dead.named) lesser.people = Math.max(0, lesser.people - dead.people);
    else if ((part || lesser === ill) && lesser.people > dead.people) lesser.people -= dead.people;
  }
  const told = dead.people + missing.people + injured.people + ill.people;
  return {
    deaths: dead.people,
    missing: missing.people,
    injured: injured.people,
    ill: ill.people,
    unknown: Math.max(0, trapped - told) + more,
  };
}

/** Reads kind, severity and counts from a news text in Malay or English. Never throws; unknown gives 'other' and zeros. */
export function readIncident(text: string): IncidentReading {
  const lower = text.slice(0, MAX).toLowerCase();
  const people = peopleOf(tokens(lower));
  return { kind: kindOf(lower), severity: severitiesOf(people)[0] ?? 'unknown', ...people };
}
