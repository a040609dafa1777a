import { describe, expect, it } from 'vitest';
import type { WhatIfView } from '#shared/contract/view/forecast.ts';
import { foldChanges } from './fold-changes.ts';

const change = (key: string, deed: string, after: number | null) => ({
  clock: `${key} 1`,
  key,
  payee: null,
  before: 5,
  after,
  words: { key: `clock.what-if.${deed}` },
});
const view = (id: string, ...changes: WhatIfView['changes']): WhatIfView => ({ case: id, number: id, changes });

describe('foldChanges', () => {
  it('counts cases for each clock and what it does, the first due in front, and tells no clock that stays', () => {
    const views = [
      view('a', change('kpi.visit', 'moves', 90), change('kpi.assignment', 'ends', null)),
      view('b', change('kpi.acknowledgement', 'begins', 30), change('kpi.contact', 'stays', 10)),
      view('c', change('kpi.acknowledgement', 'begins', 20), change('kpi.visit', 'moves', 80)),
    ];
    expect(foldChanges(views)).toEqual({
      lines: [
        { key: 'kpi.acknowledgement', deed: 'begins', cases: 2, due: 20 },
        { key: 'kpi.visit', deed: 'moves', cases: 2, due: 80 },
        { key: 'kpi.assignment', deed: 'ends', cases: 1, due: null },
      ],
      stays: 1,
    });
  });

  it('counts a case once, however many of its clocks do the same', () => {
    const payments = [change('kpi.payment', 'moves', 4), change('kpi.payment', 'moves', 3)];
    expect(foldChanges([view('a', ...payments)]).lines).toEqual([
      { key: 'kpi.payment', deed: 'moves', cases: 1, due: 3 },
    ]);
  });
});
