import { describe, expect, it } from 'vitest';
import { findGoal, type Goal } from '#renderer/app/store/find-goal.ts';
import { states } from '#shared/geo/states.ts';
import { goalFrame, goalView } from './goal-view.ts';
import { homeView } from './home-view.ts';
import { pxPerUnit, unitX, unitY } from './mercator.ts';

const at = (lat: number, lon: number, zoom: number | null = null): Goal => ({ lat, lon, name: '', zoom, extent: null });
const stateGoal = (state: string): Goal => {
  const goal = findGoal({ state }, null, 0);
  if (!goal) throw new Error(state);
  return goal;
};

describe('goalFrame', () => {
  it('is the half the place lies in; a maximised lens keeps the Klang Valley and gives way to all else', () => {
    const [nilai, tawau, klang] = [at(2.8, 101.8), at(4.2, 117.9), at(3.04, 101.45)];
    expect([nilai, tawau, klang].map((goal) => goalFrame(goal, null))).toEqual([
      'semenanjung',
      'borneo',
      'semenanjung',
    ]);
    expect(goalFrame(klang, 'lens')).toBe('lens');
    expect(goalFrame(tawau, 'lens')).toBe('borneo');
    expect(goalFrame(tawau, 'semenanjung')).toBe('borneo');
    expect(goalFrame(stateGoal('Selangor'), 'lens')).toBe('semenanjung');
  });
});

describe('goalView', () => {
  const home = (frame: 'semenanjung' | 'borneo') => homeView(frame, 680, 420).zoom;

  it('puts a place in the middle with 1.2 degrees around it, and keeps a zoom that was asked for', () => {
    const view = goalView(at(2.8, 101.8), 680, 420, home('semenanjung'));
    expect(view).toMatchObject({ lat: 2.8, lon: 101.8 });
    expect(420 / pxPerUnit(view.zoom)).toBeCloseTo(1.2);
    expect(goalView(at(2.8, 101.8, 12), 680, 420, 7).zoom).toBe(12);
    expect(goalView(at(2.8, 101.8, 2), 680, 420, 7).zoom).toBe(7);
  });

  it('shows each state whole, and no farther out than home', () => {
    for (const { name, frame } of states) {
      const goal = stateGoal(name);
      const { extent } = goal;
      if (!extent) throw new Error(name);
      const view = goalView(goal, 680, 420, home(frame));
      const k = pxPerUnit(view.zoom);
      expect([name, (unitX(extent.east) - unitX(extent.west)) * k < 680]).toEqual([name, true]);
      expect([name, (unitY(extent.south) - unitY(extent.north)) * k < 420]).toEqual([name, true]);
      expect(view.zoom).toBeGreaterThanOrEqual(home(frame));
    }
  });
});
