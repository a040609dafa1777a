import { useState } from 'react';
import { useCaseActs } from '#renderer/app/use-case-acts.ts';
import { useWayBack } from '#renderer/app/use-way-back.ts';
import { Button } from '#renderer/ui/button.tsx';
import { TextField } from '#renderer/ui/field.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { TimelineEntry } from '#shared/contract/view/case-detail.ts';
import { EntryForm } from './entry-form.tsx';

/** Brings back what stood before an act that can no longer be undone, with the reason that goes with it. */
export function ReverseForm({ entry, onClose }: { entry: TimelineEntry; onClose(): void }) {
  const say = useSay();
  const { commitInWords } = useCaseActs();
  const way = useWayBack(entry.act, entry);
  const [reason, setReason] = useState(say('reverse.reason.filled', { act: say.ref(entry.words) }));
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const words = way?.way === 'reverse' ? say('reverse.do', { words: say.ref(way.words) }) : say('act.reverse');
  const save = async () => {
    setBusy(true);
    const told = reason.trim();
    const failed = await commitInWords(
      { kind: 'reverse', act: entry.act, ...(told === '' ? {} : { reason: told }) },
      'menu',
    );
    setBusy(false);
    setError(failed);
    if (failed === null) onClose();
  };
  return (
    <EntryForm label={words} onSave={save} onClose={onClose}>
      <p className="act-form-head">
        <b>{words}</b>
      </p>
      <p className="entry-form-lead">{way?.way === 'none' ? say.ref(way.why) : say('reverse.lead')}</p>
      <TextField
        label={say('reverse.reason')}
        value={reason}
        maxLength={2_000}
        error={error ?? undefined}
        data-autofocus
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <p className="act-form-foot">
        <Button onClick={onClose}>{say('form.cancel')}</Button>
        <Button type="submit" look="primary" disabled={busy || way?.way === 'none'}>
          {say('act.reverse')}
        </Button>
      </p>
    </EntryForm>
  );
}
