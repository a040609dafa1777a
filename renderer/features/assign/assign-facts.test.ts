import { describe, expect, it } from 'vitest';
import type { Candidate } from '#shared/contract/view/desk.ts';
import type { QueueRow } from '#shared/contract/view/queue-row.ts';
import { assignAsk, goesAtOnce } from './assign-facts.ts';

const row = (lead: string | null, suggested: string | null) =>
  ({
    number: '2026-000130/1',
    lead,
    suggested: suggested === null ? null : { branch: suggested, reason: { key: 'reason.nearest' } },
  }) as QueueRow;
const candidate = (verdict: Candidate['verdict'], refused = false): Candidate => ({
  branch: 'IPH',
  km: null,
  active: 0,
  late: 0,
  suggested: true,
  reason: { key: 'reason.nearest' },
  refused: refused ? { key: 'reason.refused' } : null,
  verdict,
  ghosts: [],
});

describe('assignAsk', () => {
  it('asks nothing where the suggestion is followed', () => {
    expect(assignAsk([row(null, 'IPH')], 'IPH', candidate('yes'))).toEqual({
      reason: 'none',
      suggested: null,
      of: null,
    });
  });

  it('asks when another branch was suggested, and when the rules say so', () => {
    expect(assignAsk([row(null, 'TPH')], 'IPH', candidate('yes'))).toEqual({
      reason: 'must',
      suggested: 'TPH',
      of: '2026-000130/1',
    });
    expect(assignAsk([row('TPH', 'IPH')], 'IPH', candidate('with-reason')).reason).toBe('must');
  });
});

describe('goesAtOnce', () => {
  it('is for one unassigned case that nothing stands against', () => {
    expect(goesAtOnce([row(null, 'IPH')], 'IPH', candidate('yes'))).toBe(true);
    expect(goesAtOnce([row(null, 'IPH'), row(null, 'IPH')], 'IPH', candidate('yes'))).toBe(false);
    expect(goesAtOnce([row('TPH', 'IPH')], 'IPH', candidate('yes'))).toBe(false);
    expect(goesAtOnce([row(null, 'TPH')], 'IPH', candidate('yes'))).toBe(false);
    expect(goesAtOnce([row(null, 'IPH')], 'IPH', candidate('no', true))).toBe(false);
    expect(goesAtOnce([row(null, 'IPH')], 'IPH', null)).toBe(false);
  });
});
