import { useCallback, useEffect, useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { useSay } from '#renderer/ui/use-say.ts';
import type { Act } from '#shared/contract/acts.ts';
import type { Reply } from '#shared/contract/carrier.ts';
import type { HeldActView } from '#shared/contract/view/held-act.ts';

export type DecidingAct = Extract<Act, { kind: 'admit' | 'turn-down' }>;

/** How far the clocks of a window and of the engine may be apart. */
const GRACE_MS = 100;

/**
 * Decisions on held acts: each is durable at once, as any act is, and can be put back for ten seconds before it goes to
 * central. What was decided, and up to when, the engine says: a window that closes, or opens, changes nothing.
 */
export function useDecisions(list: readonly HeldActView[], heard: (reply: Reply<HeldActView[]>) => void) {
  const say = useSay();
  const { engine, verbs, clock } = useDesk();
  // Words of what failed, by held act.
  const [failed, setFailed] = useState<ReadonlyMap<string, string>>(new Map());
  const fail = useCallback((held: string, words: string | null) => {
    setFailed((before) => {
      const others = [...before].filter(([id]) => id !== held);
      return new Map(words === null ? others : [...others, [held, words]]);
    });
  }, []);
  const read = useCallback(() => void engine.call('held.list', {}).then(heard), [engine, heard]);
  // What cannot be put back any more leaves the list. The engine's clock says when: while a list that was read still has
  // it, it is read again.
  const ends = list.flatMap(({ decision }) => decision?.until ?? []);
  const next = ends.length === 0 ? null : Math.min(...ends);
  useEffect(() => {
    if (next === null || list.length === 0) return;
    const timer = setTimeout(read, Math.max(0, next - clock.now()) + GRACE_MS);
    return () => clearTimeout(timer);
  }, [next, list, clock, read]);
  const decide = useCallback(
    async (act: DecidingAct, via: 'keys' | 'menu') => {
      const reply = await verbs.commit(act, via);
      fail(act.held, reply.ok ? null : say.ref(reply.failure.message));
      read();
    },
    [verbs, fail, read, say],
  );
  const putBack = useCallback(
    async (held: string) => {
      const reply = await engine.call('held.put-back', { held });
      if (reply.ok) return heard(reply);
      fail(held, say.ref(reply.failure.message));
      read();
    },
    [engine, heard, fail, read, say],
  );
  return { read, failed, decide, putBack };
}
