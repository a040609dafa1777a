import { dropTargetForElements, monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { preventUnhandled } from '@atlaskit/pragmatic-drag-and-drop/prevent-unhandled';
import { useEffect, useRef, useState } from 'react';
import type { CasesData } from './frame-pointer.tsx';

export interface StageDragHands {
  /** The branch under a point of the window, or null. */
  branchUnder(x: number, y: number): string | null;
  mayDrop(branch: string): boolean;
  aim(branch: string | null): void;
  drop(branch: string): void;
  letGo(): void;
  /** The pointer, window px, at each step of the drag. */
  follow(x: number, y: number): void;
}

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
    let aimed: string | null = null;
    const aim = (branch: string | null) => {
      if (branch === aimed) return;
      aimed = branch;
      latest.current.aim(branch);
    };
    const stopTarget = dropTargetForElements({
      element: stage,
      canDrop: ({ source }) => casesOf(source.data) !== null,
      getDropEffect: () => 'move',
    });
    const stopMonitor = monitorForElements({
      canMonitor: ({ source }) => casesOf(source.data) !== null,
      onDragStart({ source, location }) {
        preventUnhandled.start();
        aimed = null;
        setInAir(casesOf(source.data));
        const { clientX, clientY } = location.current.input;
        latest.current.follow(clientX, clientY);
      },
      onDrag({ location }) {
        const { clientX, clientY } = location.current.input;
        latest.current.follow(clientX, clientY);
        const over = location.current.dropTargets.some(({ element }) => element === stage);
        aim(over ? latest.current.branchUnder(clientX, clientY) : null);
      },
      onDrop({ location }) {
        preventUnhandled.stop();
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
  }, [stage]);
  return inAir;
}
