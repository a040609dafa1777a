import { type AnyEvent, isKnown } from '#shared/contract/wire/event.ts';
import type { Conflict } from '#shared/domain/case-state.ts';
import type { Moment } from '#shared/domain/clock-facts.ts';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';
import { momentOf } from './moment.ts';
import { createRegisters } from './register.ts';
import { eventOfTimeField, timeField } from './time-field.ts';

/** When the events of one subject happened, by those who set it or by the events themselves. */
export interface SetTimes {
  /** @param told another moment the event tells of than when it happened, ms since 1970 */
  momentOf(event: AnyEvent, told?: number): Moment;
  /** Sets that did not know of each other, oldest first. */
  conflicts(): Conflict[];
}

/**
 * S-34: reads which times supervisors set among the events of one subject. Each is a field like any other: two who set
 * it otherwise, unseen, stand in a conflict. Only an estimate can be set; what is certain stays as it is.
 * @param ordered the subject's events in order @param undone acts that count for nothing
 */
export function readSetTimes(ordered: readonly AnyEvent[], undone: ReadonlySet<string>): SetTimes {
  if (!ordered.some(setsTime)) return { momentOf, conflicts: () => [] };
  const estimates = new Set(ordered.filter((event) => !event.certain).map((event) => event.id));
  const fields = createRegisters();
  const by = new Map<string, string>();
  for (const event of ordered) {
    if (!isKnown(event) || undone.has(event.act)) continue;
    if (event.type === 'case.time-set' || event.type === 'incident.time-set') {
      const { event: of, happenedAt } = event.payload;
      if (!estimates.has(of)) continue;
      if (fields.write(timeField(of), isoMalaysia(Date.parse(happenedAt)), event)) by.set(of, event.actor);
    }
    if (event.type === 'case.conflict-settled' || event.type === 'incident.conflict-settled') {
      const of = eventOfTimeField(event.payload.field);
      if (of !== null && fields.settle(event.payload, event)) by.set(of, event.actor);
    }
  }
  return {
    momentOf(event, told) {
      const set = event.certain ? null : fields.read<string>(timeField(event.id));
      if (set === null) return momentOf(event, told);
      const setBy = by.get(event.id) ?? event.actor;
      return { ms: Date.parse(set), certain: true, event: event.id, actor: event.actor, setBy };
    },
    conflicts: () => fields.conflicts(),
  };
}

const setsTime = ({ type }: AnyEvent) => type === 'case.time-set' || type === 'incident.time-set';
