import { useEffect, useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';

/** Says that this case is open here, and tells who else has it open; nobody without central. */
export function usePresence(caseId: string): readonly string[] {
  const { engine } = useDesk();
  const [others, setOthers] = useState<readonly string[]>([]);
  useEffect(() => engine.watch('presence.watch', { case: caseId }, setOthers, () => setOthers([])), [engine, caseId]);
  return others;
}
