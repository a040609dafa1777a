import { useDesk } from '#renderer/app/desk-context.ts';
import { useSay } from '#renderer/ui/use-say.ts';
import type { Act } from '#shared/contract/acts.ts';
import type { Failure } from '#shared/contract/ipc.ts';
import type { Via } from '#shared/contract/wire/event.ts';

/** The ways the drawer commits: the refusal as data for forms, as words for single fields; null when it stands. */
export function useCaseActs() {
  const { verbs } = useDesk();
  const say = useSay();
  const commit = async (act: Act, via: Via, happenedAt?: string, replaces?: string): Promise<Failure | null> => {
    const reply = await verbs.commit(act, via, happenedAt, replaces);
    return reply.ok ? null : reply.failure;
  };
  const commitInWords = async (act: Act, via: Via): Promise<string | null> => {
    const failure = await commit(act, via);
    return failure && say.ref(failure.message);
  };
  return { commit, commitInWords };
}
