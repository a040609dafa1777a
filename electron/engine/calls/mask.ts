import { replaceNames } from './names-in-text.ts';

const DOTS = '•••••';
const LINK_WORDS = new Map([
  ['bin', 'b.'],
  ['b.', 'b.'],
  ['binti', 'bt.'],
  ['bt.', 'bt.'],
  ['bt', 'bt.'],
  ['bte', 'bt.'],
  ['bte.', 'bt.'],
  ['binte', 'bt.'],
  ['a/l', 'a/l'],
  ['a/p', 'a/p'],
  ['anak', 'ak.'],
  ['ak', 'ak.'],
  ['ak.', 'ak.'],
  ['s/o', 's/o'],
  ['d/o', 'd/o'],
  // No name, but the mark of an invented person.
  ['(demo)', '(demo)'],
]);

/** A name that still tells two people of one case apart: "Mohd Ali bin Abu" → "M••••• A••••• b. A•••••". */
export function maskName(name: string): string {
  return name
    .trim()
    .split(/\s+/)
    .map((word) => LINK_WORDS.get(word.toLowerCase()) ?? `${[...word][0]?.toUpperCase() ?? ''}${DOTS}`)
    .join(' ');
}

/** An identity number by its last two signs; twelve digits in the shape of a MyKad: "••••••-••-••41". */
export function maskIdNumber(value: string): string {
  const plain = value.replace(/[^0-9A-Za-z]/g, '');
  const tail = plain.slice(-2);
  return /^\d{12}$/.test(plain) ? `••••••-••-••${tail}` : `${DOTS}${tail}`;
}

/** A telephone number by its last two digits. */
export function maskPhone(value: string): string {
  return `•••-•••••${value.replace(/\D/g, '').slice(-2)}`;
}

const MYKAD = /\b\d{6}[- ]?\d{2}[- ]?\d{4}\b/g;
/** One or two capitals and the number; an amount of money is none. */
const PASSPORT = /\b(?!RM)[A-Z]{1,2}[- ]?\d{6,9}\b/g;
const PHONE = /(?<![\d-])(?:\+?60[- ]?(?:\(0\))?|0)\d{1,2}[- ]?\d{3,4}[- ]?\d{3,4}(?!\d)/g;
const PHONE_ABROAD = /\+\d{1,3}(?:[- ]?\d{2,5}){2,4}(?!\d)/g;

/**
 * Free text with what names a person made unreadable: numbers by their shape, the names known of this case,
 * and what is written like a name, for a report comes before anybody is described.
 */
export function maskText(text: string, names: readonly (string | null)[]): string {
  let masked = text
    .replace(MYKAD, maskIdNumber)
    .replace(PASSPORT, maskIdNumber)
    .replace(PHONE, maskPhone)
    .replace(PHONE_ABROAD, maskPhone);
  for (const name of names) {
    if (name === null || name.trim().length < 3) continue;
    masked = masked.replace(new RegExp(name.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'giu'), (found) =>
      maskName(found),
    );
  }
  return replaceNames(masked, maskName);
}
