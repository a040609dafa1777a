import { type AnyEvent, isKnown } from '#shared/contract/wire/event.ts';
import type { World } from '../world.ts';

/**
 * S-09, S-11, S-14, S-27 to S-29: every act a console said was done is whole at central, or held there before a
 * supervisor, or whole in that console's outbox with central's code and words.
 */
export async function checkActs(world: World, log: readonly AnyEvent[]): Promise<string[]> {
  const faults: string[] = [];
  const atCentral = new Map<string, Set<string>>();
  for (const event of log) atCentral.set(event.act, (atCentral.get(event.act) ?? new Set()).add(event.id));
  const named = (type: string) => new Set(log.filter((one) => one.type === type).map((one) => one.subject.id));
  const held = named('act.held');
  const turnedDown = named('act.turned-down');
  const decided = new Set([...named('act.admitted'), ...turnedDown]);
  for (const act of decided) if (!held.has(act)) faults.push(`S-28: act ${act} was decided and never held`);
  for (const act of named('act.admitted'))
    if (!atCentral.has(act) && !turnedDown.has(act)) faults.push(`S-28: held act ${act} was admitted and is nowhere`);
  const erased = new Set(
    log.flatMap((one) => (isKnown(one) && one.type === 'case.erased' ? one.payload.subjects : [])),
  );
  // S-26: what a supervisor said goes with what it was said of, and of an act as a whole.
  const isErased = (act: readonly { code: string | null; subject_id: string }[]) =>
    act.some((one) => one.code === 'turned-down' && erased.has(one.subject_id));
  for (const desk of world.desks) {
    const db = desk.parts?.ledger.reader;
    if (!db) continue;
    for (const { act, kind, lost } of desk.acknowledged) {
      const events = await db.all<{
        id: string;
        subject_id: string;
        state: number;
        code: string | null;
        message: string | null;
      }>('SELECT id, subject_id, state, code, message FROM event WHERE act = ?', [act]);
      const there = atCentral.get(act) ?? new Set();
      const said = `${desk.name}'s ${kind} ${act}`;
      if (there.size > 0) {
        if (events.some((one) => one.state <= 1 && !there.has(one.id)))
          faults.push(`S-09: ${said} is at central in part`);
        if (events.some((one) => one.state === 2))
          faults.push(`S-11: ${said} counts as refused here and stands at central`);
      } else if (lost) world.tally.add('lost with a disk', kind);
      else if (events.length === 0) faults.push(`S-14: ${said} was acknowledged and is nowhere`);
      else if (events.every((one) => one.state === 5)) {
        if (!held.has(act)) faults.push(`S-27: ${said} counts as held here and central holds nothing of it`);
        else if (decided.has(act)) faults.push(`S-29: ${said} was decided and its console does not know`);
        else world.tally.add('held by central', kind);
      } else if (!events.every((one) => one.state === 2 && one.code && (one.message || isErased(events))))
        faults.push(`S-11: ${said} is neither at central nor refused with words (${events.map((one) => one.state)})`);
      else world.tally.add('refused by central', events[0]?.code ?? '');
    }
  }
  return faults;
}
