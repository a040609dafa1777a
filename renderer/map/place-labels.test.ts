import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Box, createOccupancy, meet, placeBeside, placeNear } from './place-labels.ts';

const wanted = { x: 100, y: 100, width: 20, height: 11, gap: 5 };

test('a label stands right of its point when nothing is there', () => {
  expect(placeBeside(wanted, createOccupancy())).toEqual({ x: 105, y: 94.5, w: 20, h: 11 });
});

test('it goes left when the right is taken, and is hidden when all eight places are', () => {
  const room = createOccupancy();
  room.take({ x: 104, y: 80, w: 40, h: 40 });
  expect(placeBeside(wanted, room)?.x).toBe(75);
  const full = createOccupancy();
  full.take({ x: 0, y: 0, w: 200, h: 200 });
  expect(placeBeside(wanted, full)).toBeNull();
});

test('a name moves to the first free offset', () => {
  const room = createOccupancy();
  room.take({ x: 95, y: 95, w: 10, h: 10 });
  const box = placeNear(
    { x: 100, y: 100, width: 20, height: 10 },
    [
      [0, 0],
      [0, -20],
    ],
    room,
  );
  expect(box).toEqual({ x: 90, y: 75, w: 20, h: 10 });
});

test('placed labels never meet each other', () => {
  const points = fc.array(fc.record({ x: fc.integer({ min: 0, max: 300 }), y: fc.integer({ min: 0, max: 300 }) }), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(points, (list) => {
      const room = createOccupancy(30);
      const boxes = list
        .map(({ x, y }) => placeBeside({ x, y, width: 24, height: 11, gap: 5 }, room))
        .filter((box): box is Box => box !== null);
      for (const [i, a] of boxes.entries()) for (const b of boxes.slice(i + 1)) expect(meet(a, b)).toBe(false);
    }),
  );
});
