import { useCallback } from 'react';
import type { Judged } from '#renderer/app/board/judged-case.ts';
import { useDesk } from '#renderer/app/desk-context.ts';
import { TickingText } from '#renderer/ui/ticking-text.tsx';
import { UrgencyGlyph } from '#renderer/ui/urgency-glyph.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import { timeLeft } from '#shared/clocks/urgency.ts';
import { formatDuration } from '#shared/text/format.ts';

/** The leading clock of a row: shape, time left or past due, name. The time is written on each tick without React. */
export function RowClock({ judged: { clock, urgency, row } }: { judged: Judged }) {
  const say = useSay();
  const desk = useDesk();
  const text = useCallback(
    (now: number) => {
      if (clock === null) return say('queue.no-clock');
      if (urgency === 'paused') return say('queue.paused');
      const left = formatDuration(say.lang, timeLeft(clock, now));
      return clock.uncertain ? `${left} ${say('time.mark')}` : left;
    },
    [say, clock, urgency],
  );
  const unassigned = row.lead === null && row.status !== 'closed';
  return (
    <span className={`row-clock row-clock-${urgency}`}>
      <UrgencyGlyph urgency={urgency} size={16} />
      <span className="sr-only">{`${say(`urgency.${urgency}`)}${unassigned ? `, ${say('queue.unassigned')}` : ''}, `}</span>
      <TickingText clock={desk.clock} text={text} className="row-time" />
      {clock?.uncertain ? <span className="sr-only">{say('clock.uncertain')}</span> : null}
      {clock ? <em title={say.key(`clock.long.${clock.key}`)}>{say.key(`clock.name.${clock.key}`)}</em> : null}
    </span>
  );
}
