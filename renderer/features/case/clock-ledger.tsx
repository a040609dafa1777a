import { useMemo } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { TickingText } from '#renderer/ui/ticking-text.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import { timeLeft, type Urgency } from '#shared/clocks/urgency.ts';
import type { DetailClock } from '#shared/contract/view/case-detail.ts';
import { formatExactDuration, formatMoment } from '#shared/text/format.ts';
import { ledgerOf } from './ledger-of.ts';

const DAY_MS = 86_400_000;

/** Kenapa merah? The clock's arithmetic as a sum, right-aligned; now and what is left follow the clock. */
export function ClockLedger({ clock, urgency }: { clock: DetailClock; urgency: Urgency }) {
  const say = useSay();
  const desk = useDesk();
  const ledger = useMemo(() => ledgerOf(clock.steps), [clock.steps]);
  const now = desk.clock.now();
  const live = clock.stoppedAt === null && clock.pausedSince === null;
  const ended = clock.endedBy === 'declined' || clock.endedBy === 'replaced' || clock.endedBy === 'closed';
  const texts = useMemo(() => {
    // Whole seconds on both sides, so that the sum on the screen adds up.
    const left = (at: number) => Math.abs(Math.floor(timeLeftWhole(clock, at) / 1_000) * 1_000);
    return {
      now: (at: number) => formatMoment(say.lang, at, at),
      nowSeconds: secondsOf,
      left: (at: number) => wholeMinutes(left(at)),
      leftSeconds: (at: number) => secondsOf(left(at)),
    };
  }, [clock, say.lang]);
  return (
    <div className={`ledger ledger-${urgency}`}>
      <table>
        <caption>{say(urgency === 'met' && ended ? 'clock.why.ended' : `clock.why.${urgency}`)}</caption>
        <tbody>
          {ledger.lines.map((line) => (
            <tr
              key={JSON.stringify([line.step, line.amount.v])}
              className={line.amount.t === 'sum' ? 'ledger-sum' : undefined}
            >
              <th scope="row">{say.ref(line.step)}</th>
              <td>{line.amount.t === 'duration' ? '+' : line.amount.t === 'sum' ? '=' : ''}</td>
              <td>
                {line.amount.t === 'duration' && wholeDays(line.amount.v) !== null ? (
                  say('clock.days', { n: wholeDays(line.amount.v) ?? 0 })
                ) : (
                  <>
                    {line.amount.t === 'duration'
                      ? wholeMinutes(line.amount.v)
                      : formatMoment(say.lang, line.amount.v, now)}
                    <Seconds text={secondsOf(line.amount.v)} />
                  </>
                )}
              </td>
            </tr>
          ))}
          {ledger.end ? (
            <tr>
              <th scope="row">{say.ref(ledger.end.step)}</th>
              <td />
              <td>
                {live ? (
                  <>
                    <TickingText clock={desk.clock} text={texts.now} />
                    <TickingText clock={desk.clock} text={texts.nowSeconds} className="ledger-seconds" />
                  </>
                ) : (
                  <>
                    {formatMoment(say.lang, ledger.end.amount.v, now)}
                    <Seconds text={secondsOf(ledger.end.amount.v)} />
                  </>
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
                {live ? (
                  <>
                    <TickingText clock={desk.clock} text={texts.left} />
                    <TickingText clock={desk.clock} text={texts.leftSeconds} className="ledger-seconds" />
                  </>
                ) : (
                  <>
                    {wholeMinutes(ledger.difference.amount.v)}
                    <Seconds text={secondsOf(ledger.difference.amount.v)} />
                  </>
                )}
              </td>
            </tr>
          ) : null}
          {ledger.beside.map((line) => (
            <tr key={line.step.key}>
              <th scope="row">{say.ref(line.step)}</th>
              <td />
              <td>
                {wholeMinutes(line.amount.v)}
                <Seconds text={secondsOf(line.amount.v)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {ledger.notes.map((note) => (
        <p key={JSON.stringify(note)}>{say.ref(note)}</p>
      ))}
    </div>
  );
}

function Seconds({ text }: { text: string }) {
  return <span className="ledger-seconds">{text}</span>;
}

/** How many days a length is, where it is that to the second and two or more; hours say it better otherwise. */
function wholeDays(ms: number): number | null {
  return ms >= 2 * DAY_MS && ms % DAY_MS === 0 ? ms / DAY_MS : null;
}

/** Hours and minutes of a length, without sign; the seconds stand beside it. */
function wholeMinutes(ms: number): string {
  return formatExactDuration(Math.floor(Math.abs(ms) / 60_000) * 60_000);
}

/** `:05` of a moment or a length in ms. Malaysia's offset is whole hours, so seconds need no zone. */
function secondsOf(ms: number): string {
  return `:${String(Math.floor(Math.abs(ms) / 1_000) % 60).padStart(2, '0')}`;
}

function timeLeftWhole(clock: DetailClock, now: number): number {
  return timeLeft({ ...clock, due: Math.floor(clock.due / 1_000) * 1_000 }, Math.floor(now / 1_000) * 1_000);
}
