import { useMemo } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { payeeInWords } from '#renderer/app/payee-in-words.ts';
import { DoubtMark } from '#renderer/ui/doubt-mark.tsx';
import { TickingText } from '#renderer/ui/ticking-text.tsx';
import { UrgencyGlyph } from '#renderer/ui/urgency-glyph.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import { endWords } from '#shared/clocks/end-words.ts';
import { timeLeft } from '#shared/clocks/urgency.ts';
import type { CaseDetail, DetailClock } from '#shared/contract/view/case-detail.ts';
import { formatDuration, formatExactDuration, formatMoment } from '#shared/text/format.ts';
import { ClockLedger } from './clock-ledger.tsx';
import { MoveClock } from './move-clock.tsx';
import { useUrgency } from './use-urgency.ts';

interface ClockLineProps {
  clock: DetailClock;
  /** The most urgent clock stands large with its sum open. */
  leading: boolean;
  open: boolean;
  onToggle(): void;
  /** The case, where this person may move its clocks. */
  movable: string | null;
  /** Whose money it is about, the name as far as it may be shown. */
  payee: CaseDetail['around']['payees'][number] | null;
}

/** One clock: shape, name, due, time; a press opens its sum. */
export function ClockLine({ clock, leading, open, onToggle, movable, payee }: ClockLineProps) {
  const say = useSay();
  const desk = useDesk();
  const urgency = useUrgency(clock);
  const end = useMemo(() => endWords(clock), [clock]);
  const time = useMemo(
    () => (now: number) => {
      const ms = end === null ? Math.abs(timeLeft(clock, now)) : (end.ms ?? 0);
      // A lateness of seconds is not one of nothing.
      return end?.key === 'clock.stopped-late' && ms < 60_000 ? formatExactDuration(ms) : formatDuration(say.lang, ms);
    },
    [clock, end, say.lang],
  );
  const stopped = end !== null;
  const word = stopped
    ? say(end.key)
    : urgency === 'paused'
      ? say('clock.time.paused')
      : say(urgency === 'missed' ? 'drawer.clock.late' : 'drawer.clock.left');
  return (
    <li className={`clock ${open ? `clock-open clock-${urgency}` : ''} ${leading ? 'clock-leading' : ''}`}>
      <button type="button" className="clock-row" aria-expanded={open} onClick={onToggle}>
        <UrgencyGlyph urgency={urgency} />
        {end !== null && end.ms === null ? null : <span className="sr-only">{say(`urgency.${urgency}`)}</span>}
        <span className="clock-name">
          {say.key(`clock.long.${clock.key}`)}
          {clock.uncertain ? <DoubtMark /> : null}
          {payee ? <small>{payeeInWords(payee, say)}</small> : null}
        </span>
        {leading ? null : (
          <span className="clock-due">{formatMoment(say.lang, clock.stoppedAt ?? clock.due, desk.clock.now())}</span>
        )}
        <span className={stopped ? 'clock-time clock-ended' : 'clock-time'}>
          <span className={leading || stopped || urgency === 'missed' ? undefined : 'sr-only'}>{word} </span>
          {end !== null && end.ms === null ? null : (
            <TickingText clock={desk.clock} text={time} className="clock-figure" />
          )}
        </span>
      </button>
      {open ? <ClockLedger clock={clock} urgency={urgency} /> : null}
      {open && movable !== null && !stopped ? <MoveClock key={clock.id} of={movable} clock={clock} /> : null}
    </li>
  );
}
