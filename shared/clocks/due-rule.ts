import { startOfDayMalaysia } from '#shared/kit/malaysia-time.ts';
import type { ClockStep } from './clock-instance.ts';
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
 * Time a policy allows from `start` (ms since 1970), and the line that says so. A same-day promise ends with the last
 * second of the day, 23:59:59; received after (not at) the cut-off, at the late hour of the next day.
 */
export function allowanceOf(policy: ClockPolicy, start: number): { ms: number; step: ClockStep } {
  const { rule } = policy;
  const clock = { t: 'key', v: `clock.name.${policy.key}` } as const;
  if (rule.kind === 'within') {
    const step = { key: 'clock.step.allowance', params: { clock } };
    return { ms: rule.ms, step: { step, amount: { t: 'duration', v: rule.ms } } };
  }
  const midnight = startOfDayMalaysia(start);
  const late = start > midnight + minutesOf(rule.cutOff) * 60_000;
  const ms = (late ? midnight + DAY + minutesOf(rule.lateDue) * 60_000 : midnight + DAY - SECOND) - start;
  const step = {
    key: late ? 'clock.step.next-day' : 'clock.step.same-day',
    params: {
      cutOff: { t: 'text', v: rule.cutOff } as const,
      due: { t: 'text', v: late ? rule.lateDue : '23:59' } as const,
    },
  };
  return { ms, step: { step, amount: { t: 'duration', v: ms } } };
}
