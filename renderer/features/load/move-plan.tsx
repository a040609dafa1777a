import { useCallback, useEffect, useRef, useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { officeOptions } from '#renderer/app/office-options.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { Button } from '#renderer/ui/button.tsx';
import { SelectField, TextField } from '#renderer/ui/field.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { PlannedMove } from '#shared/contract/view/load.ts';
import { PlanRow } from './plan-row.tsx';

/** What is to go elsewhere, and from which office. */
export interface PlanAsk {
  cases: readonly string[];
  avoid: string | null;
  spread: boolean;
}

/** A plan before it is done: which case to which office, what each clock would do; one gesture, undone as one. */
export function MovePlan({ ask, onClose }: { ask: PlanAsk; onClose(): void }) {
  const say = useSay();
  const { engine, verbs } = useDesk();
  const supervisor = usePicture((picture) => picture.session.user?.role === 'supervisor');
  const [spread, setSpread] = useState(ask.spread);
  const [plan, setPlan] = useState<readonly PlannedMove[] | null>(null);
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const place = useRef<HTMLElement>(null);
  // A proposal made anew is not changed by what was asked about the one before.
  const proposal = useRef(0);
  useEffect(() => place.current?.focus(), []);
  useEffect(() => {
    let stale = false;
    proposal.current++;
    setPlan(null);
    void engine.call('moves.propose', { cases: [...ask.cases], avoid: ask.avoid, spread }).then((reply) => {
      if (stale) return;
      // Those that go stand first; lines changed by hand keep their place.
      if (reply.ok) setPlan(reply.value.toSorted((a, b) => Number(a.refused !== null) - Number(b.refused !== null)));
      setError(reply.ok ? null : say.ref(reply.failure.message));
    });
    return () => {
      stale = true;
    };
  }, [engine, ask, spread, say]);

  const preview = useCallback(
    async (moves: readonly { case: string; branch: string }[]) => {
      if (moves.length === 0) return;
      const of = proposal.current;
      const reply = await engine.call('moves.preview', { moves: [...moves] });
      if (of !== proposal.current) return;
      setError(reply.ok ? null : say.ref(reply.failure.message));
      if (!reply.ok) return;
      const changed = new Map(reply.value.map((move) => [move.case, move]));
      setPlan((before) => before?.map((move) => changed.get(move.case) ?? move) ?? null);
    },
    [engine, say],
  );

  const going = (plan ?? []).filter(({ refused }) => refused === null);
  const offices = new Set(going.map(({ branch }) => branch));
  const unplaced = plan === null ? 0 : ask.cases.length - plan.length;
  const commit = async () => {
    if (!supervisor && reason.trim() === '' && going.some(({ verdict }) => verdict === 'with-reason'))
      return setError(say('assign.reason.needed'));
    setBusy(true);
    const moves = going.map(({ case: id, branch }) => ({ case: id, branch }));
    const said = reason.trim() === '' ? {} : { reason: reason.trim() };
    const reply = await verbs.commit({ kind: 'share-out', moves, ...said }, 'menu');
    setBusy(false);
    if (reply.ok) onClose();
    else setError(say.ref(reply.failure.message));
  };

  return (
    <section
      ref={place}
      tabIndex={-1}
      className="load-plan"
      aria-label={say('load.plan')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onClose();
      }}
    >
      <h2>{say('load.plan.title', { n: going.length, offices: offices.size })}</h2>
      <div className="load-do">
        <Button aria-pressed={!spread} onClick={() => setSpread(false)}>
          {say('load.plan.nearest')}
        </Button>
        <Button aria-pressed={spread} onClick={() => setSpread(true)}>
          {say('load.plan.spread')}
        </Button>
        <SelectField
          bareLabel
          label={say('load.plan.all-to')}
          value=""
          options={[{ value: '', label: say('load.plan.all-to') }, ...officeOptions(ask.avoid)]}
          onChange={(event) => {
            const branch = event.currentTarget.value;
            if (branch !== '' && plan) void preview(plan.map((move) => ({ case: move.case, branch })));
          }}
        />
      </div>
      <TextField
        label={say('assign.reason')}
        hint={say('load.plan.reason')}
        error={error ?? undefined}
        value={reason}
        onChange={(event) => {
          setReason(event.currentTarget.value);
          if (plan !== null) setError(null);
        }}
      />
      <p className="load-do">
        <Button look="primary" disabled={busy || going.length === 0} onClick={() => void commit()}>
          {say('load.plan.do', { n: going.length })}
        </Button>
        <Button onClick={onClose}>{say('form.cancel')}</Button>
        <small>{say('load.plan.undo')}</small>
      </p>
      {plan === null && error === null ? (
        <p className="load-none" role="status">
          {say('load.plan.loading')}
        </p>
      ) : null}
      {unplaced > 0 ? <p className="load-none">{say('load.plan.unplaced', { n: unplaced })}</p> : null}
      {plan && plan.length > 0 ? (
        <div className="load-scroll">
          <table className="load-table plan-table">
            <thead>
              <tr>
                <th scope="col">{say('load.plan.case')}</th>
                <th scope="col">{say('load.plan.from')}</th>
                <th scope="col">{say('load.plan.to')}</th>
                <th scope="col">{say('load.plan.clocks')}</th>
              </tr>
            </thead>
            <tbody>
              {plan.map((move) => (
                <PlanRow
                  key={move.case}
                  move={move}
                  avoid={ask.avoid}
                  onBranch={(branch) => void preview([{ case: move.case, branch }])}
                />
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </section>
  );
}
