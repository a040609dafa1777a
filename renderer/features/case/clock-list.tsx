import { ChevronDown, ChevronUp } from 'lucide-react';
import { useState } from 'react';
import { UrgencyGlyph } from '#renderer/ui/urgency-glyph.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { CaseDetail, DetailClock } from '#shared/contract/view/case-detail.ts';
import { ClockLine } from './clock-line.tsx';
import { useLeadingId } from './use-urgency.ts';
import './clocks.css';

interface ClockListProps {
  clocks: readonly DetailClock[];
  upcoming: readonly string[];
  /** The case, where this person may move its clocks to another version of their promise. */
  movable: string | null;
  payees: CaseDetail['around']['payees'];
}

/** The clocks of a case: the most urgent with its sum, the others a line each, then those that have not begun. */
export function ClockList({ clocks, upcoming, movable, payees }: ClockListProps) {
  const say = useSay();
  const leading = useLeadingId(clocks);
  const [flipped, setFlipped] = useState<ReadonlySet<string>>(new Set());
  const [showMet, setShowMet] = useState(false);
  const ordered = [...clocks].sort(
    (a, b) =>
      Number(b.id === leading) - Number(a.id === leading) ||
      Number(a.stoppedAt !== null) - Number(b.stoppedAt !== null) ||
      a.due - b.due ||
      (a.id < b.id ? -1 : 1),
  );
  // What was met has nothing to ask any more: one line, until somebody wants to see it.
  const kept = ordered.filter((clock) => clock.stoppedAt !== null && clock.stoppedAt <= clock.due);
  const shown = showMet ? ordered : ordered.filter((clock) => !kept.includes(clock));
  const toggle = (id: string) =>
    setFlipped((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  return (
    <section className="drawer-part" aria-label={say('drawer.clocks')}>
      <h2>
        {say('drawer.clocks')} <span>{clocks.length + upcoming.length}</span>
      </h2>
      <ul className="clocks">
        {shown.map((clock) => (
          <ClockLine
            key={clock.id}
            clock={clock}
            leading={clock.id === leading}
            open={(clock.id === leading) !== flipped.has(clock.id)}
            onToggle={() => toggle(clock.id)}
            movable={movable}
            payee={payees.find(({ id }) => clock.id.endsWith(`:${id}`)) ?? null}
          />
        ))}
        {upcoming.map((key) => (
          <li key={key} className="clock clock-upcoming">
            <UrgencyGlyph urgency="paused" />
            <span className="clock-name">{say.key(`clock.long.${key}`)}</span>
            <span className="clock-time">{say('clock.upcoming')}</span>
          </li>
        ))}
        {kept.length > 0 ? (
          <li className="clock">
            <button type="button" className="clock-row" aria-expanded={showMet} onClick={() => setShowMet(!showMet)}>
              <UrgencyGlyph urgency="met" />
              <span className="clock-name">{say('drawer.clocks.met', { n: kept.length })}</span>
              <span className="clock-more">
                {showMet ? (
                  <ChevronUp size={14} strokeWidth={1.75} aria-hidden />
                ) : (
                  <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
                )}
              </span>
            </button>
          </li>
        ) : null}
      </ul>
      {clocks.length + upcoming.length === 0 ? <p className="drawer-quiet">{say('drawer.clocks.none')}</p> : null}
    </section>
  );
}
