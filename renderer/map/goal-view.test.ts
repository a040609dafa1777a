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
  const room = (frame: 'semenanjung' | 'borneo', free = 680) => {
    return { width: 680, height: 420, free, home: homeView(frame, 680, 420).zoom };
  };

  it('puts a place in the middle with 1.2 degrees around it, and keeps a zoom that was asked for', () => {
    const view = goalView(at(2.8, 101.8), room('semenanjung', 456));
    expect(view).toMatchObject({ lat: 2.8, lon: 101.8 });
    expect(420 / pxPerUnit(view.zoom)).toBeCloseTo(1.2);
    expect(goalView(at(2.8, 101.8, 12), room('semenanjung')).zoom).toBe(12);
    expect(goalView(at(2.8, 101.8, 2), room('semenanjung')).zoom).toBe(room('semenanjung').home);
  });

  it.each([680, 456])('shows each state whole in the left %i px, and no farther out than home', (free) => {
    for (const { name, frame } of states.filter((state) => free === 680 || state.frame === 'semenanjung')) {
      const { extent, ...goal } = stateGoal(name);
      if (!extent) throw new Error(name);
      const view = goalView({ extent, ...goal }, room(frame, free));
      const k = pxPerUnit(view.zoom);
      const px = (lon: number) => 340 + (unitX(lon) - unitX(view.lon)) * k;
      const py = (lat: number) => 210 + (unitY(lat) - unitY(view.lat)) * k;
      expect([name, px(extent.west) >= 0 && px(extent.east) <= free]).toEqual([name, true]);
      expect([name, py(extent.north) >= 0 && py(extent.south) <= 420]).toEqual([name, true]);
      expect(view.zoom).toBeGreaterThanOrEqual(room(frame).home);
    }
  });
});
