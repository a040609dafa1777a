/** Waiting, passed in so that a test can hold the time. */
export interface Timers {
  /** Runs `work` once, `ms` from now. @returns a function that forgets it */
  after(ms: number, work: () => void): () => void;
}

/** The real ones; none of them keeps the process alive. */
export const SYSTEM_TIMERS: Timers = {
  after(ms, work) {
    const timer = setTimeout(work, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
