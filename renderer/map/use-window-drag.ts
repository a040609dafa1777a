import { dropTargetForExternal, monitorForExternal } from '@atlaskit/pragmatic-drag-and-drop/external/adapter';
import { useEffect, useRef, useState } from 'react';
import { CARGO } from '#renderer/app/carry-cargo.ts';
import { type CarrySignal, openCarrySignal } from './carry-signal.ts';
import type { StageDragHands } from './use-stage-drag.ts';

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
    let aimed: string | null = null;
    const aim = (branch: string | null) => {
      if (branch === aimed) return;
      aimed = branch;
      latest.current.aim(branch);
    };
    const stopMonitor = monitorForExternal({
      canMonitor: ({ source }) => source.types.includes(CARGO),
      onDragStart({ location }) {
        const cases = signal.inAir();
        if (cases.length === 0) return;
        aimed = null;
        latest.current.take(cases);
        setInAir(cases);
        latest.current.follow(location.current.input.clientX, location.current.input.clientY);
      },
      onDrag({ location }) {
        const { clientX, clientY } = location.current.input;
        latest.current.follow(clientX, clientY);
        const over = location.current.dropTargets.some(({ element }) => element === stage);
        aim(over ? latest.current.branchUnder(clientX, clientY) : null);
      },
      onDrop({ location }) {
        setInAir(null);
        const { clientX, clientY } = location.current.input;
        const over = location.current.dropTargets.some(({ element }) => element === stage);
        const branch = over ? latest.current.branchUnder(clientX, clientY) : null;
        if (branch !== null && latest.current.mayDrop(branch)) {
          aim(branch);
          latest.current.drop(branch);
        } else latest.current.letGo();
      },
    });
    return () => {
      stopTarget();
      stopMonitor();
    };
  }, [stage, signal]);
  return inAir;
}
