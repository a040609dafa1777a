import { useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { DutyView, RotaView } from '#shared/contract/view/rota.ts';
import { ROTA_LEVELS, type RotaLevel } from '#shared/contract/wire/rule-values.ts';
import { swapped } from './duty-acts.ts';
import { DutyForm } from './duty-form.tsx';
import { areaInWords, spanInWords } from './rota-words.ts';

/** What is done with the week just now. */
export type RotaTask =
  | { kind: 'none' }
  | { kind: 'new'; level: RotaLevel; from: number; to: number }
  | { kind: 'duty'; duty: DutyView }
  | { kind: 'edit'; duty: DutyView }
  | { kind: 'swap'; one: DutyView; other: DutyView | null };

interface RotaSideProps {
  view: RotaView;
  task: RotaTask;
  onTask(task: RotaTask): void;
  onDone(): void;
  onWithdraw(duty: DutyView): void;
}

/** Beside the week: the duty in hand, the form of one, or a swap of two before it is made. */
export function RotaSide({ view, task, onTask, onDone, onWithdraw }: RotaSideProps) {
  const say = useSay();
  const all = view.levels.flatMap(({ duties }) => duties);
  // A number that stands masked is none to take over.
  const known = [...new Map(all.filter(({ mayEdit }) => mayEdit).map((duty) => [duty.name, duty])).values()];
  const levels = ROTA_LEVELS.filter((level) => view.area.kind === 'hq' || level !== 'hq').filter(
    (level) => view.area.kind !== 'branch' || level === 'squad' || level === 'head',
  );
  const cancel = () => onTask({ kind: 'none' });
  if (task.kind === 'new') {
    const { level, from, to } = task;
    const draft = { area: view.area, level, from, to, user: null, name: '', phone: null, email: null };
    return <DutyForm key={`${level} ${from} ${to}`} {...{ draft, levels, known, onDone }} onCancel={cancel} />;
  }
  if (task.kind === 'edit')
    return <DutyForm key={task.duty.id} draft={task.duty} {...{ levels, known, onDone }} onCancel={cancel} />;
  if (task.kind === 'swap') return <Swap {...task} onDone={onDone} onCancel={cancel} />;
  if (task.kind === 'none')
    return view.mayEdit ? (
      <>
        <p className="rules-lead">{say('rota.hint')}</p>
        <p className="rules-lead">{say('rota.hint.keys')}</p>
      </>
    ) : (
      <p className="rules-lead">{say('rota.read-only')}</p>
    );
  const { duty } = task;
  return (
    <section className="duty-card">
      <h3>{duty.name}</h3>
      <p>
        {say(`rota.level.${duty.level}`)} · {areaInWords(say, duty.area)}
      </p>
      <p>{spanInWords(say, duty)}</p>
      {duty.phone === null ? null : <p>{duty.phone}</p>}
      {duty.email === null ? null : <p>{duty.email}</p>}
      {duty.mayEdit ? (
        <p className="day-acts">
          <Button autoFocus look="primary" onClick={() => onTask({ kind: 'edit', duty })}>
            {say('rota.change')}
          </Button>
          <Button shortcut="T" onClick={() => onTask({ kind: 'swap', one: duty, other: null })}>
            {say('rota.swap.with')}
          </Button>
          <Button shortcut="Del" onClick={() => onWithdraw(duty)}>
            {say('rota.withdraw')}
          </Button>
        </p>
      ) : (
        <p className="rules-lead">{say('rota.read-only')}</p>
      )}
    </section>
  );
}

interface SwapProps {
  one: DutyView;
  other: DutyView | null;
  onDone(): void;
  onCancel(): void;
}

function Swap({ one, other, onDone, onCancel }: SwapProps) {
  const say = useSay();
  const { verbs } = useDesk();
  const [fault, setFault] = useState<string | null>(null);
  const line = (duty: DutyView, before: string, after: string) =>
    say('rota.swap.line', { span: spanInWords(say, duty), before, after });
  const swap = async (with_: DutyView) => {
    const reply = await verbs.commit({ kind: 'set-rota', duties: swapped(one, with_) }, 'menu');
    if (reply.ok) onDone();
    else setFault(say.ref(reply.failure.message));
  };
  return (
    <section className="duty-card" aria-live="polite">
      <h3>{say('rota.swap.title')}</h3>
      {other === null ? (
        <>
          <p>
            <b>{one.name}</b> · {spanInWords(say, one)}
          </p>
          <p>{say('rota.swap.pick')}</p>
        </>
      ) : (
        <>
          <p>{line(one, one.name, other.name)}</p>
          <p>{line(other, other.name, one.name)}</p>
        </>
      )}
      {fault === null ? null : <p role="alert">{fault}</p>}
      <p className="day-acts">
        <Button onClick={onCancel}>{say('rules.cancel')}</Button>
        {other === null ? null : (
          <Button key="swap" autoFocus look="primary" onClick={() => void swap(other)}>
            {say('rota.swap.do')}
          </Button>
        )}
      </p>
    </section>
  );
}
