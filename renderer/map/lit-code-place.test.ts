import { describe, expect, it } from 'vitest';
import { litCodePlace } from './lit-code-place.ts';
import { markSize } from './mark-size.ts';

const WIDTH = 20;

describe.each([18, 20, 46])('the code of a lit office, pins of %i px', (pin) => {
  const size = markSize(pin);
  const office = { x: 100, y: 100 };
  const own = { x: 101, y: 99, radius: pin / 2 };
  const beside = { x: 100 + pin * 1.5, y: 100, radius: pin / 2 };
  const left = { x: 100 - pin * 1.5, y: 100, radius: pin / 2 };
  const isHidden = (mark: typeof own, { x, y }: { x: number; y: number }) =>
    Math.hypot(
      mark.x - Math.min(Math.max(mark.x, x), x + WIDTH),
      mark.y - Math.min(Math.max(mark.y, y - size.label / 2), y + size.label / 2),
    ) < mark.radius;

  it('stands clear of the pin over the office and its ring', () => {
    const at = litCodePlace(office, [own], WIDTH, size);
    expect(at.x).toBeGreaterThan(own.x + own.radius + pin * 0.3);
  });

  it('goes to another side when a neighbour lies there', () => {
    for (const marks of [[own], [own, beside], [own, beside, left], [beside]]) {
      const at = litCodePlace(office, marks, WIDTH, size);
      expect(marks.filter((mark) => isHidden(mark, at))).toEqual([]);
    }
  });

  it('stands at the office when no pin is near', () => {
    expect(litCodePlace(office, [], WIDTH, size)).toEqual({ x: 100 + size.branch, y: 100 });
  });
});
