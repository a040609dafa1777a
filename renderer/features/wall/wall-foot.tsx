import { isFilling } from '#renderer/app/is-filling.ts';
import { useSay } from '#renderer/ui/use-say.ts';
import type { WallPicture } from '#shared/contract/view/wall.ts';
import { formatPercent } from '#shared/text/format.ts';

/** Paused cases, the month's two results, and on a demo that it is one. */
export function WallFoot({ picture, paused }: { picture: WallPicture; paused: number }) {
  const say = useSay();
  const none = say(isFilling(picture.link) ? 'desk.results.loading' : 'wall.no-figure');
  const share = (value: number | null) => (value === null ? none : formatPercent(value * 100));
  return (
    <footer className="wall-foot">
      <span>
        {say('wall.paused')} <b>{paused}</b>
      </span>
      <span>
        {say('wall.same-day')} <b>{share(picture.results.sameDay)}</b>
      </span>
      <span>
        {say('wall.paid-week')} <b>{share(picture.results.paidWithinWeek)}</b>
      </span>
      {picture.profile === 'demo' ? <strong className="wall-demo">{say('wall.demo')}</strong> : null}
    </footer>
  );
}
