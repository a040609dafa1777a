import { useEffect, useState } from 'react';
import type { WayBackView } from '#shared/contract/view/desk.ts';
import { useDesk } from './desk-context.ts';

/**
 * How an act can be taken back at this moment; null until the engine has answered, or without an act.
 * @param since asked anew whenever this is another value: something was built on the act, or its time is over
 */
export function useWayBack(act: string | null, since: unknown): WayBackView | null {
  const { engine } = useDesk();
  const [found, setFound] = useState<{ act: string; way: WayBackView } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `since` says when to ask anew
  useEffect(() => {
    if (act === null) return;
    let stale = false;
    void engine.call('act.way-back', { act }).then((reply) => {
      if (!stale && reply.ok) setFound({ act, way: reply.value });
    });
    return () => {
      stale = true;
    };
  }, [engine, act, since]);
  return found?.act === act ? (found?.way ?? null) : null;
}
