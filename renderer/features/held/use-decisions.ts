import { useCallback, useEffect, useRef, useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { useSay } from '#renderer/ui/use-say.ts';
import type { Act } from '#shared/contract/acts.ts';
import { UNDO_MS } from '#shared/sync/act-world.ts';

export type DecidingAct = Extract<Act, { kind: 'admit' | 'turn-down' }>;

/** A decision that is not made yet; `until`: when it will be, desk time in ms since 1970. */
export interface Decision {
  act: DecidingAct;
  via: 'keys' | 'menu';
  until: number;
  /** Who decided: what one person meant is not done in another's name. */
  by: string | null;
}

/**
 * Decisions on held acts, by held act: each waits ten seconds in which nothing follows from it, then is made; all that
 * wait are made when the panel closes. A decision once made stands for good.
 */
export function useDecisions(onMade: () => void): {
  waiting: ReadonlyMap<string, Decision>;
  /** Words of what failed, by held act. */
  failed: ReadonlyMap<string, string>;
  decide(act: DecidingAct, via: 'keys' | 'menu'): void;
  putBack(held: string): void;
} {
  const say = useSay();
  const { verbs, clock, picture } = useDesk();
  const [waiting, setWaiting] = useState<ReadonlyMap<string, Decision>>(new Map());
  const [failed, setFailed] = useState<ReadonlyMap<string, string>>(new Map());
  // What waits at this moment, drawn or not: nothing is made twice when the panel closes.
  const pending = useRef(new Map<string, { one: Decision; timer: ReturnType<typeof setTimeout> }>());

  const putBack = useCallback((held: string) => {
    clearTimeout(pending.current.get(held)?.timer);
    pending.current.delete(held);
    setWaiting((before) => new Map([...before].filter(([id]) => id !== held)));
  }, []);
  const make = useCallback(
    async ({ act, via, by }: Decision) => {
      const { user, locked } = picture().session;
      return locked || (user?.id ?? null) !== by ? null : verbs.commit(act, via);
    },
    [picture, verbs],
  );
  const decide = useCallback(
    (act: DecidingAct, via: 'keys' | 'menu') => {
      // As long as any act of the desk can be undone.
      const one: Decision = { act, via, until: clock.now() + UNDO_MS, by: picture().session.user?.id ?? null };
      setFailed((before) => new Map([...before].filter(([id]) => id !== act.held)));
      setWaiting((before) => new Map(before).set(act.held, one));
      const timer = setTimeout(async () => {
        putBack(act.held);
        const reply = await make(one);
        if (reply?.ok === false) setFailed((before) => new Map(before).set(act.held, say.ref(reply.failure.message)));
        onMade();
      }, UNDO_MS);
      pending.current.set(act.held, { one, timer });
    },
    [clock, picture, make, putBack, onMade, say],
  );
  useEffect(
    () => () => {
      for (const { one, timer } of pending.current.values()) {
        clearTimeout(timer);
        void make(one);
      }
      pending.current.clear();
    },
    [make],
  );
  return { waiting, failed, decide, putBack };
}
