import { UrgencyGlyph } from '#renderer/ui/urgency-glyph.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { Pin } from './pin.ts';

/** Names the pin under the pointer. @param x @param y stage px of its middle; `flip` puts the words on its left. */
export function PinTip({ pin, x, y, flip }: { pin: Pin; x: number; y: number; flip: boolean }) {
  const say = useSay();
  const more = pin.cases.length - 1;
  return (
    <aside className="map-pin-tip" data-flip={flip} style={{ left: x, top: y }}>
      <UrgencyGlyph urgency={pin.urgency} size={14} />
      <b>{pin.number}</b>
      {more > 0 && <span>{say('map.more', { n: more })}</span>}
      <span>{pin.place || say('map.pin.nowhere')}</span>
      <small>{pin.unassigned ? say('map.pin.unassigned') : pin.lead}</small>
    </aside>
  );
}
