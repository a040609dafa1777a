import { FIRST_ARRANGEMENT, type SavedView } from '#shared/contract/view/arrangement.ts';
import type { DeskPicture, DeskVerbs } from '../desk-context.ts';

/** Views one person keeps. */
const MOST_VIEWS = 30;

/** How the queue is looked at now, under a name. */
export function viewOf(
  name: string,
  { filter, sort, session }: Pick<DeskPicture, 'filter' | 'sort' | 'session'>,
): SavedView {
  return {
    name,
    tab: filter.tab,
    words: filter.words.slice(0, 200),
    columnWords: { ...filter.columns },
    picks: { ...filter.picks },
    sort: sort.slice(0, 4),
    columns: [...(session.arrangement ?? FIRST_ARRANGEMENT).columns],
  };
}

/** The views with this one among them, in place of one of the same name; the oldest goes where there are too many. */
export function withView(views: readonly SavedView[], view: SavedView): SavedView[] {
  const same = views.findIndex(({ name }) => name.toLowerCase() === view.name.toLowerCase());
  if (same >= 0) return views.with(same, view);
  return [...views, view].slice(-MOST_VIEWS);
}

/** Looks at the queue in this way; the span of the day ruler is let go. */
export function takeView(view: SavedView, verbs: Pick<DeskVerbs, 'setFilter' | 'setSort' | 'arrange'>): void {
  verbs.setFilter({
    tab: view.tab,
    words: view.words,
    span: null,
    columns: view.columnWords,
    picks: view.picks ?? {},
  });
  verbs.setSort(view.sort);
  verbs.arrange({ columns: view.columns });
}
