import type { MessageParam } from '#shared/domain/message-ref.ts';
import type { Day } from './day.ts';

/** A day off in some states, or of some offices alone. */
export interface Holiday {
  day: Day;
  /** What it is called: a key of the catalogues, or words as somebody entered them. */
  name: MessageParam;
  /** Codes of states; empty where only offices are named. */
  states: readonly string[];
  /** Codes of offices that close apart from their state. */
  branches: readonly string[];
  /** gazetted: in a published schedule or announcement; estimated: to be confirmed. */
  status: 'gazetted' | 'estimated';
  source: string;
  /** Whether another day is given when it falls on the weekly holiday. */
  substitute: boolean;
  /** The line somebody set it by; left out for one that was shipped. */
  line?: string;
}
