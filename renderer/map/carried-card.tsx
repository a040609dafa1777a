import type { Ref } from 'react';
import { UrgencyGlyph } from '#renderer/ui/urgency-glyph.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { Urgency } from '#shared/clocks/urgency.ts';

export interface CarriedCardProps {
  ref: Ref<HTMLElement>;
  number: string;
  urgency: Urgency;
  /** Cases beside the first. */
  more: number;
  /** Branch under the pointer and whether it may take the case. */
  target: { code: string; verdict: 'yes' | 'with-reason' | 'no' } | null;
}

/** The card at the pointer: what is carried, and what will happen on release. Moved by its stage without drawing again. */
export function CarriedCard({ ref, number, urgency, more, target }: CarriedCardProps) {
  const say = useSay();
  return (
    <aside ref={ref} className="map-carried" aria-live="polite" data-verdict={target?.verdict ?? 'none'}>
      <span className="map-carried-what">
        <UrgencyGlyph urgency={urgency} size={18} />
        <b>{number}</b>
        {more > 0 && <span>{say('map.more', { n: more })}</span>}
      </span>
      <small>
        {target === null
          ? say('map.carry.nowhere')
          : target.verdict === 'no'
            ? say('map.carry.refused', { branch: target.code })
            : say(target.verdict === 'yes' ? 'map.carry.drop' : 'map.carry.with-reason', { branch: target.code })}
      </small>
    </aside>
  );
}
