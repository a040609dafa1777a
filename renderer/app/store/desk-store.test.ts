import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Command } from '#shared/contract/acts.ts';
import type { FramePort, Handlers, ReplyFrame, RequestFrame, StreamEnd } from '#shared/contract/carrier.ts';
import { createCaller } from '#shared/contract/create-caller.ts';
import { serveCalls } from '#shared/contract/serve-calls.ts';
import type { LinkStatus, SessionView } from '#shared/contract/view/desk.ts';
import type { QueueRow, RowsMessage } from '#shared/contract/view/queue-row.ts';
import { aClock, aRow } from '../board/sample-rows.ts';
import { createDeskClock } from '../desk-clock.ts';
import { planFor } from '../load-part.ts';
import { createDesk, type RunningDesk } from './desk-store.ts';
import { movedMeanwhile } from './take-in-hand.ts';

const ids = ['a', 'b', 'c'].map((_, index) => `01900000-0000-7000-8000-00000000000${index}`);
const [A = '', B = '', C = ''] = ids;
const ACT = '01900000-0000-7000-8000-0000000000ff';
const session: SessionView = {
  profile: 'demo',
  user: null,
  device: 'd',
  prefix: 'K7',
  version: '0',
  runtime: 'test',
  lang: 'ms',
  theme: 'dark',
  embedded: true,
  centralUrl: 'http://127.0.0.1',
  storeProtected: true,
  tiles: null,
  notify: true,
  locked: false,
  offlineUntil: null,
  withdrawn: null,
};
const link: LinkStatus = {
  link: 'live',
  why: null,
  syncedAt: 1,
  since: 1,
  waiting: 0,
  rejected: 0,
  held: 0,
  toDecide: 0,
  conflicts: 0,
  clockOffsetMs: 3_600_000,
  filling: null,
};
const lone = aRow({ case: A, incident: A, clocks: [aClock({ due: 9e15, warnAt: 8e15 })] });
const pair = [1, 2].map((ordinal) => aRow({ case: ordinal === 1 ? B : C, incident: B, ordinal, of: 2 }));

/** The desk over the real carrier and checks, with an engine that keeps what it was asked. */
function open(rows: readonly QueueRow[]) {
  const streams: StreamEnd<RowsMessage>[] = [];
  const commands: Command[] = [];
  const sessions: StreamEnd<SessionView>[] = [];
  let asks = 0;
  const handlers: Partial<Handlers> = {
    'rows.watch': (_, __, stream) => {
      streams.push(stream);
      stream.emit({ kind: 'picture', revision: 1, rows: [...rows] });
    },
    'session.watch': (_, __, stream) => void sessions.push(stream),
    'link.watch': (_, __, stream) => stream.emit(link),
    'results.get': () => ({ sameDay: ++asks / 2, paidWithinWeek: null, since: 0 }),
    'candidates.get': () => [],
    'search.find': () => ({ hits: [], slips: [{ typed: 'dihmpap', meant: ['dihempap'] }], left: 0 }),
    'act.commit': (command) => {
      commands.push(command);
      return { act: ACT, cases: [], incidents: [], undoUntil: 5 };
    },
  };
  const caller = createCaller('desk');
  const [near, far] = portPair();
  serveCalls(far, handlers as Handlers, { role: 'desk', window: 'w' }, () => {});
  caller.attach(near);
  const shell = { tiles: null, ask: () => Promise.reject(new Error('no shell here')) };
  const clock = createDeskClock(() => 1_000_000);
  const desk = createDesk({ engine: caller, shell, clock, session, random: () => new Uint8Array(10) });
  running.push(desk);
  return { desk, streams, commands, sessions };
}

function portPair(): [FramePort<ReplyFrame, RequestFrame>, FramePort<unknown, ReplyFrame>] {
  let toFar: (frame: unknown) => void = () => {};
  let toNear: (frame: ReplyFrame) => void = () => {};
  const copy = <T>(frame: T): T => JSON.parse(JSON.stringify(frame)) as T;
  return [
    {
      send: (frame) => queueMicrotask(() => toFar(copy(frame))),
      listen: (on) => {
        toNear = on.frame;
      },
      close: () => {},
    },
    {
      send: (frame) => queueMicrotask(() => toNear(copy(frame))),
      listen: (on) => {
        toFar = on.frame;
      },
      close: () => {},
    },
  ];
}

const running: RunningDesk[] = [];
const settle = () => new Promise((done) => setTimeout(done, 40));
afterEach(() => {
  for (const desk of running.splice(0)) desk.stop();
});

describe('the search', () => {
  it('forgets what was found together with the words', async () => {
    const { desk } = open([lone]);
    desk.verbs.setFilter({ words: 'dihmpap' });
    await expect.poll(() => desk.picture().found?.slips).toEqual(['dihmpap']);
    desk.verbs.setFilter({ words: '' });
    expect(desk.picture().found).toBeNull();
    await settle();
    expect(desk.picture().found).toBeNull();
  });
});

describe('the desk’s rows', () => {
  it('come as a picture, then change, and the board follows', async () => {
    const { desk, streams } = open([lone]);
    await settle();
    expect(desk.picture().board?.counts).toMatchObject({ open: 1, unassigned: 1 });
    const assigned = { ...lone, lead: 'IPH', status: 'assigned' as const };
    streams[0]?.emit({ kind: 'change', from: 1, to: 2, upserts: [assigned], removes: [] });
    await settle();
    expect(desk.picture().board?.counts).toMatchObject({ open: 1, unassigned: 0 });
    expect(desk.picture().results?.sameDay).toBe(0.5);
  });

  it('bring new results while they keep changing', async () => {
    vi.useFakeTimers();
    const { desk, streams } = open([lone]);
    await vi.advanceTimersByTimeAsync(100);
    for (let n = 1; n <= 4; n++) {
      streams[0]?.emit({ kind: 'change', from: n, to: n + 1, upserts: [lone], removes: [] });
      await vi.advanceTimersByTimeAsync(1_500);
    }
    expect(desk.picture().results?.sameDay).toBeGreaterThanOrEqual(1.5);
    vi.useRealTimers();
  });

  it('are asked for anew after a gap', async () => {
    const { desk, streams } = open([lone]);
    await settle();
    streams[0]?.emit({ kind: 'change', from: 7, to: 8, upserts: [], removes: [A] });
    await settle();
    expect(streams).toHaveLength(2);
    expect(streams[0]?.signal.aborted).toBe(true);
    expect(desk.picture().rows?.has(A)).toBe(true);
  });

  it('let go of a selected case that is gone', async () => {
    const { desk, streams } = open([lone]);
    await settle();
    desk.verbs.select(A);
    streams[0]?.emit({ kind: 'change', from: 1, to: 2, upserts: [], removes: [A] });
    await settle();
    expect(desk.picture().selectedCase).toBeNull();
  });

  it('let go of a picked case that was closed elsewhere, so that the open one can be assigned', async () => {
    const { desk, streams } = open([lone, ...pair]);
    await settle();
    desk.verbs.mark([A], 'add');
    const closed = { ...lone, status: 'closed' as const };
    streams[0]?.emit({ kind: 'change', from: 1, to: 2, upserts: [closed], removes: [] });
    await settle();
    expect(desk.picture().marked.size).toBe(0);
  });

  it('are judged by central’s time', async () => {
    const { desk } = open([lone]);
    await settle();
    expect(desk.clock.now()).toBe(4_600_000);
    expect(desk.picture().board?.at).toBe(4_600_000);
  });
});

describe('the desk’s verbs', () => {
  it('assign a lone unassigned case on the drop, by one command with an id and its way', async () => {
    const { desk, commands } = open([lone, ...pair]);
    await settle();
    desk.verbs.carry([A], 'drag');
    expect(desk.picture().carried).toMatchObject({ cases: [A], ticked: [A], incident: A });
    expect(desk.picture().selectedCase).toBe(A);
    desk.verbs.drop('IPH');
    await settle();
    expect(commands).toHaveLength(1);
    expect(commands[0]).toMatchObject({ via: 'drag', act: { kind: 'assign', cases: [A], branch: 'IPH' } });
    expect(commands[0]?.commandId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
    expect(desk.picture()).toMatchObject({ carried: null, lastAct: { state: 'committed' } });
  });

  it('show first which cases go when there are several', async () => {
    const { desk, commands } = open(pair);
    await settle();
    desk.verbs.carry([C], 'keys');
    desk.verbs.tick(C, false);
    desk.verbs.drop('IPH');
    await settle();
    expect(commands).toEqual([]);
    expect(desk.picture()).toMatchObject({ overlay: 'assign', carried: { ticked: [B], target: 'IPH' } });
    desk.verbs.show('none');
    expect(desk.picture().carried).toBeNull();
  });

  it('leave the view standing under what is opened over it, and show the desk with the case that is opened', async () => {
    const { desk } = open(pair);
    await settle();
    const seen = () => [desk.picture().view, desk.picture().overlay];
    desk.verbs.turnTo('load');
    desk.verbs.show('palette');
    expect(seen()).toEqual(['load', 'palette']);
    desk.verbs.show('none');
    desk.verbs.select(null);
    expect(seen()).toEqual(['load', 'none']);
    desk.verbs.select(C);
    expect(seen()).toEqual(['desk', 'none']);
    desk.verbs.turnTo('load');
    desk.verbs.select(C);
    expect(seen()).toEqual(['desk', 'none']);
    desk.verbs.turnTo('load');
    desk.verbs.setFilter({ words: 'IPH' });
    expect(seen()).toEqual(['desk', 'none']);
    desk.verbs.turnTo('load');
    desk.verbs.show('help');
    desk.verbs.ask({ case: C, act: 'note' });
    expect(seen()).toEqual(['desk', 'none']);
  });

  it('keep a plan while the desk is looked at', async () => {
    const { desk } = open(pair);
    await settle();
    const plan = planFor({ cases: [B, C], avoid: null, spread: true });
    desk.verbs.supervise({ plan, side: 'plan', branch: 'IPH' });
    desk.verbs.select(C);
    desk.verbs.setFilter({ words: 'IPH' });
    desk.verbs.turnTo('load');
    expect(desk.picture().load).toEqual({ side: 'plan', branch: 'IPH', conflict: null, plan });
  });

  it('show no more what the map was asked for once it was left', async () => {
    const { desk } = open([lone]);
    await settle();
    expect(desk.verbs.goTo({ branch: 'IPH' })).toBe(true);
    desk.verbs.turnTo('load');
    desk.verbs.turnTo('desk');
    expect(desk.picture().goal).toBeNull();
    expect(desk.verbs.goTo({ branch: 'IPH' })).toBe(true);
    expect(desk.picture().goal?.name).toMatch(/^IPH /);
  });

  it('forget half-written notes with whoever wrote them, and no sooner', async () => {
    const { desk, sessions } = open([lone]);
    await settle();
    desk.drafts.set(A, 'o boat');
    sessions[0]?.emit({ ...session, lang: 'en' });
    await settle();
    expect(desk.drafts.get(A)).toBe('o boat');
    const user = { id: 'u2', name: 'Devi', role: 'coordinator', scope: { kind: 'hq' } } as const;
    sessions[0]?.emit({ ...session, user });
    await settle();
    expect(desk.drafts.size).toBe(0);
  });

  it('know who led what is in hand when it was taken', async () => {
    const { desk, streams } = open([lone]);
    await settle();
    desk.verbs.carry([A], 'drag');
    const moved = () => {
      const { rows, carried } = desk.picture();
      return rows && carried ? movedMeanwhile(rows, carried).map(({ lead }) => lead) : null;
    };
    expect(moved()).toEqual([]);
    const taken = { ...lone, lead: 'MSG' as const, status: 'assigned' as const };
    streams[0]?.emit({ kind: 'change', from: 1, to: 2, upserts: [taken], removes: [] });
    await settle();
    expect(moved()).toEqual(['MSG']);
    desk.verbs.aim('MSG');
    expect(moved()).toEqual([]);
    desk.verbs.drop('IPH');
    expect(desk.picture().overlay).toBe('assign');
  });

  it('turn an undone gesture over', async () => {
    const { desk } = open([lone]);
    await settle();
    await desk.verbs.commit({ kind: 'note', cases: [A], text: 'x' }, 'keys');
    await desk.verbs.commit({ kind: 'undo', act: ACT }, 'keys');
    expect(desk.picture().lastAct).toMatchObject({ state: 'undone', act: { kind: 'note' } });
  });

  it('walk the queue as it is shown', async () => {
    const { desk } = open([lone, ...pair]);
    await settle();
    const order = desk.picture().board?.shown.map(({ row }) => row.case) ?? [];
    const walked: (string | null)[] = [];
    for (const by of [1, 1, 1, 1, -1] as const) {
      desk.verbs.step(by);
      walked.push(desk.picture().selectedCase);
    }
    expect(walked).toEqual([order[0], order[1], order[2], order[2], order[1]]);
  });

  it('go on where a case stood that was assigned, and to the next that nobody leads', async () => {
    const D = '01900000-0000-7000-8000-000000000009';
    const due = (row: QueueRow, ms: number) => ({ ...row, clocks: [aClock({ due: ms, warnAt: ms })] });
    const led = aRow({ case: D, incident: D, lead: 'KUL', status: 'assigned' });
    const { desk, streams } = open([lone, ...pair, led].map((row, index) => due(row, 9e15 + index)));
    await settle();
    const order = () => desk.picture().board?.shown.map(({ row }) => row.case) ?? [];
    const [first = '', second = '', third = ''] = order();
    desk.verbs.select(first);
    await desk.verbs.commit({ kind: 'assign', cases: [first], branch: 'IPH' }, 'keys');
    const gone: QueueRow = { ...lone, case: first, lead: 'IPH', status: 'assigned', clocks: [] };
    streams[0]?.emit({ kind: 'change', from: 1, to: 2, upserts: [gone], removes: [] });
    await settle();
    expect(order().indexOf(first)).toBeGreaterThan(order().indexOf(second));
    expect(desk.picture().selectedCase).toBe(first);
    desk.verbs.step(1);
    expect(desk.picture().selectedCase).toBe(second);
    // Once another was open the place is of no matter any more.
    desk.verbs.select(first);
    desk.verbs.step(1);
    expect(desk.picture().selectedCase).toBe(first);
    desk.verbs.stepUnassigned();
    desk.verbs.stepUnassigned();
    expect(desk.picture().selectedCase).toBe(third);
    desk.verbs.stepUnassigned();
    expect(desk.picture().selectedCase).toBe(second);
  });

  it('take the open case with the first that is picked beside it, and only then', async () => {
    const { desk } = open([lone, ...pair]);
    await settle();
    desk.verbs.select(A);
    desk.verbs.markBeside(B);
    expect([...desk.picture().marked]).toEqual([A, B]);
    desk.verbs.markBeside(C);
    desk.verbs.markBeside(B);
    expect([...desk.picture().marked]).toEqual([A, C]);
    desk.verbs.mark([], 'only');
    desk.verbs.markBeside(A);
    expect([...desk.picture().marked]).toEqual([A]);
    // What the queue does not show stays out of it.
    desk.verbs.mark([], 'only');
    desk.verbs.setFilter({ tab: 'closed' });
    desk.verbs.select(A);
    desk.verbs.markBeside(B);
    expect([...desk.picture().marked]).toEqual([B]);
  });
});
