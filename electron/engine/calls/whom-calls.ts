import { commitAct } from '#engine/acts/commit-act.ts';
import type { EngineContext } from '#engine/engine-context.ts';
import { type DutyWithPerson, dutiesAt } from '#engine/store/duty-people.ts';
import { loadRows } from '#engine/store/folded-rows.ts';
import { inWords } from '#engine/store/store-failure.ts';
import { levelFor, whoToCall } from '#shared/clocks/escalation/who-to-call.ts';
import { CallFailure } from '#shared/contract/call-failure.ts';
import type { Handlers } from '#shared/contract/carrier.ts';
import type { WhomView } from '#shared/contract/view/alarms.ts';
import type { QueueRow } from '#shared/contract/view/queue-row.ts';
import { say } from '#shared/text/say.ts';
import { maskPhone } from './mask.ts';
import { placeCalled } from './place-called.ts';

/** A case without an alarm asks for its squad. */
const FIRST_SHARE = 0.5;

/**
 * Whom to phone, by this console's own rota: what central would call, for a room that cannot trust it to. Numbers stand
 * masked; opening one is recorded with the case, as opening a name is.
 * @param forPhones takes the acts that did so, which open nothing else
 */
export function whomCalls(
  context: EngineContext,
  forPhones: Set<string>,
): Pick<Handlers, 'alarms.whom' | 'alarms.phone'> {
  const onDuty = () => dutiesAt(context.ledger.reader, context.clock.now());
  return {
    'alarms.whom': async ({ cases }) => {
      const duties = await onDuty();
      const rows = await loadRows(context.ledger.reader, cases);
      const now = context.clock.now();
      return rows.map((row) => whomOf(row, context.alarms.shareOf(row.case) ?? FIRST_SHARE, duties, now));
    },
    'alarms.phone': async ({ case: id, duty, reason }) => {
      const one = (await onDuty()).find((other) => other.id === duty);
      if (one === undefined) throw new CallFailure('not-found', { key: 'failure.not-found' }, 'duty');
      const words = say(context.settings.get().lang, 'alarm.phone.record', { reason });
      const act = { kind: 'open-personal', case: id, reason: words } as const;
      const committed = await commitAct(context, { commandId: context.newId(), via: 'menu', act }).catch(inWords);
      forPhones.add(committed.act);
      await context.recount();
      context.wakeSync();
      return { phone: one.phone };
    },
  };
}

function whomOf(row: QueueRow, share: number, duties: readonly DutyWithPerson[], now: number): WhomView {
  const level = levelFor(share);
  const { duty, passed } = whoToCall(duties, placeCalled(row.lead, row.state), level, now);
  const phone = duty?.phone == null ? null : maskPhone(duty.phone);
  const called = duty && { duty: duty.id, level: duty.level, name: duty.name, phone, until: duty.to };
  return { case: row.case, level, passed, called };
}
