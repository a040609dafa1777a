const SHORT: Readonly<Record<string, string>> = { 'Negeri Sembilan': 'N. Sembilan', 'Pulau Pinang': 'P. Pinang' };

/**
 * A state as a row says it after the place: a short word, never three letters, which are what offices are called by.
 * @returns null where the place says it already (`Kuala Lumpur`)
 */
export function stateWord(state: string, place: string | null): string | null {
  return place?.includes(state) ? null : (SHORT[state] ?? state);
}
