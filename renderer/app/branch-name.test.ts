import { expect, test } from 'vitest';
import { branchName } from './branch-name.ts';

test('an office has its town beside its code, one that nobody knows its code alone', () => {
  expect(branchName('SBN')).toBe('SBN Seremban');
  expect(branchName('ZZZ')).toBe('ZZZ');
});
