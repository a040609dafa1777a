import { X } from 'lucide-react';
import { useMemo, useState, useSyncExternalStore } from 'react';
import { type LastAct, useDesk } from '#renderer/app/desk-context.ts';
import { actToTakeBack, takeBack } from '#renderer/app/take-back.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { useWayBack } from '#renderer/app/use-way-back.ts';
import { Button } from '#renderer/ui/button.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { TickingText } from '#renderer/ui/ticking-text.tsx';
import { type Say, useSay } from '#renderer/ui/use-say.ts';
import type { Act } from '#shared/contract/acts.ts';
import { goesAt, secondsToUndo } from './undo-window.ts';
import './undo-bar.css';

/** What was just done, with ten seconds to take it back; or why it was refused. */
export function UndoBar() {
  const say = useSay();
  const desk = useDesk();
  const { clock } = desk;
  const last = usePicture((picture) => picture.lastAct);
  const [closed, setClosed] = useState<LastAct | null>(null);
  const gone = useSyncExternalStore(clock.subscribe, () => last === null || clock.now() >= goesAt(last));
  const left = useMemo(
    () => (now: number) => (last === null ? '' : say('undo.left', { n: secondsToUndo(last, now) ?? 0 })),
    [last, say],
  );
  const inForm = last?.state === 'refused' && saysItself(last.act);
  const shown = last !== null && !gone && !inForm && last !== closed ? last : null;
  const act = shown === null ? null : actToTakeBack(shown);
  const first = shown?.state === 'committed' ? shown.committed.cases[0] : undefined;
  const row = usePicture((picture) => (first === undefined ? null : (picture.rows?.get(first) ?? null)));
  const way = useWayBack(act, row);
  return (
    <div className="undo-place" role="status" aria-label={say('undo.bar')}>
      {shown ? (
        <div className={`undo undo-${shown.state}`}>
          <p>{wordsOf(shown, say)}</p>
          {way?.way === 'reverse' && act !== null ? (
            <>
              {shown.state === 'committed' ? <span className="undo-left">{say('reverse.no-undo')}</span> : null}
              <Button shortcut="U" onClick={() => void takeBack(desk, act, 'menu')}>
                {say('reverse.do', { words: say.ref(way.words) })}
              </Button>
            </>
          ) : null}
          {way?.way === 'none' && way.why.key !== 'failure.not-found' && shown.state === 'committed' ? (
            <span>{say.ref(way.why)}</span>
          ) : null}
          {(way === null || way.way === 'undo') && shown.state === 'committed' && shown.committed.undoUntil !== null ? (
            <>
              <span aria-hidden>
                <TickingText clock={clock} text={left} className="undo-left" />
              </span>
              <Button shortcut="U" onClick={() => void takeBack(desk, shown.committed.act, 'menu')}>
                {say('undo.undo')}
              </Button>
            </>
          ) : null}
          <IconButton icon={X} size={14} label={say('undo.close')} onClick={() => setClosed(shown)} />
        </div>
      ) : null}
    </div>
  );
}

/** Acts made in a form or field, which shows the refusal itself; a drop, a resume, a parting, a chip and an undo have none. */
function saysItself(act: Pick<Act, 'kind'>): boolean {
  return !['assign', 'resume', 'undo', 'reverse', 'part', 'set-assist', 'set-scheme'].includes(act.kind);
}

function wordsOf(last: LastAct, say: Say): string {
  const name = say.key(`act.${last.act.kind}`);
  if (last.state === 'refused') return say('undo.refused', { act: name, why: say.ref(last.failure.message) });
  if (last.state === 'undone') return say('undo.undone', { act: name });
  return done(last.act, last.committed.cases.length, say);
}

function done(act: Act, cases: number, say: Say): string {
  if (act.kind === 'report') return say('undo.reported');
  if (act.kind !== 'assign') return say('undo.done', { act: say.key(`act.${act.kind}`) });
  return cases > 1
    ? say('undo.assigned', { n: cases, code: act.branch })
    : say('undo.assigned.one', { code: act.branch });
}
