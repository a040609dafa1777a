import { expect, it } from 'vitest';
import { unnamedActor } from './unnamed-actor.ts';

it('shows the word of a key, and never an id', () => {
  expect(unnamedActor('key:demo')).toBe('demo');
  expect(unnamedActor('key:01a20979-196b-78ab-8bcc-8c1152af4d4f')).toBe('API');
  expect(unnamedActor('01a20979-196b-78ab-8bcc-8c1152af4d4f')).toBe('–');
  expect(unnamedActor('central')).toBe('central');
});
