import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { UrgencyGlyph } from '#renderer/ui/urgency-glyph.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import { ClusterRow } from './cluster-row.tsx';
import type { Mark } from './pin.ts';
import { useRoving } from './use-roving.ts';

/** Rows at first, and each time more are asked for. */
const PAGE = 40;

export interface ClusterListProps {
  mark: Mark;
  x: number;
  y: number;
  /** A drag from it is under way. */
  ghosted: boolean;
  onSelect(caseId: string): void;
  onLift(cases: readonly string[]): void;
  onClose(): void;
}

/** Incidents at one place, which no zoom would part, the most urgent first: choose or drag one from here. @param x @param y stage px. */
export function ClusterList({ mark, x, y, ghosted, onSelect, onLift, onClose }: ClusterListProps) {
  const say = useSay();
  const box = useRef<HTMLElement>(null);
  const [shown, setShown] = useState(PAGE);
  const pins = mark.worst(shown);
  const more = Math.max(0, mark.count - shown);
  const roving = useRoving(pins.length + (more > 0 ? 1 : 0), true);
  const { missed, warned } = mark.tally;
  // The row after those that stood there before has the focus: the first, or the first of those that came.
  useEffect(() => box.current?.querySelectorAll<HTMLElement>('li > button')[shown - PAGE]?.focus(), [shown]);
  useFocusBack();
  return (
    <section
      ref={box}
      className="map-cluster"
      data-ghosted={ghosted}
      style={{ left: x, top: y }}
      aria-label={say('map.cluster.here', { n: mark.count })}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <header>
        <UrgencyGlyph urgency={mark.urgency} size={14} />
        <p>
          <b>{say('map.cluster.here', { n: mark.count })}</b>
          {missed + warned > 0 && <small>{say('map.cluster.urgent', { late: missed, warned })}</small>}
        </p>
        <IconButton icon={X} size={14} label={say('map.cluster.close')} onClick={onClose} />
      </header>
      <ul onKeyDown={roving.onKeyDown}>
        {pins.map((pin, i) => (
          <ClusterRow key={pin.incident} pin={pin} roving={roving.item(i)} onSelect={onSelect} onLift={onLift} />
        ))}
        {more > 0 && (
          <li>
            <button
              type="button"
              className="map-cluster-more"
              {...roving.item(pins.length)}
              onClick={() => setShown((old) => old + PAGE)}
            >
              {say('map.cluster.more', { n: Math.min(PAGE, more), left: more })}
            </button>
          </li>
        )}
      </ul>
    </section>
  );
}

/** When this goes, the focus goes back to where it was before, unless it has moved on. */
function useFocusBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      const { activeElement: now, body } = document;
      if ((now === null || now === body) && before instanceof HTMLElement) before.focus({ preventScroll: true });
    },
    [before],
  );
}
