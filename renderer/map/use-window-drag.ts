import { dropTargetForExternal, monitorForExternal } from '@atlaskit/pragmatic-drag-and-drop/external/adapter';
import { useEffect, useRef, useState } from 'react';
import { CARGO } from '#renderer/app/carry-cargo.ts';
import { type CarrySignal, openCarrySignal } from '#renderer/app/carry-signal.ts';
import { overStage, type StageDragHands } from './over-stage.ts';

export interface WindowDragHands extends StageDragHands {
  /** Takes what another window carries in hand here as well. */
  take(cases: readonly string[]): void;
  /** What this window carries and will assign. */
  inHand(): readonly string[];
  /** Dragged by mouse from this window just now. */
  dragging: boolean;
}

/**
 * Cases dragged over from another window of this console are carried here as if they had been lifted here, and dropped by
 * this window's own act; what is dragged here is told to the others. @returns the cases that came over, or null.
 */
export function useWindowDrag(stage: HTMLElement | null, hands: WindowDragHands): readonly string[] | null {
  const [inAir, setInAir] = useState<readonly string[] | null>(null);
  const latest = useRef(hands);
  latest.current = hands;
  const [signal, setSignal] = useState<CarrySignal | null>(null);
  useEffect(() => {
    const opened = openCarrySignal();
    setSignal(opened);
    return () => opened.close();
  }, []);
  const { dragging } = hands;
  useEffect(() => {
    if (!signal || !dragging) return;
    signal.tell(latest.current.inHand());
    return () => signal.tell([]);
  }, [signal, dragging]);
  useEffect(() => {
    if (!stage || !signal) return;
    const stopTarget = dropTargetForExternal({
      element: stage,
      canDrop: ({ source }) => source.types.includes(CARGO),
      getDropEffect: () => 'move',
    });
    const drag = overStage(stage, () => latest.current);
    const stopMonitor = monitorForExternal({
      canMonitor: ({ source }) => source.types.includes(CARGO),
      onDragStart({ location }) {
        const cases = signal.inAir();
        if (cases.length === 0) return;
        latest.current.take(cases);
        setInAir(cases);
        drag.begin(location);
      },
      onDrag: ({ location }) => drag.move(location),
      onDrop({ location }) {
        setInAir(null);
        drag.end(location);
      },
    });
    return () => {
      stopTarget();
      stopMonitor();
    };
  }, [stage, signal]);
  return inAir;
}
