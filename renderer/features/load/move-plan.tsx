import { useEffect, useRef, useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import type { KeptPlan } from '#renderer/app/load-part.ts';
import { officeOptions } from '#renderer/app/office-options.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { Button } from '#renderer/ui/button.tsx';
import { SelectField, TextField } from '#renderer/ui/field.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import { PlanRow } from './plan-row.tsx';
import { usePlan } from './use-plan.ts';

/** A plan before it is done: which case to which office, what each clock would do; one gesture, undone as one. */
export function MovePlan({ plan }: { plan: KeptPlan }) {
  const say = useSay();
  const { verbs } = useDesk();
  const supervisor = usePicture((picture) => picture.session.user?.role === 'supervisor');
  const { moves, unplaced, gone, failure, keep, send } = usePlan(plan);
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [showStays, setShowStays] = useState(false);
  const place = useRef<HTMLElement>(null);
  useEffect(() => place.current?.focus(), []);

  const error = refused ?? (failure ? say.ref(failure.message) : null);
  const going = (moves ?? []).filter((move) => move.refused === null);
  // Those that would stay where they are, unless somebody sends them elsewhere by hand.
  const stays = (moves ?? []).filter(
    (move) => move.refused?.key === 'failure.already-lead' && move.reason.key !== 'candidate.chosen',
  );
  const shown = showStays ? moves : (moves?.filter((move) => !stays.includes(move)) ?? null);
  const offices = new Set(going.map(({ branch }) => branch));
  const putAway = () => verbs.supervise({ plan: null, side: 'inbox' });
  const commit = async () => {
    const reason = plan.reason.trim();
    if (!supervisor && reason === '' && going.some(({ verdict }) => verdict === 'with-reason'))
      return setRefused(say('assign.reason.needed'));
    setBusy(true);
    const sent = going.map(({ case: id, branch }) => ({ case: id, branch }));
    const said = reason === '' ? {} : { reason };
    const reply = await verbs.commit({ kind: 'share-out', moves: sent, ...said }, 'menu');
    setBusy(false);
    if (reply.ok) putAway();
    else setRefused(say.ref(reply.failure.message));
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
        verbs.supervise({ side: 'inbox' });
      }}
    >
      <h2>{say('load.plan.title', { n: going.length, offices: offices.size })}</h2>
      <div className="load-do">
        <Button aria-pressed={!plan.spread} onClick={() => plan.spread && keep({ spread: false, moves: null })}>
          {say('load.plan.nearest')}
        </Button>
        <Button aria-pressed={plan.spread} onClick={() => plan.spread || keep({ spread: true, moves: null })}>
          {say('load.plan.spread')}
        </Button>
        <SelectField
          bareLabel
          label={say('load.plan.all-to')}
          value=""
          options={[{ value: '', label: say('load.plan.all-to') }, ...officeOptions(plan.avoid)]}
          onChange={(event) => {
            const branch = event.currentTarget.value;
            if (branch !== '' && moves) void send(moves.map((move) => ({ case: move.case, branch })));
          }}
        />
      </div>
      <TextField
        label={say('assign.reason')}
        hint={say('load.plan.reason')}
        error={error ?? undefined}
        value={plan.reason}
        maxLength={2_000}
        onChange={(event) => {
          keep({ reason: event.currentTarget.value });
          setRefused(null);
        }}
      />
      <p className="load-do">
        <Button look="primary" disabled={busy || going.length === 0} onClick={() => void commit()}>
          {say('load.plan.do', { n: going.length })}
        </Button>
        <Button onClick={putAway}>{say('load.plan.away')}</Button>
        <small>{say('load.plan.undo')}</small>
      </p>
      {moves === null && error === null ? (
        <p className="load-none" role="status">
          {say('load.plan.loading')}
        </p>
      ) : null}
      {unplaced > 0 ? <p className="load-none">{say('load.plan.unplaced', { n: unplaced })}</p> : null}
      {gone > 0 ? <p className="load-none">{say('load.plan.gone', { n: gone })}</p> : null}
      {shown && shown.length > 0 ? (
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
              {shown.map((move) => (
                <PlanRow
                  key={move.case}
                  move={move}
                  avoid={plan.avoid}
                  onBranch={(branch) => void send([{ case: move.case, branch }])}
                />
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      {stays.length > 0 ? (
        <p className="load-do">
          <Button look="quiet" aria-expanded={showStays} onClick={() => setShowStays(!showStays)}>
            {say(showStays ? 'load.plan.stays.hide' : 'load.plan.stays', { n: stays.length })}
          </Button>
        </p>
      ) : null}
    </section>
  );
}
