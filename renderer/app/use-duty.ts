import { useEffect, useRef, useState } from 'react';
import { useDesk } from './desk-context.ts';

/** Duty is asked anew so often while somebody looks at it. */
const FRESH_MS = 60_000;

/**
 * Names of the squad on duty by branch; an office that nobody is on duty at is left out. Null until it is known.
 * @param wanted asked only while somebody looks at it
 */
export function useDuty(wanted: boolean): ReadonlyMap<string, readonly string[]> | null {
  const { engine, clock } = useDesk();
  const [duty, setDuty] = useState<ReadonlyMap<string, readonly string[]> | null>(null);
  const askedAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    if (!wanted) return;
    const ask = () => {
      askedAt.current = clock.now();
      void engine.call('load.duty', {}).then((reply) => {
        if (reply.ok) setDuty(new Map(reply.value.offices.map(({ branch, names }) => [branch, names])));
      });
    };
    if (clock.now() - askedAt.current >= FRESH_MS) ask();
    const timer = setInterval(ask, FRESH_MS);
    return () => clearInterval(timer);
  }, [wanted, engine, clock]);
  return duty;
}
