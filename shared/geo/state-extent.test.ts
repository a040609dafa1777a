import { describe, expect, it } from 'vitest';
import { branches } from './branches.ts';
import { stateExtent } from './state-extent.ts';
import { states } from './states.ts';

describe('stateExtent', () => {
  it('holds the capital and every office of each state, which is found by name and code alike', () => {
    for (const { name, code, capital } of states) {
      const box = stateExtent(name);
      expect(stateExtent(code)).toEqual(box);
      if (!box) throw new Error(name);
      const inside = ({ lat, lon }: { lat: number; lon: number }) =>
        lon >= box.west - 0.05 && lon <= box.east + 0.05 && lat >= box.south - 0.05 && lat <= box.north + 0.05;
      expect([name, inside(capital)]).toEqual([name, true]);
      for (const branch of branches.filter(({ state }) => state === name))
        expect([branch.code, inside(branch)]).toEqual([branch.code, true]);
    }
  });

  it('knows nothing else', () => expect(stateExtent('Singapura')).toBeNull());
});
