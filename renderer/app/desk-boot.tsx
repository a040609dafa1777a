import { useEffect, useState } from 'react';
import type { Connection } from '#renderer/bridge/connect-engine.ts';
import { Button } from '#renderer/ui/button.tsx';
import { UiRoot } from '#renderer/ui/ui-root.tsx';
import { makeSay, type Speech } from '#renderer/ui/use-say.ts';
import type { Failure } from '#shared/contract/ipc.ts';
import { BreakGuard } from './break-guard.tsx';
import { DeskApp } from './desk-app.tsx';
import { createDeskClock } from './desk-clock.ts';
import { createDesk, type RunningDesk } from './store/desk-store.ts';
import { openRowsEarly } from './store/early-rows.ts';
import './desk-boot.css';

type Boot = { at: 'opening' } | { at: 'open'; desk: RunningDesk } | { at: 'failed'; failure: Failure };

/** Until the session is known the desk speaks Malay. */
const FIRST_SPEECH: Speech = { lang: 'ms', names: {} };
/** A healthy engine answers in milliseconds; after this long the words say more than "opening". */
const PATIENCE_MS = 10_000;

/** Asks the engine who sits here, then opens the desk; says so in words while it waits and when it cannot. */
export function DeskBoot({ connection }: { connection: Connection }) {
  const [boot, setBoot] = useState<Boot>({ at: 'opening' });
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    let stale = false;
    let desk: RunningDesk | null = null;
    const earlyRows = openRowsEarly(connection.engine);
    const patience = setTimeout(() => setSlow(true), PATIENCE_MS);
    void connection.engine.call('session.get', {}).then((reply) => {
      clearTimeout(patience);
      if (stale) return;
      if (!reply.ok) {
        earlyRows.stop();
        return setBoot({ at: 'failed', failure: reply.failure });
      }
      const random = () => crypto.getRandomValues(new Uint8Array(10));
      desk = createDesk({ ...connection, clock: createDeskClock(), session: reply.value, earlyRows, random });
      setBoot({ at: 'open', desk });
    });
    return () => {
      stale = true;
      clearTimeout(patience);
      if (desk) desk.stop();
      else earlyRows.stop();
    };
  }, [connection]);
  if (boot.at === 'open') return <DeskApp desk={boot.desk} />;
  const say = makeSay(FIRST_SPEECH);
  return (
    <UiRoot speech={FIRST_SPEECH} theme="dark">
      <BreakGuard what={say('desk.view.desk')} of={boot.at}>
        {boot.at === 'failed' || slow ? (
          <main className="boot" role="alert">
            <h1>{say('boot.failed')}</h1>
            <p>{boot.at === 'failed' ? say.ref(boot.failure.message) : say('boot.failed.engine')}</p>
            <Button look="primary" onClick={() => window.location.reload()}>
              {say('boot.reload')}
            </Button>
          </main>
        ) : (
          <main className="boot" role="status">
            <p>{say('boot.opening')}</p>
          </main>
        )}
      </BreakGuard>
    </UiRoot>
  );
}
