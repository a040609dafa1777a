import { useEffect, useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { Button } from '#renderer/ui/button.tsx';
import { TextField } from '#renderer/ui/field.tsx';
import { keyed } from '#renderer/ui/keyed.ts';
import { useSay } from '#renderer/ui/use-say.ts';
import type { Reply } from '#shared/contract/carrier.ts';
import type { CalendarChange, CalendarPreviewView } from '#shared/contract/view/calendar.ts';
import { formatMoment } from '#shared/text/format.ts';

interface ConfirmChangeProps {
  title: string;
  change: CalendarChange;
  onDone(): void;
  onCancel(): void;
}

/** Which running clocks a change of the calendar would move, the reason for it, and the one act that makes it. */
export function ConfirmChange({ title, change, onDone, onCancel }: ConfirmChangeProps) {
  const say = useSay();
  const { engine, verbs } = useDesk();
  const [seen, setSeen] = useState<Reply<CalendarPreviewView> | null>(null);
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => void engine.call('rules.preview-calendar', change).then(setSeen), [engine, change]);
  const save = async () => {
    if (reason.trim() === '') return setFault(say('rules.form.needed'));
    setBusy(true);
    const reply = await verbs.commit({ kind: 'set-calendar', ...change, reason: reason.trim() }, 'menu');
    setBusy(false);
    if (reply.ok) onDone();
    else setFault(say.ref(reply.failure.message));
  };
  return (
    <form
      className="day-side rules-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h3>{title}</h3>
      <div role="status">
        {seen === null ? <p>{say('rules.loading')}</p> : null}
        {seen && !seen.ok ? <p>{say.ref(seen.failure.message)}</p> : null}
        {seen?.ok ? <Effects effects={seen.value} /> : null}
      </div>
      <TextField
        autoFocus
        label={say('calendar.reason')}
        value={reason}
        error={fault ?? undefined}
        onChange={(event) => setReason(event.target.value)}
      />
      <p className="day-acts">
        <Button onClick={onCancel}>{say('calendar.back')}</Button>
        <Button type="submit" look="primary" disabled={busy || seen === null || !seen.ok}>
          {say('calendar.save')}
        </Button>
      </p>
    </form>
  );
}

function Effects({ effects }: { effects: CalendarPreviewView }) {
  const say = useSay();
  const { clock } = useDesk();
  const { cases, earlier, later, newlyLate, noLongerLate, first } = effects;
  if (earlier + later === 0) return <p>{say('calendar.effect.none', { cases })}</p>;
  const time = (ms: number) => formatMoment(say.lang, ms, clock.now());
  return (
    <>
      <p>{say('calendar.effect.some', { earlier, later, late: newlyLate, saved: noLongerLate, cases })}</p>
      <table className="rules-table">
        <thead>
          <tr>
            {(['case', 'promise', 'before', 'after'] as const).map((head) => (
              <th key={head} scope="col">
                {say(`calendar.effect.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {keyed(first, ({ number, key }) => `${number} ${key}`).map(({ key, one }) => (
            <tr key={key}>
              <td>{one.number}</td>
              <td>{say.key(`clock.name.${one.key}`)}</td>
              <td>{time(one.before)}</td>
              <td>
                <b>{time(one.after)}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
