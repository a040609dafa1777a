/** What a window is asked while cases are in the air over its stage. */
export interface StageDragHands {
  /** The branch under a point of the window, or null. */
  branchUnder(x: number, y: number): string | null;
  aim(branch: string | null): void;
  /** Where the branch may not take them it says why. */
  drop(branch: string): void;
  letGo(): void;
  /** The pointer, window px, at each step of the drag. */
  follow(x: number, y: number): void;
}

/** Where the pointer is and what lies under it; the part that drags inside a window and from another one share. */
interface Location {
  current: { input: { clientX: number; clientY: number }; dropTargets: readonly { element: Element }[] };
}

/** One drag over the stage: aims as the pointer moves, drops on a branch, lets go anywhere else. */
export function overStage(stage: HTMLElement, hands: () => StageDragHands) {
  let aimed: string | null = null;
  const aim = (branch: string | null) => {
    if (branch === aimed) return;
    aimed = branch;
    hands().aim(branch);
  };
  const under = ({ current: { input, dropTargets } }: Location) =>
    dropTargets.some(({ element }) => element === stage) ? hands().branchUnder(input.clientX, input.clientY) : null;
  const follow = ({ current: { input } }: Location) => hands().follow(input.clientX, input.clientY);
  return {
    begin(location: Location) {
      aimed = null;
      follow(location);
    },
    move(location: Location) {
      follow(location);
      aim(under(location));
    },
    end(location: Location) {
      const branch = under(location);
      if (branch === null) return hands().letGo();
      aim(branch);
      hands().drop(branch);
    },
  };
}
