import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { UrgencyGlyph } from '#renderer/ui/urgency-glyph.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import { urgencyRank } from '#shared/clocks/urgency.ts';
import { ClusterRow } from './cluster-row.tsx';
import type { Pin } from './pin.ts';

/** Rows shown at once; the rest are in the queue. */
const MOST = 40;

export interface ClusterListProps {
  pins: readonly Pin[];
  x: number;
  y: number;
  /** A drag from it is under way. */
  ghosted: boolean;
  onSelect(caseId: string): void;
  onLift(cases: readonly string[]): void;
  onClose(): void;
}

/** Incidents at one place, which no zoom would part: choose or drag one from here. @param x @param y stage px. */
export function ClusterList({ pins, x, y, ghosted, onSelect, onLift, onClose }: ClusterListProps) {
  const say = useSay();
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.querySelector<HTMLElement>('li button')?.focus(), []);
  const worstFirst = pins.toSorted((a, b) => urgencyRank(a.urgency) - urgencyRank(b.urgency));
  return (
    <section
      ref={box}
      className="map-cluster"
      data-ghosted={ghosted}
      style={{ left: x, top: y }}
      aria-label={say('map.cluster.here', { n: pins.length })}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <header>
        <UrgencyGlyph urgency={worstFirst[0]?.urgency ?? 'met'} size={14} />
        <b>{say('map.cluster.here', { n: pins.length })}</b>
        <IconButton icon={X} size={14} label={say('map.cluster.close')} onClick={onClose} />
      </header>
      <ul>
        {worstFirst.slice(0, MOST).map((pin) => (
          <ClusterRow key={pin.incident} pin={pin} onSelect={onSelect} onLift={onLift} />
        ))}
      </ul>
    </section>
  );
}
