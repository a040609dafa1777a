/** The product's own kind of thing dragged from one of its windows to another: ids of cases, nothing else. */
export const CARGO = 'application/vnd.prihatin.cases';

/** What a native drag of cases carries to other windows; other programs find nothing they can read. */
export function cargoOf(cases: readonly string[]): Record<string, string> {
  return { [CARGO]: cases.join(' ') };
}
