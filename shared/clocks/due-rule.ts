import type { ClockStep } from '#shared/domain/clock-step.ts';
import type { MessageParam } from '#shared/domain/message-ref.ts';
import { startOfDayMalaysia } from '#shared/kit/malaysia-time.ts';
import type { ClockPolicy } from './policies.ts';

const SECOND = 1_000;
const DAY = 86_400_000;

function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number);
  if (hours === undefined || minutes === undefined || Number.isNaN(hours + minutes))
    throw new RangeError(`not HH:MM: ${time}`);
  return hours * 60 + minutes;
}

/**
 * Counted time a policy allows from `start` (ms since 1970), and the line that says so. A same-day promise ends with
 * the last second of the day, 23:59:59; received after (not at) the cut-off, at the late hour of the next day. So many
 * days end with the last second of the last.
 */
export function allowanceOf(policy: ClockPolicy, start: number): { ms: number; step: ClockStep } {
  const { rule } = policy;
  const clock = { t: 'key', v: `clock.name.${policy.key}` } as const;
  const line = (key: string, ms: number, params: Record<string, MessageParam>) => ({
    ms,
    step: { step: { key, params }, amount: { t: 'duration', v: ms } } as const,
  });
  if (rule.kind === 'within') return line('clock.step.allowance', rule.ms, { clock });
  if (rule.kind === 'days') {
    return line('clock.step.days', rule.days * DAY - SECOND, { n: { t: 'number', v: rule.days } });
  }
  const midnight = startOfDayMalaysia(start);
  const late = start > midnight + minutesOf(rule.cutOff) * 60_000;
  const ms = (late ? midnight + DAY + minutesOf(rule.lateDue) * 60_000 : midnight + DAY - SECOND) - start;
  return line(late ? 'clock.step.next-day' : 'clock.step.same-day', ms, {
    cutOff: { t: 'text', v: rule.cutOff },
    due: { t: 'text', v: late ? rule.lateDue : '23:59' },
  });
}
