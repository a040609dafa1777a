import type { Word } from './fold-text.ts';
import type { PlaceIndex, Span } from './place-index.ts';
import {
  AT,
  AT_WORK,
  BETWEEN,
  BUREAUX,
  COMMON,
  DISTANCE,
  ELSEWHERE,
  GENERIC,
  HOME_AFTER,
  NOT_THE_VICTIM,
  OFFICE,
  OFFICE_AFTER,
  PERSON,
  SAID,
  SPEAKER,
  STREET,
  STREET_AFTER,
  WITHIN,
} from './place-words.ts';

/** A place name in its context; `weight` says how likely it is to be where the incident happened (about 0 to 2.5). */
export interface Mention {
  readonly span: Span;
  readonly weight: number;
  readonly dateline: boolean;
  /** Victim's home, a journey's end: never the place, no help to others either. */
  readonly elsewhere: boolean;
  /** "di" or "in" rules it: what happened, happened there. */
  readonly within: boolean;
  /** The text says "here" of this dateline: the incident is in its surroundings. */
  readonly here: boolean;
  /** Nothing but a blank before it: it may go on from the name before. */
  readonly joined: boolean;
  /** A comma before it: as a state it says where the name before lies. */
  readonly comma: boolean;
  /** A name that many places bear. */
  readonly generic: boolean;
}

const elsewhereKeys = new Set<string>(ELSEWHERE);
/** True when a sentence ends in the gap after `word`; "Kg. Baru" and "P. Pinang" go on. */
function endsSentence(word: Word | undefined, gap: string): boolean {
  return /[!?;]\s|[\n"]/.test(gap) || (/\.\s/.test(gap) && (word?.raw.length ?? 0) > 3);
}

interface Before {
  preposition: boolean;
  within: boolean;
  /** "bekerja di": only the job is there. */
  working: boolean;
  street: boolean;
  office: boolean;
  elsewhere: boolean;
  person: boolean;
  /** A comma stands between the name and the preposition found. */
  comma: boolean;
}

/** The unit of a distance such as "22km" or "kilometer". */
const unit = (word: Word | undefined) => word?.key.replace(/^\d+/, '') ?? '';

const isKin = (key: string) => NOT_THE_VICTIM.has(key) || (key.endsWith('nya') && NOT_THE_VICTIM.has(key.slice(0, -3)));

/** Whether a name is where somebody speaks: "kata PETRONAS di …", "Shell said in …", with nothing else between. */
function isSpoken(text: readonly Word[], from: number): boolean {
  for (let i = from - 1; i >= Math.max(0, from - 9); i--) {
    const word = text[i];
    const gap = text[i + 1]?.gap ?? '';
    if (word === undefined || /[,:;]/.test(gap) || endsSentence(word, gap)) return false;
    if (SAID.has(word.key)) return true;
    const passed = word.proper || AT.has(word.key) || SPEAKER.has(word.key) || word.key === 'dan' || word.key === 'and';
    if (!passed) return false;
  }
  return false;
}

/** Reads backwards from a name over the proper nouns it belongs to, up to the word that rules them. */
function lookBack(text: readonly Word[], from: number): Before {
  const out: Before = {
    preposition: false,
    within: false,
    working: false,
    street: false,
    office: false,
    elsewhere: false,
    person: false,
    comma: false,
  };
  for (let i = from - 1; i >= 0 && i >= from - 9; i--) {
    const word = text[i];
    const gap = text[i + 1]?.gap ?? '';
    if (word === undefined || endsSentence(word, gap) || gap.includes(':')) break;
    if (gap.includes(',')) out.comma = true;
    if (gap.includes('(')) break;
    if (!out.comma) {
      if (STREET.has(word.key)) out.street = true;
      if (OFFICE.has(word.key)) out.office = true;
      if (PERSON.has(word.raw.toLowerCase()) && i >= from - 3) out.person = true;
    }
    const pair = `${text[i - 1]?.key ?? ''} ${word.key}`;
    if ((word.key === 'dari' || word.key === 'from') && DISTANCE.has(unit(text[i - 1]))) {
      out.preposition = true;
      break;
    }
    if (elsewhereKeys.has(pair) || elsewhereKeys.has(word.key)) {
      out.elsewhere = true;
      break;
    }
    if (AT.has(word.key) && (!word.proper || /^(Di|Dekat|At|In|Near|Off|Berhampiran)$/.test(word.raw))) {
      const ruler = gap.includes(',') || word.gap.includes(',') ? '' : (text[i - 1]?.key ?? '');
      out.preposition = true;
      out.elsewhere = isKin(ruler);
      out.working = AT_WORK.has(ruler);
      out.within = (WITHIN.has(word.key) || WITHIN.has(ruler)) && !out.elsewhere;
      break;
    }
    if (!word.proper && !BETWEEN.has(word.key) && word.key !== 'dan' && word.key !== 'and') break;
  }
  return out;
}

function datelineEnd(text: readonly Word[]): number {
  const end = text.findIndex((word, i) => i > 0 && i < 7 && /^\s*:|^\s+[-–—]+\s/.test(word.gap));
  const head = end < 0 ? [] : text.slice(0, end);
  return head.length > 0 && head.every((word) => word.proper) ? end : 0;
}

/** Finds the place names of a text and weighs each by the words around it. */
export function findMentions(index: PlaceIndex, text: readonly Word[]): Mention[] {
  const letters = text.filter(({ raw }) => /[A-Za-z]{3}/.test(raw));
  const proper = letters.filter((word) => word.proper).length;
  const anyCase = proper === 0;
  const titled = letters.length > 4 && proper / letters.length > 0.7;
  const dateline = datelineEnd(text);
  const here = text.some((word, i) => i > 2 && (word.key === 'sini' || word.key === 'here'));
  const out: Mention[] = [];
  for (const span of index.spans(text, anyCase)) {
    const first = text[span.from];
    const after = text[span.to];
    if (first === undefined) continue;
    const single = span.to - span.from === 1;
    const starts = span.from === 0 || endsSentence(text[span.from - 1], first.gap) || /:/.test(first.gap);
    const inDateline = span.to <= dateline;
    const before = lookBack(text, span.from);
    const apart = after === undefined || /[,.:;)(\n-]/.test(after.gap);
    const common = single && COMMON.has(span.name) && first.raw.length > 2;
    if (before.person && single) continue;
    if (common && !inDateline && !before.preposition && (starts || titled || anyCase) && !(starts && apart && after))
      continue;
    let weight = span.places.some(({ kind }) => kind !== 'state') ? 1 : 0.4;
    if (span.places.length > 0 && span.places.every(({ name, state }) => name === state))
      weight = Math.min(weight, 0.7);
    if (common) weight *= 0.75;
    const generic = GENERIC.has(span.name) || (first.key === 'taman' && !single);
    if (generic) weight *= 0.6;
    weight += 0.08 * (span.to - span.from - 1);
    if (before.preposition) weight += before.comma ? 0.45 : 0.6;
    if (inDateline) {
      weight = BUREAUX.has(span.name) ? 0.35 : 0.6;
      if (here) weight += BUREAUX.has(span.name) ? 0.5 : 0.4;
    } else {
      const next = after !== undefined && !/[,.:;)(\n]/.test(after.gap) ? after : undefined;
      if (before.street && /^\s?[-–]\s?$/.test(first.gap)) weight *= 0.8;
      if (before.street || (next !== undefined && STREET_AFTER.has(next.key))) weight *= 0.55;
      if (before.office) weight *= 0.4;
      if (single && text[span.from - 1]?.key === 'sungai') weight *= 0.6;
      if (next !== undefined && OFFICE_AFTER.has(next.key)) weight *= 0.5;
      if (next !== undefined && HOME_AFTER.has(next.key)) weight *= 0.35;
      const longer =
        next?.proper === true && next.gap === ' ' && !titled && !/^\d/.test(next.raw) && !OFFICE_AFTER.has(next.key);
      if (longer && single) weight *= common ? 0.35 : 0.75;
      const previous = text[span.from - 1];
      const tail = previous?.proper === true && first.gap === ' ' && !titled && !AT.has(previous.key);
      if (tail && single && common) weight *= 0.4;
    }
    if (!inDateline && isSpoken(text, span.from)) weight *= 0.35;
    const elsewhere = before.elsewhere && !inDateline;
    out.push({
      span,
      weight: elsewhere ? weight * 0.2 : weight,
      dateline: inDateline,
      elsewhere,
      within:
        before.within &&
        !before.street &&
        !before.office &&
        !(span.places.length === 0 && before.working) &&
        !inDateline,
      here: inDateline && here,
      joined: first.gap === ' ',
      comma: /^\s?,\s$/.test(first.gap),
      generic,
    });
  }
  return out;
}
