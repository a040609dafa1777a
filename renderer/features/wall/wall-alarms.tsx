import { BellRing, CircleHelp, VolumeX } from 'lucide-react';
import { UrgencyGlyph } from '#renderer/ui/urgency-glyph.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { WallAlarms as Told } from '#shared/contract/view/wall.ts';
import { formatDuration } from '#shared/text/format.ts';

interface WallAlarmsProps {
  alarms: Told;
  /** Times here are estimates. */
  guessing: boolean;
  /** ms since 1970. */
  now: number;
}

const SIGN = 40;

/** Across the wall while somebody must hear: how many alarms nobody acknowledged, how long the oldest waits, what is unwell. */
export function WallAlarms({ alarms, guessing, now }: WallAlarmsProps) {
  const say = useSay();
  const { unheard, late, oldest, silent } = alarms;
  if (unheard === 0 && !silent && !guessing) return null;
  return (
    <section className="wall-alarms" aria-label={say('alarm.title')}>
      {unheard === 0 ? null : (
        <p>
          <BellRing size={SIGN} strokeWidth={1.75} aria-hidden />
          <b>{unheard}</b> {say('wall.alarm.unheard')}
        </p>
      )}
      {late === 0 ? null : (
        <p>
          <UrgencyGlyph urgency="missed" size={34} />
          <b>{late}</b> {say('wall.alarm.late')}
        </p>
      )}
      {oldest === null || unheard === 0 ? null : (
        <p>
          {say('wall.alarm.oldest')} <b>{formatDuration(say.lang, Math.max(0, now - oldest))}</b>
        </p>
      )}
      {silent ? (
        <p>
          <VolumeX size={SIGN} strokeWidth={1.75} aria-hidden />
          {say('wall.alarm.silent')}
        </p>
      ) : null}
      {guessing ? (
        <p>
          <CircleHelp size={SIGN} strokeWidth={1.75} aria-hidden />
          {say('wall.alarm.clock')}
        </p>
      ) : null}
    </section>
  );
}
