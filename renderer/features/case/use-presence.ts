import { useEffect, useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';

/** Walking through the queue opens no case; ms. */
const STAYS_MS = 400;

/** Says that this case is open here, and tells who else has it open; nobody without central. */
export function usePresence(caseId: string): readonly string[] {
  const { engine } = useDesk();
  const [others, setOthers] = useState<readonly string[]>([]);
  useEffect(() => {
    const timer = setTimeout(() => void engine.call('presence.set', { case: caseId }), STAYS_MS);
    const stop = engine.watch('presence.watch', { case: caseId }, setOthers, () => setOthers([]));
    return () => {
      clearTimeout(timer);
      stop();
      void engine.call('presence.set', { case: null });
    };
  }, [engine, caseId]);
  return others;
}
