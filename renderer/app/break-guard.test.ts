import { expect, it } from 'vitest';
import { BreakGuard } from './break-guard.tsx';

it('keeps a failure with what failed, and draws another case or language afresh', () => {
  const state = { ...BreakGuard.getDerivedStateFromError(new Error('no')), of: 'case-1 ms' };
  expect(state.broken?.message).toBe('no');
  expect(BreakGuard.getDerivedStateFromProps({ of: 'case-1 ms' }, state)).toBeNull();
  expect(BreakGuard.getDerivedStateFromProps({ of: 'case-2 ms' }, state)).toEqual({ broken: null, of: 'case-2 ms' });
  expect(BreakGuard.getDerivedStateFromProps({ of: 'case-1 en' }, state)).toEqual({ broken: null, of: 'case-1 en' });
});
