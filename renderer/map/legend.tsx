import { UrgencyGlyph } from '#renderer/ui/urgency-glyph.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import { ShadeKey, type ShadeKeyProps } from './shade-key.tsx';

const SHAPES = ['missed', 'warned', 'running', 'paused'] as const;

/** What the shapes mean, and what the land is shaded by. */
export function Legend({ shade, counts, onShade }: ShadeKeyProps) {
  const say = useSay();
  return (
    <div className="map-legend">
      <ul aria-label={say('map.legend')}>
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
      <ShadeKey shade={shade} counts={counts} onShade={onShade} />
    </div>
  );
}
