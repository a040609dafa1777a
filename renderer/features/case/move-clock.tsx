import { useEffect, useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ReasonLine } from '#renderer/ui/reason-line.tsx';
import { type Say, useSay } from '#renderer/ui/use-say.ts';
import type { DetailClock } from '#shared/contract/view/case-detail.ts';
import type { ClockMoveView } from '#shared/contract/view/rules.ts';
import { sayLength } from '#shared/text/explain-clock.ts';
import { formatMoment } from '#shared/text/format.ts';
import './pauses.css';

/** Under a clock's sum: to another version of its promise, with what that changes and why. Nothing where there is none. */
export function MoveClock({ of, clock }: { of: string; clock: DetailClock }) {
  const say = useSay();
  const { engine, verbs, clock: desk } = useDesk();
  const [moves, setMoves] = useState<readonly ClockMoveView[]>([]);
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const { id, due } = clock;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a due time that moved is another list
  useEffect(() => {
    let stale = false;
    void engine.call('rules.moves', { case: of, clock: id }).then((reply) => {
      if (!stale) setMoves(reply.ok ? reply.value : []);
    });
    return () => {
      stale = true;
    };
  }, [engine, of, id, due]);
  const version = moves.find((one) => one.version === chosen) ?? moves[0];
  if (version === undefined) return null;
  if (!open)
    return (
      <div className="move-clock">
        <Button look="quiet" onClick={() => setOpen(true)}>
          {say('move.open')}
        </Button>
      </div>
    );
  const time = (ms: number) => formatMoment(say.lang, ms, desk.now());
  return (
    <div className="move-clock">
      <b>{say('move.title')}</b>
      <p>{say('move.lead')}</p>
      <fieldset aria-label={say('move.title')}>
        {moves.map((one) => (
          <label key={one.version}>
            <input type="radio" name={`move ${id}`} checked={one === version} onChange={() => setChosen(one.version)} />
            <span>
              {say('move.version', { promise: promiseOf(say, one), time: time(one.from) })}
              <small>
                {say('move.effect', { before: time(one.before.due), after: time(one.after.due) })}
                {one.after.late && !one.before.late ? ` · ${say('move.becomes-late')}` : ''}
                {one.before.late && !one.after.late ? ` · ${say('move.not-late')}` : ''}
              </small>
            </span>
          </label>
        ))}
      </fieldset>
      <ReasonLine
        label={say('move.reason')}
        verb={say('move.do')}
        onDo={async (reason) => {
          const act = { kind: 'move-policy', case: of, clock: id, policy: version.version, reason } as const;
          const reply = await verbs.commit(act, 'menu');
          if (reply.ok) setOpen(false);
          return reply.ok ? null : say.ref(reply.failure.message);
        }}
        onCancel={() => setOpen(false)}
      />
    </div>
  );
}

function promiseOf(say: Say, { row: { rule } }: ClockMoveView): string {
  if (rule.kind === 'within') return say('rules.rule.within', { time: sayLength(say.lang, rule.minutes * 60_000) });
  if (rule.kind === 'days') return say('rules.rule.days', { n: rule.days });
  return say('rules.rule.same-day', { cut: rule.cutOff, late: rule.lateDue });
}
