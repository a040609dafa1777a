import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { disableNativeDragPreview } from '@atlaskit/pragmatic-drag-and-drop/element/disable-native-drag-preview';
import { type RefObject, useEffect } from 'react';
import type { Judged } from '#renderer/app/board/judged-case.ts';
import { cargoOf } from '#renderer/app/carry-cargo.ts';
import { useDesk } from '#renderer/app/desk-context.ts';

/** Lets a row be dragged onto the map: the desk takes the case in hand at the start and lets go when nothing took it. */
export function useRowDrag(ref: RefObject<HTMLElement | null>, { row }: Judged): void {
  const { verbs } = useDesk();
  const { case: id, readOnly, status } = row;
  const movable = !readOnly && status !== 'closed';
  useEffect(() => {
    const element = ref.current;
    if (!element || !movable) return;
    return draggable({
      element,
      getInitialData: () => ({ type: 'cases', cases: [id] }),
      getInitialDataForExternal: () => cargoOf([id]),
      onGenerateDragPreview: ({ nativeSetDragImage }) => {
        // The map draws what is carried, with what a release would do.
        disableNativeDragPreview({ nativeSetDragImage });
      },
      onDragStart: () => verbs.carry([id], 'drag'),
      onDrop: ({ location }) => {
        if (location.current.dropTargets.length === 0) verbs.letGo();
      },
    });
  }, [ref, verbs, id, movable]);
}
