import type { MessageRef } from '#shared/domain/message-ref.ts';
import type { ClockInstance } from './clock-instance.ts';

/** A guess how a running clock will end: never a promise, and shown as a guess. */
export interface BreachGuess {
  clock: string;
  key: string;
  /** Share of its counted time it will probably need; 1 is exactly on time. */
  share: number;
  likely: boolean;
  /** What it rests on: finished stages, and what usually is needed. */
  basis: MessageRef[];
}

/** What of a clock a guess rests on. */
export type GuessClock = Pick<
  ClockInstance,
  'id' | 'key' | 'state' | 'stoppedAt' | 'endedBy' | 'elapsedMs' | 'allowanceMs'
>;

/** How much the usual pace weighs against one finished stage of the case itself. */
const USUAL_WEIGHT = 1;
/** What a stage needs of its time where nobody has counted yet. */
const UNKNOWN_SHARE = 0.5;

/**
 * Which running promises will probably be broken, the worst first, from the pace of the stages done so far: each used
 * a share of its time; a case that was twice as slow as usual is taken to go on so.
 * @param usual share of its time that a clock of a key usually needs, from cases closed before; may be empty
 */
export function guessBreaches(clocks: readonly GuessClock[], usual: Readonly<Record<string, number>>): BreachGuess[] {
  const usualOf = (key: string) => usual[key] ?? UNKNOWN_SHARE;
  const done = clocks.filter(({ endedBy }) => endedBy === 'done' || endedBy === 'assigned');
  // In logarithms, so that half and twice the usual time cancel out.
  const paces = done.map((clock) => Math.log(Math.max(shareOf(clock), 0.01) / usualOf(clock.key)));
  const pace = Math.exp(paces.reduce((sum, one) => sum + one, 0) / (paces.length + USUAL_WEIGHT));
  return clocks
    .filter(({ stoppedAt, state }) => stoppedAt === null && state !== 'missed')
    .map((clock) => {
      const share = Math.max(usualOf(clock.key) * pace, shareOf(clock));
      return { clock: clock.id, key: clock.key, share, likely: share > 1, basis: basisOf(done, usualOf(clock.key)) };
    })
    .sort((a, b) => b.share - a.share || (a.clock < b.clock ? -1 : 1));
}

/** Share of its counted time a clock has used. */
function shareOf({ elapsedMs, allowanceMs }: GuessClock): number {
  return elapsedMs / Math.max(1, allowanceMs);
}

function basisOf(done: readonly GuessClock[], usual: number): MessageRef[] {
  const percent = (share: number) => ({ t: 'percent', v: Math.round(share * 100) }) as const;
  return [
    { key: 'clock.guess.label' },
    ...done.map((clock) => ({
      key: 'clock.guess.stage',
      params: { clock: { t: 'key', v: `clock.long.${clock.key}` } as const, share: percent(shareOf(clock)) },
    })),
    { key: 'clock.guess.usual', params: { share: percent(usual) } },
  ];
}
