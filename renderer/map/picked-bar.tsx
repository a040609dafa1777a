import { Button } from '#renderer/ui/button.tsx';
import { UrgencyGlyph } from '#renderer/ui/urgency-glyph.tsx';
import { useSay } from '#renderer/ui/use-say.ts';

export interface PickedBarProps {
  count: number;
  late: number;
  /** The state that all of them are of, to take all of it. */
  state: string | null;
  onAssign(): void;
  onState(): void;
  onClear(): void;
}

/** How many cases are picked, and what can be done with them. */
export function PickedBar({ count, late, state, onAssign, onState, onClear }: PickedBarProps) {
  const say = useSay();
  return (
    <aside className="map-picked" aria-label={say('map.picked')}>
      <span role="status" className="map-picked-count">
        <b>{say('map.picked.count', { n: count })}</b>
        {late > 0 && (
          <span className="map-picked-late">
            <UrgencyGlyph urgency="missed" size={14} /> {say('map.ghost.late', { n: late })}
          </span>
        )}
      </span>
      <Button look="primary" shortcut="A" onClick={onAssign}>
        {say('map.picked.assign')}
      </Button>
      {state !== null && <Button onClick={onState}>{say('map.picked.state', { state })}</Button>}
      <Button look="quiet" shortcut="Esc" onClick={onClear}>
        {say('map.picked.clear')}
      </Button>
    </aside>
  );
}
