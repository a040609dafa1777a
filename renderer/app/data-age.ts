import type { Say } from '#renderer/ui/use-say.ts';

/** `4 s`, `18 minit`, `3 jam`, `2 hari`. @param ms age, never below 0 s. */
export function sayAge(say: Say, ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  if (seconds < 90) return say('desk.age.seconds', { n: seconds });
  const minutes = Math.floor(seconds / 60);
  if (minutes < 90) return say('desk.age.minutes', { n: minutes });
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? say('desk.age.hours', { n: hours }) : say('desk.age.days', { n: Math.floor(hours / 24) });
}
