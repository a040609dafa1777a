import { useDesk } from '#renderer/app/desk-context.ts';
import { mayShowLoad, showsLoad } from '#renderer/app/shows-load.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { useSay } from '#renderer/ui/use-say.ts';
import { CountsStrip } from './counts-strip.tsx';
import { DemoMark } from './demo-mark.tsx';
import { HeadClock } from './head-clock.tsx';
import { LangSwitch } from './lang-switch.tsx';
import { LinkState } from './link-state.tsx';
import { NightGaps } from './night-gaps.tsx';
import { openWall } from './open-wall.ts';
import { ResultsStrip } from './results-strip.tsx';
import { ThemeButton } from './theme-button.tsx';
import { UserMark } from './user-mark.tsx';
import './top-bar.css';

/** The head of the desk: who and where we are, what is open, how it goes, how fresh it is. */
export function TopBar() {
  const say = useSay();
  const desk = useDesk();
  const profile = usePicture((picture) => picture.session.profile);
  const load = usePicture(showsLoad);
  const mayLoad = usePicture((picture) => mayShowLoad(picture.session.user?.role));
  return (
    <header className="top">
      <div className="top-brand">
        <h1>{say('desk.brand')}</h1>
        <span>{say('desk.house')}</span>
      </div>
      {profile === 'demo' ? <DemoMark /> : null}
      <nav className="top-views" aria-label={say('desk.views')}>
        {load ? (
          <button type="button" onClick={() => desk.verbs.turnTo('desk')}>
            {say('desk.view.desk')}
          </button>
        ) : (
          <span aria-current="page">{say('desk.view.desk')}</span>
        )}
        {load ? (
          <span aria-current="page">{say('desk.view.load')}</span>
        ) : mayLoad ? (
          <button type="button" title="B" onClick={() => desk.verbs.turnTo('load')}>
            {say('desk.view.load')}
          </button>
        ) : null}
        <button type="button" onClick={() => void openWall(desk.shell)}>
          {say('desk.view.wall')}
        </button>
      </nav>
      <CountsStrip />
      <NightGaps />
      <ResultsStrip />
      <div className="top-end">
        <LinkState />
        <LangSwitch />
        <ThemeButton />
        <UserMark />
        <HeadClock />
      </div>
    </header>
  );
}
