import { clockTrouble } from '#renderer/app/clock-trouble.ts';
import { sayAge } from '#renderer/app/data-age.ts';
import { useNow } from '#renderer/app/use-now.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { useSay } from '#renderer/ui/use-say.ts';
import './stale-banner.css';

/** Across the desk while its times are estimates, or the computer's own clock is off: what holds, and what to do. */
export function ClockBanner() {
  const say = useSay();
  const now = useNow(5_000);
  const link = usePicture((picture) => picture.link);
  const trouble = clockTrouble(link, now);
  if (trouble === null) return null;
  const by = sayAge(say, Math.abs(trouble.offMs));
  if (trouble.kind === 'guess') {
    return (
      <div className="stale-banner" role="alert">
        <b>{say('time.guess')}</b>
        <span>
          {say('time.guess.why')} {trouble.offMs === 0 ? '' : say('time.guess.pc', { by })}
        </span>
      </div>
    );
  }
  return (
    <div className="stale-banner clock-banner" role="status">
      <b>{say(trouble.offMs > 0 ? 'time.pc.behind' : 'time.pc.ahead', { by })}</b>
      <span>{say('time.pc.why')}</span>
    </div>
  );
}
