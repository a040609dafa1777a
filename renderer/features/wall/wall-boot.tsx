import { useEffect, useMemo, useRef, useState } from 'react';
import { createDeskClock } from '#renderer/app/desk-clock.ts';
import { UiRoot } from '#renderer/ui/ui-root.tsx';
import { makeSay, type Speech } from '#renderer/ui/use-say.ts';
import type { EngineBridge } from '#shared/contract/carrier.ts';
import type { WallPicture } from '#shared/contract/view/wall.ts';
import { branchByCode } from '#shared/geo/branches.ts';
import { WallApp } from './wall-app.tsx';
import { WALL_SILENT_MS } from './wall-staleness.ts';
import './wall.css';

/** Watches the one stream a wall may read, and shows its last picture even when the console is lost. */
export function WallBoot({ engine }: { engine: EngineBridge }) {
  const [clock] = useState(() => createDeskClock());
  const [picture, setPicture] = useState<WallPicture | null>(null);
  const [opened] = useState(() => performance.now());
  const heardAt = useRef(opened);
  const [lostSince, setLostSince] = useState<number | null>(null);
  useEffect(
    () =>
      engine.watch(
        'wall.watch',
        {},
        (next) => {
          clock.setOffset(next.link.clockOffsetMs);
          setPicture(next);
          heardAt.current = performance.now();
          setLostSince(null);
        },
        () => setLostSince((before) => before ?? clock.now()),
      ),
    [engine, clock],
  );
  // A console that hangs closes no line: silence is told from death by its signs of life.
  useEffect(
    () =>
      clock.subscribe(() => {
        if (performance.now() - heardAt.current > WALL_SILENT_MS) setLostSince((before) => before ?? clock.now());
      }),
    [clock],
  );
  const lang = picture?.lang ?? 'ms';
  const speech = useMemo<Speech>(
    () => ({ lang, names: { branch: (code) => branchByCode(code)?.short ?? code } }),
    [lang],
  );
  const say = useMemo(() => makeSay(speech), [speech]);
  useEffect(() => {
    document.title = say('wall.title');
  }, [say]);
  return (
    <UiRoot speech={speech} theme="dark">
      {picture ? (
        <WallApp picture={picture} clock={clock} lostSince={lostSince} />
      ) : (
        <main className="wall-wait" role="status">
          <b>{say('wall.name')}</b>
          {say('wall.loading')}
        </main>
      )}
    </UiRoot>
  );
}
