import { useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { Button } from '#renderer/ui/button.tsx';
import { TextArea } from '#renderer/ui/field.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { CaseAround } from '#shared/contract/view/case-around.ts';
import { formatMoment } from '#shared/text/format.ts';
import { FormRow, FormRowFoot } from './form-row.tsx';

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
  const [text, setText] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const at = (ms: number) => formatMoment(say.lang, ms, clock.now());
  const save = async (settle: (failed: string | null) => void) => {
    if (text.trim() === '') return settle(say('form.needed'));
    const failed = await onReceive(text.trim());
    settle(failed);
    if (failed === null) setText('');
  };
  return (
    <FormRow
      label={say('around.complaints')}
      button={may ? say('around.complaints.add') : null}
      form={({ error, settle, close }) => (
        <>
          <TextArea
            label={say('around.complaints.text')}
            error={error ?? undefined}
            rows={3}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <FormRowFoot onClose={close} onSave={() => void save(settle)} />
        </>
      )}
    >
      {complaints.length === 0 ? <span className="drawer-quiet">{say('around.complaints.none')}</span> : null}
      {complaints.map((one) => (
        <span key={one.id} className="around-line">
          {say('around.complaints.received', { at: at(one.at) })}
          {one.acknowledgedAt !== null ? (
            <small>{say('around.complaints.acknowledged', { at: at(one.acknowledgedAt) })}</small>
          ) : may ? (
            <Button onClick={() => void onAcknowledge(one.id).then(setRefused)}>
              {say('around.complaints.acknowledge')}
            </Button>
          ) : null}
        </span>
      ))}
      {refused === null ? null : (
        <p className="field-error" role="alert">
          {refused}
        </p>
      )}
    </FormRow>
  );
}
