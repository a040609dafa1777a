import { describe, expect, it } from 'vitest';
import { identityFault, isPhone } from './identity-number.ts';

const NOW = Date.parse('2026-11-23T12:00:00+08:00');

describe('an identity number', () => {
  it.each([
    ['880214-14-5231', null],
    ['880214 14 5231', null],
    ['000229-10-1234', null],
    ['880231-14-5231', 'date'],
    ['881314-14-5231', 'date'],
    ['010229-10-1234', 'date'],
    ['880214-00-5231', 'place'],
    ['880214-97-5231', 'place'],
    ['880214-14-523', 'shape'],
    ['A1234567', null],
    ['EE 1234567', 'shape'],
    ['tiada', 'shape'],
  ])('%s: %s', (text, fault) => {
    expect(identityFault(text, NOW)).toBe(fault);
  });

  it('in either century that has come', () => {
    expect(identityFault('270101-14-5231', NOW)).toBeNull();
    expect(identityFault('270101-14-5231', Date.parse('1926-01-01T00:00:00Z'))).toBe('future');
  });
});

it.each([
  ['012-345 6789', true],
  ['+60 12-345 6789', true],
  ['(03) 8888 1234', true],
  ['12345', false],
  ['012-ABC 6789', false],
  ['8123456789', false],
])('a phone number %s: %s', (text, may) => {
  expect(isPhone(text)).toBe(may);
});
