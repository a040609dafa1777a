import { afterEach, describe, expect, it } from 'vitest';
import { clocksOf } from '#shared/clocks/clocks-of.ts';
import { defaultPolicies } from '#shared/clocks/policies.ts';
import { at, untouched } from '#shared/clocks/sample-facts.ts';
import { formatDate, formatDay, formatTime } from '#shared/text/format.ts';

const own = process.env.TZ;
afterEach(() => {
  if (own === undefined) delete process.env.TZ;
  else process.env.TZ = own;
});

describe.each(['UTC', 'Asia/Kuala_Lumpur', 'America/Los_Angeles', 'Pacific/Kiritimati'])(
  'on a computer in %s',
  (zone) => {
    it('times are shown and cut off in Malaysia', () => {
      process.env.TZ = zone;
      expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
      const late = at('2026-11-23 20:00:01');
      expect([formatDate('ms', late), formatTime(late)]).toEqual(['23 Nov 2026', '20:00']);
      expect(formatDay('ms', at('2026-11-24 00:00'), late)).toBe('esok');
      const action = clocksOf(untouched(late), defaultPolicies, late).find(({ key }) => key === 'kpi.same-day-action');
      expect(action?.due).toBe(Date.UTC(2026, 10, 24, 4));
    });
  },
);
