import { describe, expect, it } from 'vitest';
import type { LastAct } from '#renderer/app/desk-context.ts';
import { goesAt, NOTICE_MS, REFUSAL_MS, secondsToUndo } from './undo-window.ts';

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
});
