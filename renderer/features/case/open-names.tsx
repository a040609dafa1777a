import { useState } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextArea } from '#renderer/ui/field.tsx';
import { useSay } from '#renderer/ui/use-say.ts';

interface OpenNamesProps {
  number: string;
  /** Words when it failed, null when the names are open. */
  onOpen(reason: string): Promise<string | null>;
  onClose(): void;
}

const COMMON = ['contact', 'eligibility', 'payment'] as const;

/** Asks for the reason before names are shown. */
export function OpenNames({ number, onOpen, onClose }: OpenNamesProps) {
  const say = useSay();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | null>(null);
  const submit = async () => {
    if (reason.trim() === '') {
      setError(say('drawer.people.reason.needed'));
      return;
    }
    setError(await onOpen(reason.trim()));
  };
  return (
    <Dialog
      title={say('drawer.people.title', { number })}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{say('form.cancel')}</Button>
          <Button look="primary" onClick={() => void submit()}>
            {say('drawer.people.do')}
          </Button>
        </>
      }
    >
      <div className="open-names">
        <TextArea
          label={say('drawer.people.reason')}
          hint={say('drawer.people.reason.hint')}
          error={error ?? undefined}
          rows={2}
          value={reason}
          data-autofocus
          onChange={(event) => setReason(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey) return;
            event.preventDefault();
            void submit();
          }}
        />
        <div className="open-names-common">
          {COMMON.map((one) => (
            <Button key={one} onClick={() => setReason(say(`drawer.people.reason.${one}`))}>
              {say(`drawer.people.reason.${one}`)}
            </Button>
          ))}
        </div>
      </div>
    </Dialog>
  );
}
