import { describe, expect, it } from 'vitest';
import { ledgerOf } from './ledger-of.ts';

const step = (key: string, t: 'time' | 'duration' | 'sum' | 'none', v = 0) => ({ step: { key }, amount: { t, v } });

describe('ledgerOf', () => {
  it('puts each step in its place', () => {
    const ledger = ledgerOf([
      step('start', 'time', 10),
      step('allowance', 'duration', 5),
      step('due', 'sum', 15),
      step('now', 'time', 20),
      step('late', 'duration', 5),
      step('since', 'duration', 10),
      step('estimate', 'none'),
    ]);
    expect(ledger.lines.map((one) => one.step.key)).toEqual(['start', 'allowance', 'due']);
    expect(ledger.end?.step.key).toBe('now');
    expect(ledger.difference?.step.key).toBe('late');
    expect(ledger.beside.map((one) => one.step.key)).toEqual(['since']);
    expect(ledger.notes).toEqual([{ key: 'estimate' }]);
  });

  it('shows steps without a sum as they come', () => {
    expect(ledgerOf([step('start', 'time')])).toMatchObject({ lines: [{ step: { key: 'start' } }], end: null });
  });
});
