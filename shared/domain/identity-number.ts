/** What is wrong with an identity number, as words of the form can say it. */
export type IdentityFault = 'date' | 'future' | 'place' | 'shape';

/** Codes of no place of birth: never given out. */
const NO_PLACE = new Set(['00', '17', '18', '19', '20', '69', '70', '73', '80', '81', '94', '95', '96', '97']);

/**
 * Checks a MyKad number (YYMMDD-PB-###G, with or without dashes or spaces) or a passport's (letters and digits, 5 to 15).
 * Null when it may be one. The century of a birth year is not said: a date holds when either century has it.
 * @param now ms since 1970
 */
export function identityFault(text: string, now: number): IdentityFault | null {
  const bare = text.replace(/[\s-]/g, '');
  if (!/^\d+$/.test(bare)) return /^(?=.*\d)[A-Za-z0-9]{5,15}$/.test(text.trim()) ? null : 'shape';
  if (bare.length !== 12) return 'shape';
  const [year, month, day] = [bare.slice(0, 2), bare.slice(2, 4), bare.slice(4, 6)].map(Number);
  const births = [1900, 2000]
    .map((century) => new Date(Date.UTC(century + (year ?? 0), (month ?? 0) - 1, day ?? 0)))
    .filter((one) => one.getUTCMonth() === (month ?? 0) - 1 && one.getUTCDate() === day);
  if (births.length === 0) return 'date';
  if (births.every((one) => one.getTime() > now)) return 'future';
  return NO_PLACE.has(bare.slice(6, 8)) ? 'place' : null;
}

/** Whether a phone number may be one: 9 to 15 digits after 0 or +, with spaces, dashes and brackets between. */
export function isPhone(text: string): boolean {
  return /^(\+\d|0)\d{8,13}$/.test(text.replace(/[\s()-]/g, ''));
}
