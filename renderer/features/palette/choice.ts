import type { Act } from '#shared/contract/acts.ts';

/** What happens on Enter: the line is written anew, an act is made, or the desk is asked something. */
export type Deed =
  /** `supposes`: the act the line is on its way to. */
  | { kind: 'fill'; text: string; supposes?: Act }
  | { kind: 'commit'; act: Act }
  /** `stays`: something else lies over the desk afterwards, so the palette does not close it. */
  | { kind: 'ask'; stays?: true; ask(): void };

/** One line of the palette. */
export interface Choice {
  id: string;
  /** A branch's code or a case's number, in front. */
  code: string | null;
  title: string;
  why: string;
  /** What to know before: stands in front of why, and stands out. */
  cautions?: readonly string[];
  /** At the right: by when, or what it is. */
  side: string;
  /** Why it cannot be done, in words: the line stays, struck. */
  refused: string | null;
  /** What Enter does, in words; the palette's own "do it" when left out. */
  verb?: string;
  deed: Deed;
}
