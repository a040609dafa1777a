import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { monitorForExternal } from '@atlaskit/pragmatic-drag-and-drop/external/adapter';
import { useEffect, useRef } from 'react';
import { CARGO } from '#renderer/app/carry-cargo.ts';
import { openCarrySignal } from '#renderer/app/carry-signal.ts';
import { useDesk } from '#renderer/app/desk-context.ts';
import { useTouchDrag } from '#renderer/map/use-touch-drag.ts';

interface Pointer {
  clientX: number;
  clientY: number;
}

/**
 * Cases that come over from another window are carried here as if they had been lifted here; what is lifted here is told
 * to the others, and a finger carries as a mouse does. @param follow told where the pointer is, window px, at each step
 */
export function useCarryAcross(view: HTMLElement | null, follow: (x: number, y: number) => void): void {
  const latest = useRef(follow);
  latest.current = follow;
  const { verbs, picture } = useDesk();
  useEffect(() => {
    const signal = openCarrySignal();
    const onDrag = ({ location: { current } }: { location: { current: { input: Pointer } } }) =>
      latest.current(current.input.clientX, current.input.clientY);
    const stop = combine(
      monitorForElements({
        canMonitor: ({ source }) => source.data.type === 'cases',
        onDragStart: () => signal.tell(picture().carried?.ticked ?? []),
        onDrag,
        // The step that comes to another office is told as that alone.
        onDropTargetChange: onDrag,
        onDrop: () => signal.tell([]),
      }),
      monitorForExternal({
        canMonitor: ({ source }) => source.types.includes(CARGO),
        onDragStart() {
          const cases = signal.inAir();
          if (cases.length > 0) verbs.carry(cases, 'drag');
        },
        onDrag,
        onDropTargetChange: onDrag,
        onDrop({ location }) {
          if (location.current.dropTargets.length === 0) verbs.letGo();
        },
      }),
    );
    return () => {
      stop();
      signal.close();
    };
  }, [verbs, picture]);
  const officeAt = (x: number, y: number) =>
    document.elementFromPoint(x, y)?.closest<HTMLElement>('.load-row[data-branch]')?.dataset.branch ?? null;
  useTouchDrag(view, {
    pinnedAt: () => [],
    lift: (cases) => verbs.carry(cases, 'drag'),
    holding: () => picture().carried !== null,
    follow,
    aim: (x, y) => verbs.aim(officeAt(x, y)),
    drop(x, y) {
      const branch = officeAt(x, y);
      if (branch === null) verbs.letGo();
      else verbs.drop(branch);
    },
    letGo: verbs.letGo,
  });
}
