import { describe, expect, it } from 'vitest';
import type { LastAct } from '#renderer/app/desk-context.ts';
import { goesAt, isKept, KEPT_MS, NOTICE_MS, REFUSAL_MS, secondsToUndo, TAKEN_MS } from './undo-window.ts';

const act = { kind: 'resume' as const, cases: ['a'] };
const committed = (undoUntil: number | null): LastAct => ({
  state: 'committed',
  act,
  committed: { act: 'x', cases: ['a'], incidents: [], undoUntil },
  at: 1_000,
});

describe('the undo window', () => {
  it('counts whole seconds down to nothing', () => {
    expect(secondsToUndo(committed(11_000), 1_000)).toBe(10);
    expect(secondsToUndo(committed(11_000), 10_001)).toBe(1);
    expect(secondsToUndo(committed(11_000), 12_000)).toBe(0);
    expect(goesAt(committed(11_000))).toBe(11_000);
  });

  it('says what cannot be undone for a moment only', () => {
    expect(secondsToUndo(committed(null), 1_000)).toBeNull();
    expect(goesAt(committed(null))).toBe(1_000 + NOTICE_MS);
  });

  it('leaves a refusal time to be read', () => {
    const refused: LastAct = { state: 'refused', act, failure: { code: 'x', message: { key: 'x' } }, at: 1_000 };
    expect(goesAt(refused)).toBe(1_000 + REFUSAL_MS);
    expect(secondsToUndo(refused, 1_000)).toBeNull();
  });

  it('knows what stays at this console, and leaves it time to be phoned about', () => {
    const last = committed(11_000);
    expect(isKept(last, 'offline', 1, 1_000)).toBe(true);
    // On its way for a moment; after longer it waits, whatever the link says.
    expect(isKept(last, 'live', 1, 1_000)).toBe(false);
    expect(isKept(last, 'live', 1, 1_000 + TAKEN_MS)).toBe(true);
    expect(isKept(last, 'offline', 0, 99_000)).toBe(false);
    expect(goesAt(last, true)).toBe(1_000 + KEPT_MS);
  });
});
