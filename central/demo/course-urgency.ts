import { clocksOf } from '#shared/clocks/clocks-of.ts';
import { defaultPolicies } from '#shared/clocks/policies.ts';
import { slimClock } from '#shared/clocks/slim-clock.ts';
import { leadingClock, type Urgency, urgencyOf } from '#shared/clocks/urgency.ts';
import type { Moment } from '#shared/domain/clock-facts.ts';
import type { Course } from './course.ts';

/** How a case on this course would show at `now`; null when it would be closed or have nothing running. */
export function urgencyOfCourse(course: Course, received: number, published: number, now: number): Urgency | null {
  if (course.close <= now) return null;
  const at = (ms: number): Moment => ({ ms, certain: true, event: String(ms), actor: 'demo' });
  const past = (ms: number) => (ms <= now ? at(ms) : null);
  const dated = (ms: number) => (ms <= now ? [{ benefit: 'funeral' as const, at: at(ms) }] : []);
  const early = course.outcome === 'not-work' || course.outcome === 'duplicate';
  const clocks = clocksOf(
    {
      case: 'course',
      kind: 'other',
      severity: 'death',
      priority: 'normal',
      received: at(received),
      news: { ...at(published), basis: 'published' },
      triaged: past(course.triage),
      assignments:
        course.assign > now
          ? []
          : [{ id: 'a', branch: 'KUL', from: at(course.assign), acknowledged: past(course.acknowledge), until: null }],
      firstAction: past(course.action),
      familyContacted: early ? null : past(course.family),
      documents: early ? [] : dated(course.documents),
      eligibility: early ? [] : dated(course.eligibility).map((one) => ({ ...one, eligible: true })),
      payments: early ? [] : dated(course.pay).map((one) => ({ ...one, amountSen: 1 })),
      pauses: [],
      closed: null,
    },
    defaultPolicies,
    now,
  );
  const lead = leadingClock(clocks.map(slimClock), now);
  return lead === null ? null : urgencyOf(lead, now);
}
