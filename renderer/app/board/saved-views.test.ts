import { describe, expect, it } from 'vitest';
import type { SavedView } from '#shared/contract/view/arrangement.ts';
import { takeView, viewOf, withView } from './saved-views.ts';

const view = (name: string): SavedView => ({
  name,
  tab: 'unassigned',
  words: 'johor',
  columnWords: { where: 'kluang' },
  picks: { severity: ['death'] },
  sort: [{ column: 'where', descending: true }],
  columns: ['clock', 'where'],
});

describe('saved views', () => {
  it('bring back what they were made of', () => {
    const said: unknown[] = [];
    takeView(view('Johor'), {
      setFilter: (part) => said.push(part),
      setSort: (sort) => said.push(sort),
      arrange: (part) => said.push(part),
    });
    expect(said).toEqual([
      { tab: 'unassigned', words: 'johor', span: null, columns: { where: 'kluang' }, picks: { severity: ['death'] } },
      [{ column: 'where', descending: true }],
      { columns: ['clock', 'where'] },
    ]);
    const picture = {
      filter: {
        tab: 'unassigned',
        words: 'johor',
        span: { from: 1, to: 2 },
        columns: { where: 'kluang' },
        picks: { severity: ['death'] },
      },
      sort: view('').sort,
      session: { arrangement: { columns: ['clock', 'where'], queuePx: null, drawerPx: null, views: [] } },
    } as unknown as Parameters<typeof viewOf>[1];
    expect(viewOf('Johor', picture)).toEqual(view('Johor'));
  });

  it('take the place of one of the same name, and are never too many', () => {
    expect(withView([view('A'), view('B')], { ...view('a'), words: 'x' }).map(({ words }) => words)).toEqual([
      'x',
      'johor',
    ]);
    const many = Array.from({ length: 30 }, (_, n) => view(`v${n}`));
    expect(withView(many, view('new')).map(({ name }) => name)).toEqual([
      ...many.slice(1).map(({ name }) => name),
      'new',
    ]);
  });
});
