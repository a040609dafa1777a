import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { type RefObject, useEffect, useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';

/** Makes an element take the cases in hand for an office, as its place on the map does. @returns true while aimed at */
export function useDropBranch(ref: RefObject<HTMLElement | null>, branch: string | null): boolean {
  const { verbs } = useDesk();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (!element || branch === null) return;
    return dropTargetForElements({
      element,
      canDrop: ({ source }) => source.data.type === 'cases',
      getData: () => ({ branch }),
      onDragEnter: () => {
        setOver(true);
        verbs.aim(branch);
      },
      onDragLeave: () => {
        setOver(false);
        verbs.aim(null);
      },
      onDrop: () => {
        setOver(false);
        verbs.drop(branch);
      },
    });
  }, [ref, verbs, branch]);
  return over;
}

/** Lets a line be dragged onto an office: the desk takes its cases in hand. */
export function useDragCases(ref: RefObject<HTMLElement | null>, cases: string): void {
  const { verbs } = useDesk();
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const ids = cases.split(' ');
    return draggable({
      element,
      getInitialData: () => ({ type: 'cases', cases: ids }),
      onDragStart: () => verbs.carry(ids, 'drag'),
      onDrop: ({ location }) => {
        if (location.current.dropTargets.length === 0) verbs.letGo();
      },
    });
  }, [ref, verbs, cases]);
}
