/** Tells the other windows of this console what is in the air: during a drag a window may not read what comes over it. */
export interface CarrySignal {
  /** What another window carries just now; empty when none does. */
  inAir(): readonly string[];
  tell(cases: readonly string[]): void;
  close(): void;
}

/** Opens the signal between the windows of one origin. */
export function openCarrySignal(): CarrySignal {
  const channel = new BroadcastChannel('prihatin-carry');
  let heard: readonly string[] = [];
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    heard = Array.isArray(data) ? data.filter((one) => typeof one === 'string') : [];
  };
  return {
    inAir: () => heard,
    tell: (cases) => channel.postMessage([...cases]),
    close: () => channel.close(),
  };
}
