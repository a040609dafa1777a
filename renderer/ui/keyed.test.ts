import { expect, it } from 'vitest';
import { keyed } from './keyed.ts';

it('tells apart what has the same name, two clocks of one promise for instance', () => {
  const keys = keyed(['a', 'b', 'a', 'a'], (one) => one).map(({ key }) => key);
  expect(keys).toEqual(['a 0', 'b 0', 'a 1', 'a 2']);
});
