import { takeView } from '#renderer/app/board/saved-views.ts';
import type { Desk } from '#renderer/app/desk-context.ts';
import { mayShowLoad } from '#renderer/app/shows-load.ts';
import type { Say } from '#renderer/ui/use-say.ts';
import type { SavedView } from '#shared/contract/view/arrangement.ts';
import type { Role } from '#shared/domain/person-role.ts';
import { sayKey, type TextKey } from '#shared/text/say.ts';
import type { Choice } from './choice.ts';
import { fitsWords } from './fit-words.ts';

const SCREENS = [
  { overlay: 'quick-entry', key: 'desk.new-report' },
  { overlay: 'alarms', key: 'alarm.title' },
  { overlay: 'outbox', key: 'outbox.title' },
  { overlay: 'rules', key: 'rules.title' },
  { overlay: 'tiles', key: 'tiles.title' },
  { overlay: 'help', key: 'help.title' },
  { overlay: 'about', key: 'about.title' },
] as const satisfies readonly { overlay: string; key: TextKey }[];
const TABS = ['open', 'unassigned', 'conflict', 'closed'] as const;
const THEMES = ['dark', 'light', 'hc'] as const;

const inBoth = (key: TextKey) => `${sayKey('ms', key)} ${sayKey('en', key)}`;

/** Screens this role may open, the other language and the themes, by their names in either language. */
export function screenChoices(words: string, role: Role | null, verbs: Desk['verbs'], say: Say): Choice[] {
  const screens = SCREENS.filter(({ key }) => fitsWords(words, inBoth(key))).map(
    ({ overlay, key }): Choice => ({
      ...plain(overlay, say(key), say('palette.screen')),
      deed: { kind: 'ask', stays: true, ask: () => verbs.show(overlay) },
    }),
  );
  const load: Choice = {
    ...plain('load', say('desk.view.load'), say('palette.screen')),
    deed: { kind: 'ask', ask: () => verbs.turnTo('load') },
  };
  const themes = THEMES.filter((theme) => fitsWords(words, inBoth(`desk.theme.${theme}`))).map(
    (theme): Choice => ({
      ...plain(theme, say(`desk.theme.${theme}`), ''),
      deed: { kind: 'ask', ask: () => verbs.setTheme(theme) },
    }),
  );
  const other = say.lang === 'ms' ? 'en' : 'ms';
  const lang: Choice = {
    ...plain(other, say('palette.other-lang'), say('desk.lang')),
    deed: { kind: 'ask', ask: () => verbs.setLang(other) },
  };
  return [
    ...screens,
    ...(mayShowLoad(role) && fitsWords(words, inBoth('desk.view.load')) ? [load] : []),
    ...themes,
    ...(fitsWords(words, `${inBoth('palette.other-lang')} ${inBoth('desk.lang')}`) ? [lang] : []),
  ];
}

/** Saved views whose name fits. */
export function viewChoices(words: string, views: readonly SavedView[], verbs: Desk['verbs'], say: Say): Choice[] {
  return views
    .filter(({ name }) => fitsWords(words, name))
    .map((view) => ({
      ...plain(`view ${view.name}`, view.name, say('arrange.view')),
      deed: { kind: 'ask', ask: () => takeView(view, verbs) },
    }));
}

/** Parts of the queue whose name fits, and the words themselves. */
export function filterChoices(words: string, verbs: Desk['verbs'], say: Say): Choice[] {
  const tabs = TABS.filter((tab) => fitsWords(words, inBoth(`queue.tab.${tab}`))).map(
    (tab): Choice => ({
      ...plain(tab, say(`queue.tab.${tab}`), say('palette.tab')),
      deed: { kind: 'ask', ask: () => verbs.setFilter({ tab, words: '', span: null }) },
    }),
  );
  if (words.trim() === '') return tabs;
  const search: Choice = {
    ...plain('words', say('palette.words', { words }), ''),
    deed: { kind: 'ask', ask: () => verbs.setFilter({ words }) },
  };
  return [...tabs, search];
}

function plain(id: string, title: string, side: string): Omit<Choice, 'deed'> {
  return { id: `screen ${id}`, code: null, title, why: '', side, refused: null };
}
