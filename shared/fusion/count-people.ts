import {
  AND,
  COUNT_AFTER,
  DEATH,
  ILLNESS,
  INJURY,
  MISSING,
  NOT_PEOPLE,
  NUMBERS,
  PEOPLE,
  PLURAL,
  RESPONDERS,
  SAME_PEOPLE,
  UNITS,
} from './people-words.ts';

/** A word of a lower-case text. */
export interface Token {
  readonly key: string;
  /** A comma, full stop or colon stands before it. */
  readonly breaks: boolean;
}

const TOKEN = /[a-z0-9]+/g;
const REACH = 9;
/** Words between helpers and what became of them: "dua anggota bomba yang cedera". */
const RESPONDER_REACH = 3;

/** Cuts a lower-case text into words. */
export function tokens(lower: string): Token[] {
  const out: Token[] = [];
  let end = 0;
  for (const match of lower.matchAll(TOKEN)) {
    out.push({ key: match[0], breaks: /[,.;:]\s/.test(lower.slice(end, match.index)) });
    end = match.index + match[0].length;
  }
  return out;
}

/** Whether a word says what became of people. */
export function isOutcome(key: string): boolean {
  return DEATH.has(key) || INJURY.has(key) || MISSING.has(key) || ILLNESS.has(key);
}

/** Helpers at `i` count as victims where their outcome follows at once, nothing of their work between. */
function hurtAtOnce(all: readonly Token[], i: number): boolean {
  for (let j = i + 1; j <= i + RESPONDER_REACH && all[j]?.breaks === false; j++) {
    if (isOutcome(all[j]?.key ?? '')) return true;
  }
  return false;
}

/** The number of people that begins at `i` ("dua belas", "25", "seorang"), or null when it counts something else. */
function peopleAt(all: readonly Token[], i: number): number | null {
  const key = all[i]?.key ?? '';
  const next = all[i + 1]?.key ?? '';
  const before = all[i - 1]?.key ?? '';
  if (key === 'suami' && next === 'isteri') return 2;
  let value = NUMBERS[key] ?? (/^\d{1,3}$/.test(key) ? Number(key) : Number.NaN);
  if (before === 'puluh') return null;
  const composed = next === 'belas' || next === 'puluh';
  if (Number.isNaN(value) || UNITS.has(next) || (composed && UNITS.has(all[i + 2]?.key ?? ''))) return null;
  if (RESPONDERS.has(next) && !hurtAtOnce(all, i + 1)) return null;
  if (/^\d+$/.test(key)) {
    if (NOT_PEOPLE.has(before)) return null;
    if (all[i + 1]?.breaks === true || value === 0) return null;
  }
  if (next === 'belas') value += 10;
  if (next === 'puluh') value = value * 10 + (NUMBERS[all[i + 2]?.key ?? ''] ?? 0);
  return value;
}

const isPerson = (key: string) => PEOPLE.has(key) || (key.endsWith('nya') && PEOPLE.has(key.slice(0, -3)));

/** People of one side of an "and", from word `from` up to `to`: a number, else one for a single person, else null. */
function sideOf(all: readonly Token[], from: number, to: number): number | null {
  for (let j = to - 1; j >= from; j--) {
    const people = peopleAt(all, j);
    if (people !== null) return people;
  }
  return all.slice(from, to).some(({ key }) => isPerson(key)) ? 1 : null;
}

/** Words `from` to `to`, cut at each "and". */
function sidesOf(all: readonly Token[], from: number, to: number): (number | null)[] {
  const out: (number | null)[] = [];
  let begin = from;
  for (let j = from; j <= to; j++) {
    if (j < to && !AND.has(all[j]?.key ?? '')) continue;
    out.push(sideOf(all, begin, j));
    begin = j + 1;
  }
  return out;
}

/** Adds the sides as long as each tells of people; null when the first does not. */
function sum(sides: readonly (number | null)[]): number | null {
  const end = sides.indexOf(null);
  const told = end < 0 ? sides : sides.slice(0, end);
  return told.length === 0 ? null : told.reduce<number>((total, side) => total + (side ?? 0), 0);
}

/** People after a verb such as "kills", side by side, up to the next outcome or the end of the clause. */
function countAfter(all: readonly Token[], i: number): number | null {
  let end = i + 1;
  while (end < Math.min(all.length, i + REACH) && all[end]?.breaks === false && !isOutcome(all[end]?.key ?? '')) end++;
  const sides: (number | null)[] = [];
  for (let from = i + 1; from < end; ) {
    const and = all.findIndex(({ key }, at) => at >= from && at < end && AND.has(key));
    const to = and < 0 ? end : and;
    sides.push(sideOf(all, from, Math.min(to, from + 3)));
    from = to + 1;
  }
  return sum(sides);
}

/** The first word of the clause in which the outcome at `i` stands, not beyond an earlier outcome. */
function clauseStart(all: readonly Token[], i: number): number {
  // An age between commas ("Buruh, 27, maut") ends no clause.
  const aged = all[i]?.breaks === true && all[i - 1]?.breaks === true && /^\d{1,2}$/.test(all[i - 1]?.key ?? '');
  let from = aged ? i - 2 : i;
  while (from > 0 && from > i - REACH && all[from]?.breaks !== true) {
    if (from - 1 < i - 1 && isOutcome(all[from - 1]?.key ?? '')) break;
    from--;
  }
  return from;
}

/** How many people an outcome tells of. */
export interface Count {
  readonly people: number;
  /** False where the outcome names nobody: it goes on about people already told of. */
  readonly named: boolean;
}

/** Looks for the count that belongs to the outcome at `i`: before it in its clause, or after verbs like "kills". */
export function countFor(all: readonly Token[], i: number): Count {
  const key = all[i]?.key ?? '';
  const after = COUNT_AFTER.has(key) ? countAfter(all, i) : null;
  if (after !== null) return { people: after, named: true };
  const from = clauseStart(all, i);
  const people = sum(sidesOf(all, from, i).reverse());
  const named = i === 0 || all.slice(from, i).some((word) => !SAME_PEOPLE.has(word.key));
  return { people: people ?? (PLURAL.has(key) ? 0 : 1), named };
}

/** The number of people of whom the word at `i` tells ("five trapped"); null when it names no number. */
export function numberBefore(all: readonly Token[], i: number): number | null {
  return sum(sidesOf(all, clauseStart(all, i), i).reverse());
}
