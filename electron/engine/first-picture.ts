/** A picture that takes longer is not waited for, ms. */
const LONGEST_MS = 3_000;
/** What a window needs to paint what it was given, ms. */
const PAINTING_MS = 400;

/** The first picture of the rows after a start: what nobody looks at yet stands back for it. */
export interface FirstPicture {
  /** A window asks for the rows. */
  asked(): void;
  /** A window was given them. */
  given(): void;
  /** Whether a window waits for the first one, or is painting it. */
  owed(): boolean;
}

/** @param monotonic ms that never go back */
export function watchFirstPicture(monotonic: () => number): FirstPicture {
  let askedAt: number | null = null;
  let givenAt: number | null = null;
  return {
    asked() {
      askedAt ??= monotonic();
    },
    given() {
      givenAt ??= monotonic();
    },
    owed() {
      if (askedAt === null) return false;
      const now = monotonic();
      return givenAt === null ? now - askedAt < LONGEST_MS : now - givenAt < PAINTING_MS;
    },
  };
}
