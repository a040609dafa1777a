/** Waits `ms`, then works; a test holds the time. @returns what forgets it */
export type After = (ms: number, work: () => unknown) => () => void;

/** By the computer's own timers. */
export const byTimer: After = (ms, work) => {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
};
