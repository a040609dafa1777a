import { describe, expect, it } from 'vitest';
import type { DetailClock, TimelineEntry } from '#shared/contract/view/case-detail.ts';
import { timelineLines } from './timeline-lines.ts';

const entry = (id: string, at: number): TimelineEntry => ({
  id,
  at,
  recordedAt: at,
  certain: true,
  act: id,
  subject: { kind: 'case', id: 'case' },
  type: 'case.noted',
  words: { key: 'event.case.noted' },
  actor: 'a',
  via: 'menu',
  note: null,
  lost: null,
  state: 'accepted',
});
const clock = (id: string, due: number, stoppedAt: number | null, pausedSince: number | null = null): DetailClock => ({
  id,
  key: `kpi.${id}`,
  startedAt: 0,
  due,
  warnAt: due,
  stoppedAt,
  pausedSince,
  state: 'running',
  endedBy: stoppedAt === null ? null : 'done',
  allowanceMs: due,
  pausedMs: 0,
  elapsedMs: 0,
  uncertain: false,
  steps: [],
});
const names = (lines: ReturnType<typeof timelineLines>) =>
  lines.map((line) => (line.kind === 'breach' ? line.clock : line.entry.id));

describe('timelineLines', () => {
  it('puts each breach where it happened, newest first', () => {
    const lines = timelineLines([entry('first', 10), entry('second', 30)], [clock('late', 20, null)], 50);
    expect(names(lines)).toEqual(['second', 'kpi.late', 'first']);
  });

  it('knows late stops, and no breach of what was met, runs or is paused', () => {
    const clocks = [
      clock('met', 20, 19),
      clock('late-stop', 20, 21),
      clock('runs', 60, null),
      clock('paused', 20, null, 15),
    ];
    expect(names(timelineLines([], clocks, 50))).toEqual(['kpi.late-stop']);
  });

  it('keeps the order of events of one moment', () => {
    expect(names(timelineLines([entry('a', 10), entry('b', 10)], [], 50))).toEqual(['b', 'a']);
  });
});
