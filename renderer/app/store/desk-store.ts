import type { Shell } from '#renderer/bridge/shell.ts';
import type { EngineBridge } from '#shared/contract/carrier.ts';
import type { SessionView } from '#shared/contract/view/desk.ts';
import type { GuessView } from '#shared/contract/view/forecast.ts';
import type { QueueRow } from '#shared/contract/view/queue-row.ts';
import { uuid7 } from '#shared/kit/uuid7.ts';
import { makeBoard } from '../board/board.ts';
import { wordsIn } from '../board/filter-cases.ts';
import { searchableWords } from '../board/searchable-words.ts';
import { type Tally, tallyCases } from '../board/tally-cases.ts';
import type { DeskClock } from '../desk-clock.ts';
import type { Desk, DeskPicture } from '../desk-context.ts';
import { FIRST_LOAD } from '../load-part.ts';
import { askSearch, type Found } from './ask-search.ts';
import type { EarlyRows } from './early-rows.ts';
import { makeVerbs } from './make-verbs.ts';
import { marksLeft } from './marks.ts';
import { shareCaseWatch } from './share-case-watch.ts';
import { watchRows } from './watch-rows.ts';

export interface DeskParts {
  engine: EngineBridge;
  shell: Shell;
  clock: DeskClock;
  session: SessionView;
  /** The rows' stream, when it was opened before the session was known. */
  earlyRows?: EarlyRows;
  /** At least 10 fresh random bytes a call. */
  random(): Uint8Array;
}

export interface RunningDesk extends Desk {
  stop(): void;
}

const DRAW_WAIT_MS = 16;
/** After so long without a change one is drawn at once: somebody waits for what became of a drop. */
const RESTED_MS = 200;
const RESULTS_EVERY_MS = 60_000;
const RESULTS_AFTER_CHANGE_MS = 2_000;
/** setTimeout counts in 31 bits. */
const LONGEST_WAIT_MS = 3_600_000;

/** The desk's one state: what the engine streams, what the person chose, and the board made of both. */
export function createDesk({ engine, shell, clock, session, earlyRows, random }: DeskParts): RunningDesk {
  const listeners = new Set<() => void>();
  const drafts = new Map<string, string>();
  const words = { ms: searchableWords('ms'), en: searchableWords('en') };
  let latest: ReadonlyMap<string, QueueRow> | null = null;
  let picture: DeskPicture = emptyPicture(session);
  let drawTimer: ReturnType<typeof setTimeout> | null = null;
  let flipTimer: ReturnType<typeof setTimeout> | null = null;
  let resultsTimer: ReturnType<typeof setTimeout> | null = null;

  const tell = (next: DeskPicture) => {
    picture = next;
    for (const listener of listeners) listener();
  };

  /** Changes the picture; a change of rows, filter, order or language makes the board anew. */
  const change = (part: Partial<DeskPicture>) => {
    const next = { ...picture, ...part };
    const stale = 'rows' in part || 'filter' in part || 'sort' in part || part.session !== undefined;
    tell(stale || (part.found && letsMoreIn(next, part.found)) ? { ...next, board: boardOf(next) } : next);
    // Only now: words taken away are forgotten at once, and must not come back with this picture.
    if (part.filter) search.ask(part.filter.words);
  };

  let guesses: ReadonlyMap<string, GuessView> = new Map();
  let counted: { rows: ReadonlyMap<string, QueueRow>; tally: Tally } | null = null;

  const search = askSearch(engine, (found) => change({ found }));

  /** Whether anything was found that the rows do not say themselves: a board that stays the same is not made anew. */
  const letsMoreIn = ({ rows, filter, session: { lang } }: DeskPicture, found: Found) => {
    const wanted = wordsIn(filter.words);
    return [...found.hits.keys()].some((id) => {
      const row = rows?.get(id);
      return row !== undefined && !wanted.every((word) => words[lang](row).includes(word));
    });
  };

  /** Counted anew only for other rows, other guesses or another time: a word typed or an order chosen counts nothing. */
  const tallyOf = (rows: ReadonlyMap<string, QueueRow>) => {
    const now = clock.now();
    if (
      counted?.rows === rows &&
      counted.tally.guesses === guesses &&
      now >= counted.tally.at &&
      now < counted.tally.until
    )
      return counted.tally;
    const tally = tallyCases(rows.values(), guesses, now, counted?.tally ?? null);
    counted = { rows, tally };
    return tally;
  };

  const boardOf = ({ rows, filter, found, sort, session: { lang } }: DeskPicture) => {
    if (rows === null) return null;
    const board = makeBoard(
      tallyOf(rows),
      { filter, sort, lang, wordsOf: words[lang], found: sameWords(filter.words, found) },
      clock.now(),
    );
    if (flipTimer !== null) clearTimeout(flipTimer);
    flipTimer = null;
    if (board.until < Number.POSITIVE_INFINITY) {
      const wait = Math.min(Math.max(board.until - clock.now(), DRAW_WAIT_MS), LONGEST_WAIT_MS);
      flipTimer = setTimeout(() => tell({ ...picture, board: boardOf(picture) }), wait);
    }
    return board;
  };

  let drawnAt = 0;
  const drawRows = () => {
    drawTimer = null;
    drawnAt = clock.now();
    if (latest === null) return;
    const selected = picture.selectedCase;
    const gone = selected !== null && !latest.has(selected);
    const marked = marksLeft(picture.marked, latest);
    change({ rows: new Map(latest), marked, rowsFailure: null, ...(gone ? { selectedCase: null } : {}) });
  };

  let resultsSoon = false;
  const askResults = async () => {
    resultsSoon = false;
    if (resultsTimer !== null) clearTimeout(resultsTimer);
    resultsTimer = setTimeout(askResults, RESULTS_EVERY_MS);
    const reply = await engine.call('results.get', {});
    if (reply.ok) change({ results: reply.value });
  };

  const rowsWatch = watchRows(
    engine,
    (rows, kind) => {
      latest = rows;
      if (kind === 'picture') drawRows();
      // Many changes in a burst are drawn once.
      else drawTimer ??= setTimeout(drawRows, clock.now() - drawnAt >= RESTED_MS ? 0 : DRAW_WAIT_MS);
      // Not put off again by the next change: a steady stream must not keep the results from ever coming.
      if (resultsSoon) return;
      resultsSoon = true;
      if (resultsTimer !== null) clearTimeout(resultsTimer);
      resultsTimer = setTimeout(askResults, RESULTS_AFTER_CHANGE_MS);
    },
    (rowsFailure) => change({ rowsFailure }),
    earlyRows,
  );
  const stopLink = engine.watch('link.watch', {}, (link) => {
    const moved = picture.link?.clockOffsetMs !== link.clockOffsetMs;
    const filled = picture.link?.syncedAt === null && link.syncedAt !== null;
    clock.setOffset(link.clockOffsetMs);
    // What was counted of an empty store says nothing: figures wait until the first facts are counted.
    change(filled ? { link, results: null } : { link });
    if (filled) void askResults();
    if (moved) tell({ ...picture, board: boardOf(picture) });
  });
  // Refused while screens are locked: asked for again once they are not.
  const watchOpen = () => [
    engine.watch('guesses.watch', {}, (list) => {
      guesses = new Map(list.map((guess) => [guess.case, guess]));
      tell({ ...picture, board: boardOf(picture) });
    }),
    engine.watch('presence.others', {}, (list) =>
      change({ readers: new Map(list.map(({ case: id, names }) => [id, names])) }),
    ),
  ];
  const stopOpen = () => {
    for (const stop of openStreams) stop();
  };
  let openStreams = watchOpen();
  const stopSession = engine.watch('session.watch', {}, (session) => {
    if (picture.session.locked && !session.locked) {
      stopOpen();
      openStreams = watchOpen();
    }
    // What one person planned is not put before the next who sits here.
    const another = session.user?.id !== picture.session.user?.id;
    if (another) drafts.clear();
    change(another ? { session, load: FIRST_LOAD } : { session });
  });
  void askResults();

  const newId = () => uuid7(Math.floor(clock.now()), random());
  const verbs = makeVerbs({
    engine,
    clock,
    change,
    picture: () => picture,
    newId,
    reopenRows: () => rowsWatch.reopen(),
  });

  return {
    engine,
    shell,
    clock,
    verbs,
    watchCase: shareCaseWatch(engine),
    drafts,
    newId,
    picture: () => picture,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop() {
      rowsWatch.stop();
      stopLink();
      stopSession();
      search.stop();
      stopOpen();
      for (const timer of [drawTimer, flipTimer, resultsTimer]) if (timer !== null) clearTimeout(timer);
    },
  };
}

/** What was found, while it is for these words. */
function sameWords(words: string, found: DeskPicture['found']): ReadonlyMap<string, unknown> | null {
  return found !== null && found.words === words.trim() ? found.hits : null;
}

function emptyPicture(session: SessionView): DeskPicture {
  return {
    session,
    rows: null,
    link: null,
    results: null,
    selectedCase: null,
    marked: new Set(),
    hoveredBranch: null,
    readers: new Map(),
    goal: null,
    carried: null,
    filter: { tab: 'open', words: '', span: null },
    found: null,
    board: null,
    sort: [],
    rowsFailure: null,
    menu: null,
    lastAct: null,
    asked: null,
    view: 'desk',
    load: FIRST_LOAD,
    overlay: 'none',
  };
}
