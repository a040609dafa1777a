import { expect, it } from 'vitest';
import { townSchema } from '#shared/contract/wire/values.ts';
import { townOf } from './town-of.ts';

it('a town is said no nearer than a hundredth of a degree, and fits the wire', () => {
  const house = { name: 'Taman Ria', state: 'Perak', lat: 4.597812, lon: 101.090344, confidence: 1, kind: 'suburb' };
  const town = townOf(house);
  expect(town).toEqual({ name: 'Taman Ria', state: 'Perak', lat: 4.6, lon: 101.09 });
  expect(townSchema.safeParse(town).success).toBe(true);
  expect(townSchema.safeParse({ ...town, lat: house.lat }).success).toBe(false);
});
