import { describe, expect, it } from 'vitest';
import type { LastAct } from '#renderer/app/desk-context.ts';
import { FIRST_STEPS, type FirstStep, nextStep, stepTaken } from './first-steps.ts';

const act = { kind: 'assign' as const, cases: ['a'], branch: 'KLP' };
const assigned: LastAct = {
  state: 'committed',
  act,
  committed: { act: 'x', cases: ['a'], incidents: [], undoUntil: 1 },
  at: 0,
};
const rest = { selectedCase: null, lastAct: null, overlay: 'none' as const };

describe('first steps', () => {
  it('are taken by doing them, in whatever order', () => {
    const done: FirstStep[] = [];
    const desk = [
      rest,
      { ...rest, overlay: 'help' as const },
      { ...rest, selectedCase: 'a', lastAct: assigned },
      { ...rest, selectedCase: 'a', lastAct: assigned },
      { ...rest, lastAct: { state: 'undone' as const, act, at: 0 } },
    ];
    const taken = desk.map((picture) => {
      const step = stepTaken(picture, done);
      if (step) done.push(step);
      return step;
    });
    expect(taken).toEqual([null, 'keys', 'assign', 'choose', 'undo']);
    expect(nextStep(done)).toBeNull();
  });

  it('begin with choosing a case and skip what was done already', () => {
    expect(nextStep([])).toBe('choose');
    expect(nextStep(['choose', 'undo'])).toBe('assign');
    expect(FIRST_STEPS).toHaveLength(4);
  });

  it('do not take another act for an assignment', () => {
    const noted: LastAct = { ...assigned, act: { kind: 'note', cases: ['a'], text: 'x' } } as LastAct;
    expect(stepTaken({ ...rest, lastAct: noted }, [])).toBeNull();
  });
});
