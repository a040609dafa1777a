import { useCallback, useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { useSay } from '#renderer/ui/use-say.ts';
import type { AlarmView } from '#shared/contract/view/alarms.ts';
import type { Via } from '#shared/contract/wire/event.ts';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';

/** Acknowledges alarms by one act; `refused` says why the last one was not taken. */
export function useAcknowledge(): {
  acknowledge(alarms: readonly AlarmView[], via: Via): void;
  refused: string | null;
} {
  const say = useSay();
  const { verbs } = useDesk();
  const [refused, setRefused] = useState<string | null>(null);
  const acknowledge = useCallback(
    (alarms: readonly AlarmView[], via: Via) => {
      if (alarms.length === 0) return;
      const marks = alarms.map((one) => ({
        case: one.case,
        clock: one.clock,
        policy: one.policy,
        fraction: one.fraction,
        due: isoMalaysia(one.due),
      }));
      void verbs.commit({ kind: 'acknowledge-alarm', alarms: marks }, via).then((reply) => {
        setRefused(reply.ok ? null : say('alarm.refused', { why: say.ref(reply.failure.message) }));
      });
    },
    [say, verbs],
  );
  return { acknowledge, refused };
}
