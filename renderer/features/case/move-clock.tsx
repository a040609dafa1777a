import { useEffect, useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { promiseInWords } from '#renderer/app/promise-in-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ReasonLine } from '#renderer/ui/reason-line.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { DetailClock } from '#shared/contract/view/case-detail.ts';
import type { ClockMoveView } from '#shared/contract/view/rules.ts';
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
              {say('move.version', { promise: promiseInWords(say, one.row.rule), time: time(one.from) })}
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
