import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { disableNativeDragPreview } from '@atlaskit/pragmatic-drag-and-drop/element/disable-native-drag-preview';
import { useEffect, useRef } from 'react';
import { cargoOf } from '#renderer/app/carry-cargo.ts';
import { UrgencyGlyph } from '#renderer/ui/urgency-glyph.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { CasesData } from './frame-pointer.tsx';
import type { Pin } from './pin.ts';
import type { Roving } from './use-roving.ts';

export interface ClusterRowProps {
  pin: Pin;
  /** Its place in the list's one tab stop. */
  roving: ReturnType<Roving['item']>;
  onSelect(caseId: string): void;
  onLift(cases: readonly string[]): void;
}

/** One incident of a cluster: press to select, drag to assign. */
export function ClusterRow({ pin, roving, onSelect, onLift }: ClusterRowProps) {
  const say = useSay();
  const button = useRef<HTMLButtonElement>(null);
  const latest = useRef({ pin, onLift });
  latest.current = { pin, onLift };
  useEffect(() => {
    if (!button.current) return;
    return draggable({
      element: button.current,
      canDrag: () => latest.current.pin.movable.length > 0,
      getInitialData: (): CasesData => ({ type: 'cases', cases: [...latest.current.pin.movable] }),
      getInitialDataForExternal: () => cargoOf(latest.current.pin.movable),
      onGenerateDragPreview: ({ nativeSetDragImage }) => disableNativeDragPreview({ nativeSetDragImage }),
      onDragStart: () => latest.current.onLift(latest.current.pin.movable),
    });
  }, []);
  const more = pin.cases.length - 1;
  return (
    <li>
      <button
        ref={button}
        type="button"
        {...roving}
        data-lift={pin.movable.join(' ')}
        onClick={() => onSelect(pin.cases[0] ?? '')}
      >
        <UrgencyGlyph urgency={pin.urgency} label={say(`urgency.${pin.urgency}`)} />
        <b>{pin.number}</b>
        <span>
          {pin.place} {more > 0 && say('map.more', { n: more })}
        </span>
        <small>{pin.unassigned ? say('map.pin.unassigned') : pin.lead}</small>
      </button>
    </li>
  );
}
