import { CASE_COLUMNS } from '../sync-pull/case-columns.ts';

export type Cell = string | number;

const words = 'tapak pembinaan Nilai Negeri Sembilan ';

/** A case as the limit and the peers carry it: 26 columns, about 1 KB, finished. */
export function readyCase(index: number, name = 'case'): Cell[] {
  return CASE_COLUMNS.map((_, column) =>
    column === 0 ? `${name}-${index}` : column % 3 === 0 ? index * column : words,
  );
}

/** So many of them, from `from`. */
export function readyCases(from: number, count: number, name?: string): Cell[][] {
  return Array.from({ length: count }, (_, index) => readyCase(from + index, name));
}
