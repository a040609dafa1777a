import { describe, expect, it } from 'vitest';
import { onTheWay } from './glide.ts';
import { pxPerUnit } from './mercator.ts';

describe('onTheWay', () => {
  const from = { lat: 4, lon: 102, zoom: 7 };
  const to = { lat: 2.8, lon: 101.8, zoom: 10.4 };

  it('begins where the camera stands and ends where it goes', () => {
    expect(onTheWay(from, to, 0)).toEqual(from);
    expect(onTheWay(from, to, 1)).toBe(to);
  });

  it('never takes the goal farther from the middle of the screen than it was', () => {
    const offMiddle = (part: number) => {
      const { lat, zoom } = onTheWay(from, to, part);
      return (lat - to.lat) * pxPerUnit(zoom);
    };
    for (const part of [0.2, 0.5, 0.9]) expect(offMiddle(part)).toBeLessThanOrEqual(offMiddle(0) * 1.0001);
    expect(offMiddle(0.9)).toBeLessThan(offMiddle(0.5));
    expect(onTheWay(from, { ...to, zoom: 7 }, 0.5)).toEqual({ lat: 3.4, lon: expect.closeTo(101.9), zoom: 7 });
  });
});
