import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { Button } from '#renderer/ui/button.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import { copiedWeek } from '#shared/clocks/rota-week.ts';
import type { Reply } from '#shared/contract/carrier.ts';
import type { DutyView, RotaView } from '#shared/contract/view/rota.ts';
import type { RotaLevel } from '#shared/contract/wire/rule-values.ts';
import type { Scope } from '#shared/domain/person-role.ts';
import { branches } from '#shared/geo/branches.ts';
import { formatDate, formatDayMonth } from '#shared/text/format.ts';
import { AreaPick } from './area-pick.tsx';
import { copies } from './duty-acts.ts';
import { RotaSide, type RotaTask } from './rota-side.tsx';
import { spanInWords } from './rota-words.ts';
import { useOwnArea } from './use-own-area.ts';
import { WeekGrid } from './week-grid.tsx';
import './rota.css';

const DAY_MS = 86_400_000;

/**
 * Who is on duty, a week at a time: gaps before their night, people put on, changed, swapped and taken off. `toGap`:
 * begins at an office without anybody in the coming night.
 */
export function RotaPart({ toGap }: { toGap: boolean }) {
  const say = useSay();
  const { engine, verbs, clock } = useDesk();
  const own = useOwnArea();
  const first = own.branch ?? branches.find((one) => one.state === own.state && one.role !== 'headquarters')?.code;
  const [area, setArea] = useState<Scope>(first === undefined ? { kind: 'hq' } : { kind: 'branch', branch: first });
  const [at, setAt] = useState(clock.now());
  const [reply, setReply] = useState<Reply<RotaView> | null>(null);
  const [task, setTask] = useState<RotaTask>({ kind: 'none' });
  /** What became of the last change; `off`: the duty it took off, which may be put back. */
  const [told, setTold] = useState<{ words: string; off?: DutyView } | null>(null);
  // Leafed through quickly, a week that was left answers nobody.
  const asked = useRef(0);
  const read = useCallback(() => {
    const mine = ++asked.current;
    void engine.call('rules.rota', { area, at }).then((answer) => {
      if (mine === asked.current) setReply(answer);
    });
  }, [engine, area, at]);
  useEffect(read, [read]);
  useEffect(() => {
    if (!toGap) return;
    void engine.call('rules.night', {}).then((reply) => {
      const gap = reply.ok ? reply.value.gaps[0] : undefined;
      if (gap !== undefined) setArea({ kind: 'branch', branch: gap.branch });
    });
  }, [engine, toGap]);
  const view = reply?.ok ? reply.value : null;
  const done = () => {
    setTask({ kind: 'none' });
    read();
  };
  const go = (change: () => void) => {
    setTask({ kind: 'none' });
    setTold(null);
    change();
  };
  const pick = (duty: DutyView) =>
    setTask(
      task.kind === 'swap' && task.one.id !== duty.id && duty.mayEdit
        ? { kind: 'swap', one: task.one, other: duty }
        : { kind: 'duty', duty },
    );
  const withdraw = async (off: DutyView) => {
    const answer = await verbs.commit({ kind: 'set-rota', duties: [], withdraw: [off.id] }, 'menu');
    if (!answer.ok) return setTold({ words: say.ref(answer.failure.message) });
    setTold({ words: say('rota.withdrawn', { name: off.name, span: spanInWords(say, off) }), off });
    done();
  };
  // Rules are not undone: the same duty is put on anew.
  const putBack = async (off: DutyView) => {
    const answer = await verbs.commit({ kind: 'set-rota', duties: copies([off]) }, 'menu');
    setTold(answer.ok ? null : { words: say.ref(answer.failure.message), off });
    if (answer.ok) done();
  };
  const copyWeek = async (of: RotaView) => {
    const duties = copies(
      copiedWeek(
        of.levels.flatMap(({ duties }) => duties).filter(({ mayEdit, area: one }) => mayEdit && one.kind === area.kind),
        of,
      ),
    );
    if (duties.length === 0) return setTold({ words: say('rota.copy.none') });
    const answer = await verbs.commit({ kind: 'set-rota', duties }, 'menu');
    setTold({ words: answer.ok ? say('rota.copy.done', { n: duties.length }) : say.ref(answer.failure.message) });
    if (answer.ok) done();
  };
  const held = task.kind === 'swap' ? [task.one.id, task.other?.id ?? ''] : task.kind === 'duty' ? [task.duty.id] : [];
  const gaps = view?.levels.reduce((sum, { gaps }) => sum + gaps.length, 0) ?? 0;
  return (
    <div className="rota">
      <div className="rota-top">
        <AreaPick area={area} onArea={(to) => go(() => setArea(to))} />
        <div className="rota-week">
          <IconButton
            icon={ChevronLeft}
            label={say('rota.week.before')}
            onClick={() => go(() => setAt(at - 7 * DAY_MS))}
          />
          <b aria-live="polite">
            {view === null ? '' : `${formatDayMonth(say.lang, view.from)} – ${formatDate(say.lang, view.to - DAY_MS)}`}
          </b>
          <IconButton
            icon={ChevronRight}
            label={say('rota.week.after')}
            onClick={() => go(() => setAt(at + 7 * DAY_MS))}
          />
          <Button onClick={() => go(() => setAt(clock.now()))}>{say('rota.week.this')}</Button>
        </div>
        {view?.mayEdit ? <Button onClick={() => void copyWeek(view)}>{say('rota.copy')}</Button> : <span />}
      </div>
      {reply && !reply.ok ? <p role="alert">{say.ref(reply.failure.message)}</p> : null}
      {view === null ? (
        <p role="status">{say('rules.loading')}</p>
      ) : (
        <div className="rota-body">
          <WeekGrid
            view={view}
            held={held}
            onDuty={pick}
            onSpan={view.mayEdit ? (level: RotaLevel, span) => setTask({ kind: 'new', level, ...span }) : null}
            onWithdraw={(duty) => void withdraw(duty)}
            onSwap={(duty) => setTask({ kind: 'swap', one: duty, other: null })}
          />
          <div className="rota-side">
            <p className="rota-count" role="status">
              {told?.words ?? (gaps === 0 ? say('rota.no-gaps') : say('rota.gaps', { n: gaps }))}
            </p>
            {told?.off ? (
              <p className="day-acts">
                <Button onClick={() => told.off && void putBack(told.off)}>{say('rota.put-back')}</Button>
              </p>
            ) : null}
            <RotaSide
              view={view}
              task={task}
              onTask={setTask}
              onDone={done}
              onWithdraw={(duty) => void withdraw(duty)}
            />
          </div>
        </div>
      )}
    </div>
  );
}
