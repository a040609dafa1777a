import { UrgencyGlyph } from '#renderer/ui/urgency-glyph.tsx';
import { useSay } from '#renderer/ui/use-say.ts';

const SHAPES = ['missed', 'warned', 'running', 'paused'] as const;

/** What the shapes mean. */
export function Legend() {
  const say = useSay();
  return (
    <ul className="map-legend" aria-label={say('map.legend')}>
      {SHAPES.map((urgency) => (
        <li key={urgency}>
          <UrgencyGlyph urgency={urgency} />
          {say(`urgency.${urgency}`)}
        </li>
      ))}
      <li>
        <UrgencyGlyph urgency="running" unassigned />
        {say('urgency.unassigned')}
      </li>
      <li>
        <svg width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true">
          <path d="M-3,-3h6v6h-6z" fill="var(--ink-2)" />
        </svg>
        {say('map.legend.branch')}
      </li>
    </ul>
  );
}
