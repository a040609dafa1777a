import { useDesk } from '#renderer/app/desk-context.ts';
import { useSay } from '#renderer/ui/use-say.ts';
import type { OutboxEntry } from '#shared/contract/view/desk.ts';

/**
 * Makes a refused act again: where there is something to correct its form opens, filled as it was; the others go as
 * they were. Once the new one is committed the refused one leaves the list. Resolves with words when it failed.
 */
export function useAgain(): (entry: OutboxEntry) => Promise<string | null> {
  const say = useSay();
  const { engine, verbs } = useDesk();
  return async (entry) => {
    const reply = await engine.call('outbox.again', { act: entry.act });
    if (!reply.ok) return say.ref(reply.failure.message);
    const { act, happenedAt } = reply.value;
    if (entry.again === 'as-it-was') {
      const made = await verbs.commit(act, 'menu', happenedAt, entry.act);
      return made.ok ? null : say.ref(made.failure.message);
    }
    verbs.show('none');
    if (act.kind === 'assign') {
      const again = { of: entry.act, reason: act.reason ?? '' };
      verbs.carry(act.cases, 'menu', again);
      for (const id of act.cases) verbs.tick(id, true);
      verbs.aim(act.branch);
      verbs.show('assign');
    } else if (entry.case !== null) {
      verbs.ask({ case: entry.case, act: act.kind, again: { of: entry.act, act, happenedAt } });
    }
    return null;
  };
}
