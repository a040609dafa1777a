import { useDesk } from '#renderer/app/desk-context.ts';
import { DoubtMark } from '#renderer/ui/doubt-mark.tsx';
import { UrgencyGlyph } from '#renderer/ui/urgency-glyph.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { PauseView } from '#shared/contract/view/pause-view.ts';
import { formatMoment, formatSummedDuration } from '#shared/text/format.ts';
import './pauses.css';

/** Who paused the clocks of a case, when and why, when it goes on, and what each pause gave. Nothing while none was. */
export function PauseLedger({ pauses }: { pauses: readonly PauseView[] }) {
  const say = useSay();
  if (pauses.length === 0) return null;
  return (
    <section className="drawer-part" aria-label={say('pauses.title')}>
      <h2>
        {say('pauses.title')} <span>{pauses.length}</span>
      </h2>
      <ul className="pauses">
        {pauses.map((pause) => (
          <PauseLine key={`${pause.from} ${pause.reason}`} pause={pause} />
        ))}
      </ul>
    </section>
  );
}

function PauseLine({ pause }: { pause: PauseView }) {
  const say = useSay();
  const { clock } = useDesk();
  const time = (ms: number) => formatMoment(say.lang, ms, clock.now());
  const { reason, text, by, from, to, plannedUntil, endedBy, endedByWhom, certain, gave } = pause;
  const length = (ms: number) => formatSummedDuration(say.lang, Math.floor(ms / 60_000) * 60_000);
  const added = gave
    .filter(({ ms }) => ms >= 60_000)
    .map(({ key, ms }) => say('pauses.gave.one', { clock: say.key(`clock.name.${key}`), time: length(ms) }));
  // Two clocks of one promise, of two who are paid, say the same of their limit: once is enough.
  const capped = new Set(
    gave.flatMap(({ key, capMs }) =>
      capMs === null ? [] : say('pauses.capped', { clock: say.key(`clock.name.${key}`), cap: length(capMs) }),
    ),
  );
  return (
    <li className="pause">
      <UrgencyGlyph urgency={to === null ? 'paused' : 'met'} />
      <div>
        <p>
          <b>{say(`pause.${reason}`)}</b>
          {to === null ? ` · ${say('pauses.now')}` : ''}
          {certain ? null : <DoubtMark />}
        </p>
        {text === null ? null : <p>{text}</p>}
        <p className="pause-quiet">
          {say('pauses.by', { name: by, time: time(from) })}
          {to === null ? '' : ` ${say('pauses.until', { time: time(to) })}, `}
          {endedBy === null ? '' : say(`pauses.ended.${endedBy}`, { name: endedByWhom ?? '' })}
        </p>
        {to !== null ? null : (
          <p>{plannedUntil === null ? say('pauses.no-visit') : say('pauses.visit', { time: time(plannedUntil) })}</p>
        )}
        <p className="pause-quiet">
          {added.length === 0 ? say('pauses.gave.none') : say('pauses.gave', { what: added.join(', ') })}
        </p>
        {[...capped].map((words) => (
          <p key={words} className="pause-quiet">
            {words}
          </p>
        ))}
      </div>
    </li>
  );
}
