/** The one clock of a window: central's time as far as it is known, told to all once a second. */
export interface DeskClock {
  /** ms since 1970, corrected by the measured offset to central. */
  now(): number;
  /** Called at each whole second, while anyone listens; one timer for the window. */
  subscribe(listener: () => void): () => void;
  setOffset(ms: number): void;
}

/** Makes the clock. @param physical ms since 1970 of this computer. */
export function createDeskClock(physical: () => number = Date.now): DeskClock {
  const listeners = new Set<() => void>();
  let offset = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const now = () => physical() + offset;
  const beat = () => {
    for (const listener of listeners) listener();
    timer = listeners.size > 0 ? setTimeout(beat, 1_000 - (now() % 1_000)) : null;
  };
  return {
    now,
    setOffset(ms) {
      offset = ms;
    },
    subscribe(listener) {
      listeners.add(listener);
      timer ??= setTimeout(beat, 1_000 - (now() % 1_000));
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0 && timer !== null) {
          clearTimeout(timer);
          timer = null;
        }
      };
    },
  };
}
