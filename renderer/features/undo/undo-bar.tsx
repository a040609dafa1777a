import { X } from 'lucide-react';
import { useMemo, useState, useSyncExternalStore } from 'react';
import { type LastAct, useDesk } from '#renderer/app/desk-context.ts';
import { actToTakeBack, takeBack } from '#renderer/app/take-back.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { useWayBack } from '#renderer/app/use-way-back.ts';
import { useWhom, WhomToPhone } from '#renderer/app/whom/whom-to-phone.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { TickingText } from '#renderer/ui/ticking-text.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { Act } from '#shared/contract/acts.ts';
import { casesOf, whichCases, wordsOfAct } from './act-words.ts';
import { goesAt, isKept, secondsToUndo } from './undo-window.ts';
import './undo-bar.css';

/** What was just done, with ten seconds to take it back; or why it was refused. */
export function UndoBar() {
  const say = useSay();
  const desk = useDesk();
  const { clock } = desk;
  const last = usePicture((picture) => picture.lastAct);
  const [closed, setClosed] = useState<LastAct | null>(null);
  const link = usePicture((picture) => picture.link?.link ?? null);
  const cases = useMemo(() => (last === null ? [] : casesOf(last)), [last]);
  const [first] = cases;
  const row = usePicture((picture) => (first === undefined ? null : (picture.rows?.get(first) ?? null)));
  const unsent = row?.unsent ?? 0;
  const kept = useSyncExternalStore(clock.subscribe, () => last !== null && isKept(last, link, unsent, clock.now()));
  const gone = useSyncExternalStore(clock.subscribe, () => last === null || clock.now() >= goesAt(last, kept));
  const left = useMemo(
    () => (now: number) => (last === null ? '' : say('undo.left', { n: secondsToUndo(last, now) ?? 0 })),
    [last, say],
  );
  const inForm = last?.state === 'refused' ? saysItself(last.act) : last !== null && isDecision(last.act);
  const shown = last !== null && !gone && !inForm && last !== closed ? last : null;
  const act = shown === null ? null : actToTakeBack(shown);
  const way = useWayBack(act, shown?.state === 'committed' ? row : null);
  const which = usePicture(({ rows }) => whichCases(cases, rows, say, clock.now()));
  // Until central is back a person is the only way the branch can know.
  const whom = useWhom(shown !== null && kept && shown.act.kind === 'assign' && first !== undefined ? [first] : []);
  const called = first === undefined ? undefined : whom.get(first);
  const undoable = useSyncExternalStore(
    clock.subscribe,
    () => shown?.state === 'committed' && (secondsToUndo(shown, clock.now()) ?? 0) > 0,
  );
  return (
    <div className="undo-place" role="status" aria-label={say('undo.bar')}>
      {shown ? (
        <div className={`undo undo-${shown.state}`}>
          <p>{wordsOfAct(shown, which, kept, say)}</p>
          {kept && called ? <WhomToPhone key={called.called?.duty} whom={called} /> : null}
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
          {(way === null || way.way === 'undo') && shown.state === 'committed' && undoable ? (
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

/** Its card, and the foot of the desk, say what becomes of it and how long it can be put back. */
function isDecision({ kind }: Pick<Act, 'kind'>): boolean {
  return kind === 'admit' || kind === 'turn-down';
}

/** Acts made in a form or field, which shows the refusal itself; a drop, a resume, a parting, a chip and an undo have none. */
function saysItself(act: Pick<Act, 'kind'>): boolean {
  return !['assign', 'resume', 'undo', 'reverse', 'part', 'set-assist', 'set-scheme'].includes(act.kind);
}
