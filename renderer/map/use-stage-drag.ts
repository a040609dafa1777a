import { dropTargetForElements, monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { preventUnhandled } from '@atlaskit/pragmatic-drag-and-drop/prevent-unhandled';
import { useEffect, useRef, useState } from 'react';
import type { CasesData } from './frame-pointer.tsx';
import { overStage, type StageDragHands } from './over-stage.ts';

function casesOf(data: Record<string | symbol, unknown>): string[] | null {
  const { type, cases } = data as Partial<CasesData>;
  return type === 'cases' && Array.isArray(cases) ? cases : null;
}

/**
 * Makes the stage the one drop target for cases, whoever lifted them: aims as the pointer moves, drops on a branch, lets
 * go anywhere else. @returns the cases in the air, or null.
 */
export function useStageDrag(stage: HTMLElement | null, hands: StageDragHands): readonly string[] | null {
  const [inAir, setInAir] = useState<readonly string[] | null>(null);
  const latest = useRef(hands);
  latest.current = hands;
  useEffect(() => {
    if (!stage) return;
    const drag = overStage(stage, () => latest.current);
    const stopTarget = dropTargetForElements({
      element: stage,
      canDrop: ({ source }) => casesOf(source.data) !== null,
      getDropEffect: () => 'move',
    });
    const stopMonitor = monitorForElements({
      canMonitor: ({ source }) => casesOf(source.data) !== null,
      onDragStart({ source, location }) {
        preventUnhandled.start();
        setInAir(casesOf(source.data));
        drag.begin(location);
      },
      onDrag: ({ location }) => drag.move(location),
      onDrop({ location }) {
        preventUnhandled.stop();
        setInAir(null);
        drag.end(location);
      },
    });
    return () => {
      stopTarget();
      stopMonitor();
    };
  }, [stage]);
  return inAir;
}
