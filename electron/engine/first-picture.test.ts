import { expect, test } from 'vitest';
import { watchFirstPicture } from './first-picture.ts';

test('a window that waits for its first picture, or paints it, is stood back for; later ones are not', () => {
  let now = 10;
  const picture = watchFirstPicture(() => now);
  expect(picture.owed()).toBe(false);
  picture.asked();
  expect(picture.owed()).toBe(true);
  now += 500;
  picture.given();
  now += 399;
  expect(picture.owed()).toBe(true);
  now += 1;
  expect(picture.owed()).toBe(false);
  picture.asked();
  expect(picture.owed()).toBe(false);
});

test('a picture that does not come is not waited for longer than three seconds', () => {
  let now = 0;
  const picture = watchFirstPicture(() => now);
  picture.asked();
  now = 2_999;
  expect(picture.owed()).toBe(true);
  now = 3_000;
  expect(picture.owed()).toBe(false);
});
