import { useEffect, useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { Button } from '#renderer/ui/button.tsx';
import { TextField } from '#renderer/ui/field.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { WhomView } from '#shared/contract/view/alarms.ts';
import { formatMoment } from '#shared/text/format.ts';
import './whom.css';

/** Asks the engine whom to phone about these cases; empty until it answers. */
export function useWhom(cases: readonly string[]): ReadonlyMap<string, WhomView> {
  const { engine } = useDesk();
  const [found, setFound] = useState<ReadonlyMap<string, WhomView>>(new Map());
  const asked = cases.join();
  useEffect(() => {
    if (asked === '') return;
    let stale = false;
    void engine.call('alarms.whom', { cases: asked.split(',') }).then((reply) => {
      if (!stale && reply.ok) setFound(new Map(reply.value.map((one) => [one.case, one])));
    });
    return () => {
      stale = true;
    };
  }, [engine, asked]);
  return found;
}

/** Whom to phone about one case: who is on duty next, who was passed, and the number, which is opened for a reason. */
export function WhomToPhone({ whom }: { whom: WhomView }) {
  const say = useSay();
  const { clock } = useDesk();
  const [asking, setAsking] = useState(false);
  const user = usePicture(({ session }) => session.user?.id ?? null);
  const [opened, setOpened] = useState<{ by: string | null; phone: string } | null>(null);
  // Opened for whoever gave the reason, and covered again for the next person.
  const phone = opened !== null && opened.by === user ? opened.phone : null;
  const { called, passed } = whom;
  return (
    <div className="whom">
      {passed.length > 0 && called !== null ? (
        <p>{say('alarm.whom.passed', { levels: passed.map((level) => say(`notice.level.${level}`)).join(', ') })}</p>
      ) : null}
      {called === null ? (
        <p>{say('alarm.whom.nobody')}</p>
      ) : (
        <p className="whom-line">
          <b>{say('alarm.whom', { level: say(`notice.level.${called.level}`), name: called.name })}</b>
          <span>{phone ?? called.phone ?? say('alarm.whom.no-phone')}</span>
          {called.phone === null || phone !== null || asking ? null : (
            <Button onClick={() => setAsking(true)}>{say('alarm.phone.open')}</Button>
          )}
          <small>{say('alarm.whom.until', { time: formatMoment(say.lang, called.until, clock.now()) })}</small>
        </p>
      )}
      {asking && called !== null ? (
        <AskReason
          caseId={whom.case}
          duty={called.duty}
          onPhone={(number) => {
            setOpened({ by: user, phone: number ?? say('alarm.whom.no-phone') });
            setAsking(false);
          }}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </div>
  );
}

interface AskReasonProps {
  caseId: string;
  duty: string;
  onPhone(phone: string | null): void;
  onClose(): void;
}

function AskReason({ caseId, duty, onPhone, onClose }: AskReasonProps) {
  const say = useSay();
  const { engine } = useDesk();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | null>(null);
  return (
    <form
      className="whom-reason"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() === '') return setError(say('drawer.people.reason.needed'));
        void engine.call('alarms.phone', { case: caseId, duty, reason: reason.trim() }).then((reply) => {
          if (reply.ok) onPhone(reply.value.phone);
          else setError(say.ref(reply.failure.message));
        });
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <TextField
        label={say('alarm.phone.reason')}
        error={error ?? undefined}
        value={reason}
        maxLength={500}
        autoFocus
        // Esc leaves this field, not the dialog around it.
        data-mantine-stop-propagation="true"
        onChange={(event) => {
          setReason(event.currentTarget.value);
          setError(null);
        }}
      />
      <Button type="submit" look="primary">
        {say('alarm.phone.open')}
      </Button>
      <Button onClick={onClose}>{say('form.cancel')}</Button>
    </form>
  );
}
