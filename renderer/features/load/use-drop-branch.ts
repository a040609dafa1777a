import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { disableNativeDragPreview } from '@atlaskit/pragmatic-drag-and-drop/element/disable-native-drag-preview';
import { dropTargetForExternal } from '@atlaskit/pragmatic-drag-and-drop/external/adapter';
import { type RefObject, useEffect } from 'react';
import { CARGO, cargoOf } from '#renderer/app/carry-cargo.ts';
import { useDesk } from '#renderer/app/desk-context.ts';
import { usePicture } from '#renderer/app/use-picture.ts';

/**
 * Makes an element take the cases in hand for an office, as its place on the map does, whichever window they were lifted
 * in. @returns true while aimed at
 */
export function useDropBranch(ref: RefObject<HTMLElement | null>, branch: string | null): boolean {
  const { verbs } = useDesk();
  useEffect(() => {
    const element = ref.current;
    if (!element || branch === null) return;
    const taking = {
      element,
      getData: () => ({ branch }),
      onDragEnter: () => verbs.aim(branch),
      onDragLeave: () => verbs.aim(null),
      onDrop: () => verbs.drop(branch),
    };
    return combine(
      dropTargetForElements({ ...taking, canDrop: ({ source }) => source.data.type === 'cases' }),
      dropTargetForExternal({
        ...taking,
        canDrop: ({ source }) => source.types.includes(CARGO),
        getDropEffect: () => 'move',
      }),
    );
  }, [ref, verbs, branch]);
  return usePicture(({ carried }) => branch !== null && carried?.target === branch);
}

/** Lets a line be dragged onto an office, here or in another window: the desk takes its cases in hand. */
export function useDragCases(ref: RefObject<HTMLElement | null>, cases: string): void {
  const { verbs } = useDesk();
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const ids = cases.split(' ');
    return draggable({
      element,
      getInitialData: () => ({ type: 'cases', cases: ids }),
      getInitialDataForExternal: () => cargoOf(ids),
      onGenerateDragPreview: ({ nativeSetDragImage }) => disableNativeDragPreview({ nativeSetDragImage }),
      onDragStart: () => verbs.carry(ids, 'drag'),
      onDrop: ({ location }) => {
        if (location.current.dropTargets.length === 0) verbs.letGo();
      },
    });
  }, [ref, verbs, cases]);
}
