import { describe, expect, it } from 'vitest';
import type { Act } from '#shared/contract/acts.ts';
import type { EngineBridge } from '#shared/contract/carrier.ts';
import type { WayBackView } from '#shared/contract/view/desk.ts';
import type { DeskPicture, DeskVerbs, LastAct } from './desk-context.ts';
import { actToTakeBack, takeBack } from './take-back.ts';

async function done(way: WayBackView): Promise<(Act | DeskPicture['asked'])[]> {
  const seen: (Act | DeskPicture['asked'])[] = [];
  const engine = { call: async () => ({ ok: true, value: way }) } as unknown as EngineBridge;
  const verbs = {
    ask: (asked: DeskPicture['asked']) => void seen.push(asked),
    commit: async (act: Act) => void seen.push(act),
  } as unknown as DeskVerbs;
  await takeBack({ engine, verbs }, 'x', 'keys');
  return seen;
}

describe('taking back from the bar', () => {
  const words = { key: 'reverse.triage' };

  it('S-35: undoes while undo has force, and reverses by an act of its own once it has not', async () => {
    expect(await done({ way: 'undo', until: 1 })).toEqual([{ kind: 'undo', act: 'x' }]);
    expect(await done({ way: 'reverse', words, needsReason: false, cases: ['a'] })).toEqual([
      { kind: 'reverse', act: 'x' },
    ]);
  });

  it('S-35: asks for the reason where one is needed, and lets the engine say why not', async () => {
    expect(await done({ way: 'reverse', words, needsReason: true, cases: ['a', 'b'] })).toEqual([
      { case: 'a', act: 'reverse', of: 'x' },
    ]);
    expect(await done({ way: 'none', why: words })).toEqual([{ kind: 'undo', act: 'x' }]);
  });

  it('knows which act the bar speaks of', () => {
    const act: Act = { kind: 'note', cases: ['a'], text: 'x' };
    const committed = (undoUntil: number | null): LastAct => ({
      state: 'committed',
      act,
      committed: { act: 'x', cases: ['a'], incidents: [], undoUntil },
      at: 1,
    });
    const failure = { code: 'built-on', message: { key: 'failure.built-on' } };
    expect(actToTakeBack(committed(9))).toBe('x');
    expect(actToTakeBack(committed(null))).toBeNull();
    expect(actToTakeBack({ state: 'refused', act: { kind: 'undo', act: 'y' }, failure, at: 1 })).toBe('y');
    expect(actToTakeBack({ state: 'refused', act, failure, at: 1 })).toBeNull();
    expect(actToTakeBack({ state: 'undone', act, at: 1 })).toBeNull();
    expect(actToTakeBack(null)).toBeNull();
  });
});
