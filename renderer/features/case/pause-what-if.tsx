import { useDesk } from '#renderer/app/desk-context.ts';
import { WhatIfWords } from '#renderer/app/forecast/what-if-words.tsx';
import { PAUSE_REASONS, type PauseReason } from '#shared/domain/case-status.ts';
import { readComingMoment } from '#shared/kit/read-malaysia-moment.ts';
import type { FormValues } from './form-fields.ts';

/** What the pause being filled in would do to the clocks; nothing before it has a reason and a readable day. */
export function PauseWhatIf({ caseId, values }: { caseId: string; values: FormValues }) {
  const { clock } = useDesk();
  const reason = PAUSE_REASONS.find((one): one is PauseReason => one === values.pauseReason);
  const typed = values.until?.trim() ?? '';
  const until = typed === '' ? null : readComingMoment(typed, clock.now());
  if (reason === undefined || until?.ok === false) return null;
  return <WhatIfWords cases={[caseId]} supposed={{ kind: 'pause', reason, plannedUntil: until?.ms ?? null }} />;
}
