import type { ClockInstance } from '#shared/clocks/clock-instance.ts';
import type { ApiClock } from '#shared/contract/api/read.ts';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';
import { sayStep } from '#shared/text/explain-clock.ts';
import type { Lang } from '#shared/text/lang.ts';
import type { Names } from '#shared/text/say.ts';

/** A clock as the API shows it, without its arithmetic. */
export function clockView(clock: ClockInstance): Omit<ApiClock, 'explanation'> {
  return {
    id: clock.id,
    key: clock.key,
    subject: clock.subject,
    state: clock.state,
    startedAt: isoMalaysia(clock.startedAt),
    due: isoMalaysia(clock.due),
    stoppedAt: clock.stoppedAt === null ? null : isoMalaysia(clock.stoppedAt),
    elapsed: clock.elapsedMs,
    paused: clock.pausedMs,
    uncertain: clock.uncertain,
    ...(clock.earliestDue === undefined ? {} : { earliestDue: isoMalaysia(clock.earliestDue) }),
  };
}

/** A clock with each step of its arithmetic as data and as a sentence. */
export function explainedClock(clock: ClockInstance, lang: Lang, names: Names): ApiClock {
  return {
    ...clockView(clock),
    explanation: clock.steps.map((one) => ({ step: one.step, text: sayStep(lang, one, names) })),
  };
}
