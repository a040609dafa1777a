import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { AlarmStrip } from '#renderer/features/alarms/alarm-strip.tsx';
import { LockedAlarms } from '#renderer/features/alarms/locked-alarms.tsx';
import { AlarmRoomProvider } from '#renderer/features/alarms/room-context.tsx';
import { SilentMark } from '#renderer/features/alarms/silent-mark.tsx';
import { ClockBanner } from '#renderer/features/banner/clock-banner.tsx';
import { NoticeBanner } from '#renderer/features/banner/notice-banner.tsx';
import { StaleBanner } from '#renderer/features/banner/stale-banner.tsx';
import { CaseDrawer } from '#renderer/features/case/case-drawer.tsx';
import { DemoMark } from '#renderer/features/head/demo-mark.tsx';
import { TopBar } from '#renderer/features/head/top-bar.tsx';
import { LoadView } from '#renderer/features/load/load-view.tsx';
import { PlanMark } from '#renderer/features/load/plan-mark.tsx';
import { CaseQueue } from '#renderer/features/queue/case-queue.tsx';
import { DayRuler } from '#renderer/features/ruler/day-ruler.tsx';
import { LockScreen } from '#renderer/features/sign-in/lock-screen.tsx';
import { WithdrawnNotice } from '#renderer/features/sign-in/withdrawn-notice.tsx';
import { StatusBar } from '#renderer/features/status/status-bar.tsx';
import { TourStrip } from '#renderer/features/tour/tour-strip.tsx';
import { UiRoot } from '#renderer/ui/ui-root.tsx';
import { makeSay, type Speech, useSay } from '#renderer/ui/use-say.ts';
import { branchName } from './branch-name.ts';
import { BreakGuard } from './break-guard.tsx';
import { type Desk, DeskContext } from './desk-context.ts';
import { DeskMap } from './desk-map.tsx';
import { DeskOverlays } from './desk-overlays.tsx';
import { DeskPanes } from './desk-panes.tsx';
import { useDeskKeys } from './keys/use-desk-keys.ts';
import { showsLoad } from './shows-load.ts';
import { usePicture } from './use-picture.ts';
import './desk-app.css';

/** The desk: head, day ruler, queue, map, drawer, status; a failure in one pane leaves the others standing. */
export function DeskApp({ desk }: { desk: Desk }) {
  const session = useSyncExternalStore(desk.subscribe, () => desk.picture().session);
  const selected = useSyncExternalStore(desk.subscribe, () => desk.picture().selectedCase !== null);
  const carrying = useSyncExternalStore(desk.subscribe, () => desk.picture().carried !== null);
  const { lang, theme } = session;
  // By value: every setting that is kept brings a session of its own, and words made anew would ask and count anew.
  const [userId, userName] = [session.user?.id ?? null, session.user?.name ?? ''];
  const speech = useMemo<Speech>(() => {
    const names = {
      branch: branchName,
      person: (id: string) => (userId === id ? userName : id),
      get now() {
        return desk.clock.now();
      },
    };
    return { lang, names };
  }, [lang, userId, userName, desk]);
  const say = useMemo(() => makeSay(speech), [speech]);
  useEffect(() => {
    document.title = say('desk.title');
  }, [say]);
  const mark = session.profile === 'demo' ? <DemoMark /> : null;
  const barred = session.withdrawn !== null || session.locked;
  useDeskKeys(desk, !barred);
  return (
    <UiRoot speech={speech} theme={theme}>
      <DeskContext value={desk}>
        <AlarmRoomProvider>
          {session.withdrawn ? (
            <WithdrawnNotice withdrawn={session.withdrawn} mark={mark} />
          ) : session.locked ? (
            <LockScreen mark={mark} alarms={<LockedAlarms />} />
          ) : null}
          {barred ? null : <OpenDesk lang={lang} profile={session.profile} drawer={selected && !carrying} />}
        </AlarmRoomProvider>
      </DeskContext>
    </UiRoot>
  );
}

interface OpenDeskProps {
  lang: 'ms' | 'en';
  profile: 'demo' | 'live';
  /** The drawer has a case to show. */
  drawer: boolean;
}

function OpenDesk({ lang, profile, drawer }: OpenDeskProps) {
  const say = useSay();
  const load = usePicture(showsLoad);
  return (
    <>
      <div className="desk" data-profile={profile} data-drawer={drawer ? 'open' : 'empty'}>
        <TopBar />
        <AlarmStrip />
        <StaleBanner />
        <NoticeBanner />
        <ClockBanner />
        <DayRuler />
        {load ? (
          <BreakGuard what={say('desk.view.load')} of={lang}>
            <LoadView />
          </BreakGuard>
        ) : (
          <DeskPanes>
            <BreakGuard what={say('desk.queue')} of={lang}>
              <CaseQueue />
            </BreakGuard>
            <BreakGuard what={say('desk.map')} of={lang}>
              <DeskMap />
            </BreakGuard>
            <GuardedDrawer what={say('desk.drawer')} lang={lang} />
          </DeskPanes>
        )}
        <TourStrip />
        <StatusBar
          sound={
            <>
              <SilentMark />
              <PlanMark />
            </>
          }
        />
      </div>
      <BreakGuard what={say('desk.view.desk')} of={lang}>
        <DeskOverlays />
      </BreakGuard>
    </>
  );
}

/** One case that cannot be drawn leaves the drawer of the next one whole. */
function GuardedDrawer({ what, lang }: { what: string; lang: string }) {
  const open = usePicture((picture) => picture.selectedCase);
  return (
    <BreakGuard what={what} of={`${open} ${lang}`}>
      <CaseDrawer />
    </BreakGuard>
  );
}
