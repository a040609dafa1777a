import { createContext, useContext } from 'react';
import type { Shell } from '#renderer/bridge/shell.ts';
import type { Act, ActKind, Committed } from '#shared/contract/acts.ts';
import type { EngineBridge, Reply } from '#shared/contract/carrier.ts';
import type { Failure } from '#shared/contract/ipc.ts';
import type { Arrangement, ColumnWords, FacetPicks, QueueSort } from '#shared/contract/view/arrangement.ts';
import type { Candidate, LinkStatus, ResultsView, SessionView } from '#shared/contract/view/desk.ts';
import type { QueueRow } from '#shared/contract/view/queue-row.ts';
import type { Via } from '#shared/contract/wire/event.ts';
import type { Board } from './board/board.ts';
import type { DeskClock } from './desk-clock.ts';
import type { LoadPart } from './load-part.ts';
import type { Found } from './store/ask-search.ts';
import type { Goal, GoTo } from './store/find-goal.ts';
import type { WatchCase } from './store/share-case-watch.ts';

/** Cases in the coordinator's hand: by mouse, touch or keys alike. */
export interface Carried {
  /** Every case that may go; `ticked` are those that will. */
  cases: readonly string[];
  ticked: readonly string[];
  incident: string;
  /** Who led each case when it was taken; null nobody. */
  led: ReadonlyMap<string, string | null>;
  via: 'drag' | 'keys' | 'menu' | 'command';
  candidates: readonly Candidate[];
  /** What the engine says of branches that were aimed at without being among them. */
  asked: readonly Candidate[];
  /** Branch under the pointer or chosen by key. */
  target: string | null;
  /** The refused assignment this one is made in place of, and the reason it gave. */
  again?: { of: string; reason: string };
}

/** A refused act to be corrected and sent again: which one, what it said, and when it was true (ISO 8601). */
export interface Again {
  of: string;
  act: Act;
  happenedAt: string;
}

/** The last gesture of this window and how it ended; the undo bar is made of it. `at` is the desk clock's time. */
export type LastAct =
  | { state: 'committed'; act: Act; committed: Committed; at: number }
  | { state: 'undone'; act: Act; at: number }
  | { state: 'refused'; act: Act | Pick<Act, 'kind'>; failure: Failure; at: number };

/** One snapshot of what the desk shows; a new object whenever something in it changed. */
export interface DeskPicture {
  session: SessionView;
  /** Open and closed cases by id, as the engine streams them; `null` until the first picture. */
  rows: ReadonlyMap<string, QueueRow> | null;
  link: LinkStatus | null;
  results: ResultsView | null;
  selectedCase: string | null;
  /** Cases picked to be moved together, by lasso, key or click; apart from the one that is open. */
  marked: ReadonlySet<string>;
  /** Branch whose catchment is under the pointer or in focus. */
  hoveredBranch: string | null;
  /** Who else has a case open, by case; nobody without central. */
  readers: ReadonlyMap<string, readonly string[]>;
  /** Where the map was asked to go; null once that has been shown for a while. */
  goal: Goal | null;
  carried: Carried | null;
  /** A span of the day ruler, a tab, words: queue and map show the same cases. */
  filter: {
    tab: 'open' | 'unassigned' | 'conflict' | 'closed';
    words: string;
    span: { from: number; to: number } | null;
    /** What single columns must say. */
    columns?: ColumnWords;
    /** Values picked in the heads of columns; a facet with none lets all through. */
    picks?: FacetPicks;
  };
  /** What the engine found for the words of the filter; null without words and until it answers. */
  found: Found | null;
  /** Set by `commit`; opening personal data is not a gesture to undo and does not appear here. */
  lastAct: LastAct | null;
  /** The act whose form the drawer opens, asked for elsewhere (menu, key); the drawer takes it back with `ask(null)`. `of`: the act to reverse. */
  asked: { case: string; act: ActKind; again?: Again; of?: string } | null;
  /** All that queue, map, head and ruler count and show, judged at one moment; `null` until the first rows. */
  board: Board | null;
  /** How the queue is ordered within its groups, the first before the others; by time left when empty. */
  sort: readonly QueueSort[];
  /** Why the rows cannot be read just now. */
  rowsFailure: Failure | null;
  /** The menu of acts of a case, open at a point of the window (px). */
  menu: { case: string; at: { x: number; y: number } } | null;
  /** What fills the window between head and foot; whatever lies over it leaves it standing. Only who may see the load is shown it. */
  view: 'desk' | 'load';
  /** Where the supervisor's view stands, also while the desk is looked at. */
  load: LoadPart;
  /** What is asked for by key or button to lie over the view. */
  overlay:
    | 'none'
    | 'alarms'
    | 'palette'
    | 'quick-entry'
    | 'assign'
    | 'outbox'
    | 'help'
    | 'about'
    | 'sign-in'
    | 'join'
    | 'held'
    | 'devices'
    | 'tiles'
    | 'rules'
    | 'rota';
}

/** What the desk can be asked to do; every way of doing a thing (drag, keys, menu) ends here. */
export interface DeskVerbs {
  /** Opens the case at the desk, whatever view was there; null closes it. */
  select(caseId: string | null): void;
  /** Picks open cases to be moved together: these beside what is picked, each the other way round, or these alone. */
  mark(cases: readonly string[], how: 'add' | 'toggle' | 'only'): void;
  /** Picks every case the queue shows between the open one and this. */
  markTo(caseId: string): void;
  /** Picks this case beside what is picked, or no more; the open case goes with the first that is picked so. */
  markBeside(caseId: string): void;
  /** Steps as `step` does, picking what it leaves and what it comes to. */
  markStep(by: 1 | -1): void;
  hoverBranch(code: string | null): void;
  /** Shows the desk and asks its map to go there; null takes the mark away. A case is opened as well. @returns false where nobody knows the place */
  goTo(where: GoTo | null): boolean;
  /** Narrows what queue and map show, and shows them. */
  setFilter(change: Partial<DeskPicture['filter']>): void;
  setSort(sort: readonly QueueSort[]): void;
  /** Changes how who sits here likes the desk; the engine keeps it. */
  arrange(change: Partial<Arrangement>): void;
  turnTo(view: DeskPicture['view']): void;
  /** Changes where the supervisor's view stands, without turning to it. */
  supervise(change: Partial<LoadPart>): void;
  show(overlay: DeskPicture['overlay']): void;
  /** Selects the case and opens its menu of acts there; null closes it. */
  openMenu(menu: DeskPicture['menu']): void;
  /** Selects the next (1) or previous (−1) case as the queue shows them; after an assignment from where the case stood. */
  step(by: 1 | -1): void;
  /** Selects the next case that nobody leads, from the top again at the end. */
  stepUnassigned(): void;
  /** Selects the case and asks the drawer for the form of an act; null once the drawer has opened it. */
  ask(asked: DeskPicture['asked']): void;
  /** Takes cases in hand and asks the engine for candidates. */
  carry(cases: readonly string[], via: Carried['via'], again?: Carried['again']): void;
  aim(branch: string | null): void;
  tick(caseId: string, on: boolean): void;
  /** Assigns the ticked cases; when several cases or another lead are involved it first shows which (overlay `assign`). */
  drop(branch: string): void;
  letGo(): void;
  /** `replaces` names the refused act it is sent in place of. Also tells `lastAct`; an `undo` act turns the last gesture it names into `undone`. */
  commit(act: Act, via: Via, happenedAt?: string, replaces?: string): Promise<Reply<Committed>>;
  /** Opens the rows anew after a failure. */
  reopenRows(): void;
  setLang(lang: 'ms' | 'en'): void;
  setTheme(theme: SessionView['theme']): void;
  /** Puts the first steps away for good on this console. */
  endTour(): void;
}

/** Everything a feature needs; no feature imports another. */
export interface Desk {
  readonly engine: EngineBridge;
  readonly shell: Shell;
  readonly clock: DeskClock;
  readonly verbs: DeskVerbs;
  /** Everything of one case as it changes; all who look at it in this window share one stream. */
  watchCase: WatchCase;
  /** Half-written notes of who sits here, by case; gone with them. */
  readonly drafts: Map<string, string>;
  /** A fresh id, in order of time (UUIDv7). */
  newId(): string;
  picture(): DeskPicture;
  subscribe(listener: () => void): () => void;
}

export const DeskContext = createContext<Desk | null>(null);

/** The desk around this component. @throws Error outside a `DeskContext`. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('no desk around this component');
  return desk;
}
