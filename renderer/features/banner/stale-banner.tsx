import { useCallback } from 'react';
import { sayAge } from '#renderer/app/data-age.ts';
import { useDesk } from '#renderer/app/desk-context.ts';
import { isUnsigned, stalenessOf } from '#renderer/app/staleness.ts';
import { useNow } from '#renderer/app/use-now.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { TickingText } from '#renderer/ui/ticking-text.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import { formatMoment } from '#shared/text/format.ts';
import './stale-banner.css';

/** That central does not answer, and what becomes of the work meanwhile, the banner says in its own words. */
const SAID_ALREADY = 'failure.offline';

/** Across the desk while its data is stale: age first, then cause, since when, what still holds and what does not. */
export function StaleBanner() {
  const say = useSay();
  const { clock } = useDesk();
  const link = usePicture((picture) => picture.link);
  const now = useNow(5_000);
  const stale = stalenessOf(link, now);
  const unsigned = usePicture((picture) => isUnsigned(picture.link, picture.session.user !== null));
  const syncedAt = stale?.syncedAt ?? null;
  const age = useCallback(
    (at: number) =>
      syncedAt === null ? say('banner.age.never') : say('banner.age', { age: sayAge(say, at - syncedAt) }),
    [say, syncedAt],
  );
  if (!stale) return null;
  if (unsigned)
    return (
      <div className="stale-banner" role="alert">
        <b>{say('banner.unsigned')}</b>
        <span>{say('banner.unsigned.why')}</span>
      </div>
    );
  return (
    <div className="stale-banner" role="alert">
      <b>
        <TickingText clock={clock} text={age} />
      </b>
      <span>
        {say(`banner.cause.${stale.cause}`, { time: formatMoment(say.lang, stale.since, now) })}
        {link?.why && link.why.key !== SAID_ALREADY ? ` ${say.ref(link.why)}.` : ''} {say('banner.true')}{' '}
        {say('banner.not-true')}
      </span>
    </div>
  );
}
