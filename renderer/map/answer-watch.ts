/** How often one looks whether an answer came, ms, and after how many looks in vain nobody answers any more. */
const LOOK_MS = 1_000;
const LOOKS = 5;

/**
 * Tells when whoever owes answers has given none for some five seconds: a worker that was killed says nothing. Looked at
 * in steps, so that a thread that stood still itself for that long takes up what came meanwhile before it gives up.
 */
export class AnswerWatch {
  private readonly onSilence: () => void;
  private owed = 0;
  private timer: ReturnType<typeof setTimeout> | null = null;

  /** @param onSilence called once; whoever is meant must then be asked nothing more. */
  constructor(onSilence: () => void) {
    this.onSilence = onSilence;
  }

  /** One more answer is owed. */
  asked(): void {
    this.owed++;
    if (this.timer === null) this.look(LOOKS);
  }

  /** An answer came; the next one owed has as long again. */
  answered(): void {
    const left = Math.max(0, this.owed - 1);
    this.forget();
    this.owed = left;
    if (left > 0) this.look(LOOKS);
  }

  /** Nothing is owed any more. */
  forget(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.owed = 0;
  }

  private look(left: number): void {
    this.timer = setTimeout(() => {
      if (left > 1) return this.look(left - 1);
      this.forget();
      this.onSilence();
    }, LOOK_MS);
  }
}
