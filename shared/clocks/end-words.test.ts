import { expect, it } from 'vitest';
import { endWords } from './end-words.ts';

const MINUTE = 60_000;
const ended = (endedBy: 'done' | 'assigned' | 'replaced' | 'closed', stoppedAt: number) =>
  endWords({ endedBy, startedAt: 0, due: 30 * MINUTE, stoppedAt });

it('never says of a clock that another branch or the closing ended that it was done, nor late by nothing', () => {
  for (const how of ['replaced', 'closed'] as const) {
    for (const at of [10 * MINUTE, 30 * MINUTE, 30 * MINUTE + 20_000]) {
      expect(ended(how, at)).toEqual({ key: `clock.ended.${how}`, ms: null });
    }
    expect(ended(how, 95 * MINUTE)).toEqual({ key: `clock.ended-late.${how}`, ms: 65 * MINUTE });
  }
});

it('says how long a promise took that was kept, how late one was that was kept late, nothing of one that runs', () => {
  for (const how of ['done', 'assigned'] as const) {
    expect(ended(how, 10 * MINUTE)).toEqual({ key: 'urgency.met', ms: 10 * MINUTE });
    expect(ended(how, 30 * MINUTE)).toEqual({ key: 'urgency.met', ms: 30 * MINUTE });
    expect(ended(how, 30 * MINUTE + 20_000)).toEqual({ key: 'clock.stopped-late', ms: 20_000 });
  }
  expect(endWords({ endedBy: null, startedAt: 0, due: 1, stoppedAt: null })).toBeNull();
});
