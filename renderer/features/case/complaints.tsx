import { useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { Button } from '#renderer/ui/button.tsx';
import { TextArea } from '#renderer/ui/field.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { CaseAround } from '#shared/contract/view/case-around.ts';
import { formatMoment } from '#shared/text/format.ts';

interface ComplaintsProps {
  complaints: CaseAround['complaints'];
  may: boolean;
  /** Words when it failed, null when it stands. */
  onReceive(text: string): Promise<string | null>;
  onAcknowledge(complaint: string): Promise<string | null>;
}

/** Complaints about the case and whether they were acknowledged; each has its own clock. The words stand in the timeline. */
export function Complaints({ complaints, may, onReceive, onAcknowledge }: ComplaintsProps) {
  const say = useSay();
  const { clock } = useDesk();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [error, setError] = useState<string | null>(null);
  const at = (ms: number) => formatMoment(say.lang, ms, clock.now());
  // What was wrong in the form goes with it.
  const turn = (on: boolean) => {
    setOpen(on);
    setError(null);
  };
  const save = async () => {
    if (text.trim() === '') return setError(say('form.needed'));
    const failed = await onReceive(text.trim());
    setError(failed);
    if (failed !== null) return;
    setOpen(false);
    setText('');
  };
  return (
    <div className="around-row">
      <dt>{say('around.complaints')}</dt>
      <dd>
        {complaints.length === 0 ? <span className="drawer-quiet">{say('around.complaints.none')}</span> : null}
        {complaints.map((one) => (
          <span key={one.id} className="around-line">
            {say('around.complaints.received', { at: at(one.at) })}
            {one.acknowledgedAt !== null ? (
              <small>{say('around.complaints.acknowledged', { at: at(one.acknowledgedAt) })}</small>
            ) : may ? (
              <Button onClick={() => void onAcknowledge(one.id).then(setError)}>
                {say('around.complaints.acknowledge')}
              </Button>
            ) : null}
          </span>
        ))}
        {error !== null && !open ? (
          <p className="field-error" role="alert">
            {error}
          </p>
        ) : null}
      </dd>
      {may ? (
        <dd className="around-do">
          <Button look="quiet" aria-expanded={open} onClick={() => turn(!open)}>
            {say('around.complaints.add')}
          </Button>
        </dd>
      ) : null}
      {open ? (
        <dd className="around-form">
          <TextArea
            label={say('around.complaints.text')}
            error={error ?? undefined}
            rows={3}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <p className="act-form-foot">
            <Button onClick={() => turn(false)}>{say('form.cancel')}</Button>
            <Button look="primary" onClick={() => void save()}>
              {say('form.save')}
            </Button>
          </p>
        </dd>
      ) : null}
    </div>
  );
}
