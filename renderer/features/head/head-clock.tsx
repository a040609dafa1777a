import { useNow } from '#renderer/app/use-now.ts';
import { useSay } from '#renderer/ui/use-say.ts';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';
import { formatDayMonth, formatTime, formatWeekday } from '#shared/text/format.ts';

/** Malaysia's time, by central's clock as far as it is known. */
export function HeadClock() {
  const say = useSay();
  const now = useNow(60_000);
  return (
    <time className="head-clock" dateTime={isoMalaysia(now)}>
      <span className="head-time">{formatTime(now)}</span>
      <small>{`${formatWeekday(say.lang, now)} ${formatDayMonth(say.lang, now)}`}</small>
    </time>
  );
}
