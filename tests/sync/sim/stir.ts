/** Tells who waits for the world to come to rest that something has moved, so that nobody has to keep looking. */
export interface Stir {
  /** Something began or ended. */
  poke(): void;
  /** Resolves at the next poke, at once when one came since the last time it was awaited. */
  next(): Promise<void>;
}

/** Makes one. */
export function createStir(): Stir {
  let moved = false;
  let wake: (() => void) | null = null;
  return {
    poke() {
      moved = true;
      wake?.();
    },
    async next() {
      if (!moved)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      wake = null;
      moved = false;
    },
  };
}
