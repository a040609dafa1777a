import { createContext, useContext } from 'react';
import type { Act, Committed } from '#shared/contract/acts.ts';
import type { EngineBridge, Reply } from '#shared/contract/carrier.ts';
import type { Candidate, LinkStatus, ResultsView, SessionView } from '#shared/contract/view/desk.ts';
import type { QueueRow } from '#shared/contract/view/queue-row.ts';
import type { Via } from '#shared/contract/wire/event.ts';
import type { Shell } from '#renderer/bridge/shell.ts';
import type { DeskClock } from './desk-clock.ts';

/** Cases in the coordinator's hand: by mouse, touch or keys alike. */
export interface Carried {
  /** Every case that may go; `ticked` are those that will. */
  cases: readonly string[];
  ticked: readonly string[];
  incident: string;
  via: 'drag' | 'keys' | 'menu' | 'command';
  candidates: readonly Candidate[];
  /** Branch under the pointer or chosen by key. */
  target: string | null;
}

/** One snapshot of what the desk shows; a new object whenever something in it changed. */
export interface DeskPicture {
  session: SessionView;
  /** Open and closed cases by id, as the engine streams them; `null` until the first picture. */
  rows: ReadonlyMap<string, QueueRow> | null;
  link: LinkStatus | null;
  results: ResultsView | null;
  selectedCase: string | null;
  /** Branch whose catchment is under the pointer or in focus. */
  hoveredBranch: string | null;
  carried: Carried | null;
  /** A span of the day ruler, a tab, words: queue and map show the same cases. */
  filter: { tab: 'open' | 'unassigned' | 'conflict' | 'closed'; words: string; span: { from: number; to: number } | null };
  /** Which pane of the desk is asked for by key or button. */
  overlay: 'none' | 'quick-entry' | 'assign' | 'outbox' | 'help' | 'about';
}

/** What the desk can be asked to do; every way of doing a thing (drag, keys, menu) ends here. */
export interface DeskVerbs {
  select(caseId: string | null): void;
  hoverBranch(code: string | null): void;
  setFilter(change: Partial<DeskPicture['filter']>): void;
  show(overlay: DeskPicture['overlay']): void;
  /** Takes cases in hand and asks the engine for candidates. */
  carry(cases: readonly string[], via: Carried['via']): void;
  aim(branch: string | null): void;
  tick(caseId: string, on: boolean): void;
  /** Assigns the ticked cases; when several cases or another lead are involved it first shows which (overlay `assign`). */
  drop(branch: string): void;
  letGo(): void;
  commit(act: Act, via: Via, happenedAt?: string): Promise<Reply<Committed>>;
  setLang(lang: 'ms' | 'en'): void;
  setTheme(theme: SessionView['theme']): void;
}

/** Everything a feature needs; no feature imports another. */
export interface Desk {
  readonly engine: EngineBridge;
  readonly shell: Shell;
  readonly clock: DeskClock;
  readonly verbs: DeskVerbs;
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
