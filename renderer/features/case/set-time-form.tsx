import { useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { useCaseActs } from '#renderer/app/use-case-acts.ts';
import { Button } from '#renderer/ui/button.tsx';
import { TextField } from '#renderer/ui/field.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { TimelineEntry } from '#shared/contract/view/case-detail.ts';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';
import { readMalaysiaMoment } from '#shared/kit/read-malaysia-moment.ts';
import { formatMoment } from '#shared/text/format.ts';
import { EntryForm } from './entry-form.tsx';
import { boundsWords, isBeyond } from './entry-time.ts';

/** A supervisor says when a record of uncertain time really was; outside what is known it needs a reason. */
export function SetTimeForm({ entry, onClose }: { entry: TimelineEntry; onClose(): void }) {
  const say = useSay();
  const { clock } = useDesk();
  const { commit } = useCaseActs();
  const [when, setWhen] = useState('');
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<{ when?: string; reason?: string }>({});
  const [busy, setBusy] = useState(false);
  const now = clock.now();
  const bounds = boundsWords(entry, say, now);
  const read = when.trim() === '' ? null : readMalaysiaMoment(when, now);
  const beyond = read?.ok === true && isBeyond(entry, read.ms);
  const hint =
    read?.ok !== true
      ? `${bounds ?? ''} ${say('form.when.hint')}`.trim()
      : beyond
        ? say('time.set.outside', { at: formatMoment(say.lang, read.ms, now), bounds: bounds ?? '' })
        : say('form.when.reads', { at: formatMoment(say.lang, read.ms) });

  const save = async () => {
    const { kind, id } = entry.subject;
    const subject = kind === 'case' || kind === 'incident' ? ({ kind, id } as const) : null;
    if (read === null || !read.ok || subject === null)
      return setErrors({
        when: say(read?.ok === false && read.why === 'future' ? 'form.when.future' : 'form.when.unreadable'),
      });
    const told = reason.trim();
    if (beyond && told === '') return setErrors({ reason: say('time.set.reason.needed') });
    setBusy(true);
    const failure = await commit(
      {
        kind: 'set-time',
        subject,
        event: entry.id,
        happenedAt: isoMalaysia(read.ms),
        ...(told === '' ? {} : { reason: told }),
      },
      'menu',
    );
    setBusy(false);
    if (failure === null) return onClose();
    setErrors({ [failure.field?.endsWith('reason') ? 'reason' : 'when']: say.ref(failure.message) });
  };

  return (
    <EntryForm label={say('act.set-time')} onSave={save} onClose={onClose}>
      <TextField
        label={say('time.set.when')}
        value={when}
        hint={hint}
        error={errors.when}
        data-autofocus
        onChange={(event) => {
          setWhen(event.currentTarget.value);
          setErrors({});
        }}
      />
      <TextField
        label={say('time.set.reason')}
        value={reason}
        maxLength={2_000}
        error={errors.reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <p className="act-form-foot">
        <Button onClick={onClose}>{say('form.cancel')}</Button>
        <Button type="submit" look="primary" disabled={busy}>
          {say('act.set-time')}
        </Button>
      </p>
    </EntryForm>
  );
}
