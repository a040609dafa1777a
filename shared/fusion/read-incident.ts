import type { IncidentKind, Severity } from '#shared/domain/incident-kind.ts';
import {
  COUNT_AFTER,
  DEATH,
  FEARED,
  ILLNESS,
  INJURY,
  KIND_RULES,
  MISSING,
  NOT,
  NOT_PEOPLE,
  NUMBERS,
  PLURAL,
  UNITS,
} from './incident-words.ts';

/** What a news text says happened. Counts are people; 0 = the text tells of none. `victims` is at least their sum. */
export interface IncidentReading {
  readonly kind: IncidentKind;
  readonly severity: Severity;
  readonly deaths: number;
  readonly injured: number;
  readonly missing: number;
  readonly victims: number;
}

interface Token {
  readonly key: string;
  /** A comma, full stop or colon stands before it. */
  readonly breaks: boolean;
}

const TOKEN = /[a-z0-9]+/g;
const MAX = 900;
const REACH = 9;

function tokens(lower: string): Token[] {
  const out: Token[] = [];
  let end = 0;
  for (const match of lower.matchAll(TOKEN)) {
    out.push({ key: match[0], breaks: /[,.;:]\s/.test(lower.slice(end, match.index)) });
    end = match.index + match[0].length;
  }
  return out;
}

/** The number of people that begins at `i` ("dua belas", "25", "seorang"), or null when it counts something else. */
function peopleAt(all: readonly Token[], i: number): number | null {
  const key = all[i]?.key ?? '';
  const next = all[i + 1]?.key ?? '';
  const before = all[i - 1]?.key ?? '';
  let value = NUMBERS[key] ?? (/^\d{1,3}$/.test(key) ? Number(key) : Number.NaN);
  if (before === 'puluh') return null;
  const composed = next === 'belas' || next === 'puluh';
  if (Number.isNaN(value) || UNITS.has(next) || (composed && UNITS.has(all[i + 2]?.key ?? ''))) return null;
  if (/^\d+$/.test(key)) {
    if (NOT_PEOPLE.has(before)) return null;
    if (all[i + 1]?.breaks === true || value === 0) return null;
  }
  if (next === 'belas') value += 10;
  if (next === 'puluh') value = value * 10 + (NUMBERS[all[i + 2]?.key ?? ''] ?? 0);
  return value;
}

/** Looks for the count that belongs to the outcome at `i`: before it in its clause, or after verbs like "kills". */
function countFor(all: readonly Token[], i: number): number {
  const key = all[i]?.key ?? '';
  if (COUNT_AFTER.has(key)) {
    for (let j = i + 1; j < Math.min(all.length, i + 4) && all[j]?.breaks === false; j++) {
      const people = peopleAt(all, j);
      if (people !== null) return people;
    }
  }
  for (let j = i - 1; j >= Math.max(0, i - REACH); j--) {
    const word = all[j];
    if (word === undefined || all[j + 1]?.breaks === true) break;
    if (j < i - 1 && (DEATH.has(word.key) || INJURY.has(word.key) || MISSING.has(word.key))) break;
    const people = peopleAt(all, j);
    if (people !== null) return people;
  }
  return PLURAL.has(key) ? 0 : 1;
}

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

/** Reads kind, severity and counts from a news text in Malay or English. Never throws; unknown gives 'other' and zeros. */
export function readIncident(text: string): IncidentReading {
  const lower = text.slice(0, MAX).toLowerCase();
  const all = tokens(lower);
  let [deaths, injured, missing, ill] = [0, 0, 0, 0];
  let told: 'death' | 'injury' | null = null;
  all.forEach(({ key }, i) => {
    const isDeath = DEATH.has(key);
    if (!isDeath && !INJURY.has(key) && !MISSING.has(key) && !ILLNESS.has(key)) return;
    const near = all.slice(Math.max(0, i - 3), i).map((token) => token.key);
    if (near.some((word) => NOT.has(word))) return;
    const count = countFor(all, i);
    const feared = near.some((word) => FEARED.has(word));
    if (MISSING.has(key) || (isDeath && feared)) {
      if (all[i + 1]?.key !== 'kawalan') missing = Math.max(missing, count);
    } else if (isDeath) {
      told ??= 'death';
      deaths = Math.max(deaths, count);
    } else if (INJURY.has(key)) {
      if (key === 'kecederaan' || key === 'injuries' || key === 'patah' || key === 'luka') told ??= 'injury';
      else injured = Math.max(injured, count);
    } else ill = Math.max(ill, count);
  });
  if (injured === 0 && deaths === 0 && told === 'injury') injured = 1;
  const severity: Severity =
    deaths > 0 || told === 'death'
      ? 'death'
      : missing > 0
        ? 'missing'
        : injured > 0
          ? 'injury'
          : ill > 0
            ? 'illness'
            : 'unknown';
  return { kind: kindOf(lower), severity, deaths, injured, missing, victims: deaths + injured + missing + ill };
}
