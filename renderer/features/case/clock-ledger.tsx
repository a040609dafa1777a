import { useMemo } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { TickingText } from '#renderer/ui/ticking-text.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import { timeLeft, type Urgency } from '#shared/clocks/urgency.ts';
import type { DetailClock } from '#shared/contract/view/case-detail.ts';
import { formatExactDuration, formatMoment } from '#shared/text/format.ts';
import { ledgerOf } from './ledger-of.ts';

/** Kenapa merah? The clock's arithmetic as a sum, right-aligned; now and what is left follow the clock. */
export function ClockLedger({ clock, urgency }: { clock: DetailClock; urgency: Urgency }) {
  const say = useSay();
  const desk = useDesk();
  const ledger = useMemo(() => ledgerOf(clock.steps), [clock.steps]);
  const now = desk.clock.now();
  const live = clock.stoppedAt === null && clock.pausedSince === null;
  const texts = useMemo(
    () => ({
      now: (at: number) => formatMoment(say.lang, at, at),
      left: (at: number) => exactMinutes(timeLeft(clock, at)),
    }),
    [clock, say.lang],
  );
  return (
    <div className={`ledger ledger-${urgency}`}>
      <table>
        <caption>{say(`clock.why.${urgency}`)}</caption>
        <tbody>
          {ledger.lines.map((line) => (
            <tr key={`${line.step.key}${line.amount.v}`} className={line.amount.t === 'sum' ? 'ledger-sum' : undefined}>
              <th scope="row">{say.ref(line.step)}</th>
              <td>{line.amount.t === 'duration' ? '+' : line.amount.t === 'sum' ? '=' : ''}</td>
              <td>
                {line.amount.t === 'duration'
                  ? formatExactDuration(line.amount.v)
                  : formatMoment(say.lang, line.amount.v, now)}
              </td>
            </tr>
          ))}
          {ledger.end ? (
            <tr>
              <th scope="row">{say.ref(ledger.end.step)}</th>
              <td />
              <td>
                {live ? (
                  <TickingText clock={desk.clock} text={texts.now} />
                ) : (
                  formatMoment(say.lang, ledger.end.amount.v, now)
                )}
              </td>
            </tr>
          ) : null}
          {ledger.difference ? (
            <tr className="ledger-result">
              <th scope="row">
                {live
                  ? say(urgency === 'missed' ? 'clock.step.late' : 'clock.step.left')
                  : say.ref(ledger.difference.step)}
              </th>
              <td>=</td>
              <td>
                {live ? <TickingText clock={desk.clock} text={texts.left} /> : exactMinutes(ledger.difference.amount.v)}
              </td>
            </tr>
          ) : null}
        </tbody>
      </table>
      {ledger.notes.map((note) => (
        <p key={note.key}>{say.ref(note)}</p>
      ))}
    </div>
  );
}

/** Length without sign, whole minutes. */
function exactMinutes(ms: number): string {
  return formatExactDuration(Math.floor(Math.abs(ms) / 60_000) * 60_000);
}
