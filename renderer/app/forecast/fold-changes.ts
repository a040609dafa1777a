import type { WhatIfView } from '#shared/contract/view/forecast.ts';

/** What a clock does, as its words in the catalogue end: `clock.what-if.<deed>`. */
export type Deed = 'begins' | 'moves' | 'ends' | 'waits';

/** One clock doing the same in several cases. `due`: the first due time then, ms since 1970, null where none is left. */
export interface FoldedChange {
  key: string;
  deed: Deed;
  cases: number;
  due: number | null;
}

const DEEDS: Readonly<Record<string, Deed>> = {
  'clock.what-if.begins': 'begins',
  'clock.what-if.moves': 'moves',
  'clock.what-if.ends': 'ends',
  'clock.what-if.waits': 'waits',
};

/** Many cases told as one line for each clock and what it does, the first due in front; `stays`: clocks left alone. */
export function foldChanges(views: readonly WhatIfView[]): { lines: FoldedChange[]; stays: number } {
  const lines = new Map<string, FoldedChange & { of: Set<string> }>();
  let stays = 0;
  for (const view of views) {
    for (const { key, after, words } of view.changes) {
      const deed = DEEDS[words.key];
      if (deed === undefined) {
        stays++;
        continue;
      }
      const line = lines.get(`${key} ${deed}`) ?? { key, deed, cases: 0, due: null, of: new Set<string>() };
      lines.set(`${key} ${deed}`, line);
      line.of.add(view.case);
      line.cases = line.of.size;
      if (after !== null && (line.due === null || after < line.due)) line.due = after;
    }
  }
  const sorted = [...lines.values()].sort(
    (a, b) => (a.due ?? Number.MAX_SAFE_INTEGER) - (b.due ?? Number.MAX_SAFE_INTEGER) || b.cases - a.cases,
  );
  return { lines: sorted.map(({ key, deed, cases, due }) => ({ key, deed, cases, due })), stays };
}
