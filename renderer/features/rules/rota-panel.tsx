import { useCallback, useEffect, useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { Button } from '#renderer/ui/button.tsx';
import { SelectField } from '#renderer/ui/field.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { Reply } from '#shared/contract/carrier.ts';
import type { RotaView } from '#shared/contract/view/rota.ts';
import { branches } from '#shared/geo/branches.ts';
import { formatMoment } from '#shared/text/format.ts';
import { DutyForm } from './duty-form.tsx';

/** Who is on duty at an office, and the nights and rest days nobody covers yet. */
export function RotaPanel() {
  const say = useSay();
  const { engine, verbs, clock } = useDesk();
  const scope = usePicture((picture) => picture.session.user?.scope);
  const own = scope?.kind === 'branch' ? scope.branch : branches.find(({ state }) => state === stateOf(scope))?.code;
  const [branch, setBranch] = useState(own ?? branches[0]?.code ?? '');
  const [reply, setReply] = useState<Reply<RotaView> | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const read = useCallback(
    () => void engine.call('rules.rota', { area: { kind: 'branch', branch }, at: clock.now() }).then(setReply),
    [engine, branch, clock],
  );
  useEffect(read, [read]);
  const time = (ms: number) => formatMoment(say.lang, ms, clock.now());
  const span = ({ from, to }: { from: number; to: number }) => `${time(from)} – ${time(to)}`;
  const withdraw = async (id: string) => {
    const answer = await verbs.commit({ kind: 'set-rota', duties: [], withdraw: [id] }, 'menu');
    setFailed(answer.ok ? null : say.ref(answer.failure.message));
    read();
  };
  const read1 = reply?.ok ? reply.value : null;
  const view =
    read1 === null
      ? null
      : {
          ...read1,
          duties: read1.levels.flatMap(({ duties }) => duties),
          gaps: read1.levels.find(({ level }) => level === 'squad')?.gaps ?? [],
        };
  return (
    <div className="rota">
      <SelectField
        label={say('rota.branch')}
        value={branch}
        options={branches.map(({ code, name }) => ({ value: code, label: `${code} · ${name}` }))}
        onChange={(event) => setBranch(event.target.value)}
      />
      {reply && !reply.ok ? <p role="alert">{say.ref(reply.failure.message)}</p> : null}
      {failed === null ? null : <p role="alert">{failed}</p>}
      {view === null ? (
        <p role="status">{say('rules.loading')}</p>
      ) : (
        <>
          <h3>{say('rota.gaps', { n: view.gaps.length })}</h3>
          {view.gaps.length === 0 ? <p>{say('rota.no-gaps')}</p> : null}
          <ul className="rota-gaps">
            {view.gaps.map((gap) => (
              <li key={gap.from}>{span(gap)}</li>
            ))}
          </ul>
          <h3>{say('rota.duties')}</h3>
          {view.duties.length === 0 ? <p>{say('rota.no-duties')}</p> : null}
          <ul>
            {view.duties.map((duty) => (
              <li key={duty.id} className="duty">
                <b>{duty.name}</b>
                <span>{say(`rota.level.${duty.level}`)}</span>
                <span>{span(duty)}</span>
                {view.mayEdit ? (
                  <Button look="quiet" onClick={() => void withdraw(duty.id)}>
                    {say('rota.withdraw')}
                  </Button>
                ) : null}
                <small>{[duty.phone, duty.email].filter((one) => one !== null).join(' · ')}</small>
              </li>
            ))}
          </ul>
          {view.mayEdit ? <DutyForm key={branch} branch={branch} gap={view.gaps[0] ?? null} onDone={read} /> : null}
        </>
      )}
    </div>
  );
}

function stateOf(scope: { kind: string; state?: string } | undefined): string | undefined {
  return scope?.kind === 'state' ? scope.state : undefined;
}
