import { useEffect, useState } from 'react';
import { sayAge } from '#renderer/app/data-age.ts';
import { useDesk } from '#renderer/app/desk-context.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { type Say, useSay } from '#renderer/ui/use-say.ts';
import type { ShellOutput } from '#shared/contract/shell.ts';
import type { LinkStatus } from '#shared/contract/view/desk.ts';
import './help.css';

const CREDITS = ['map', 'places', 'leaflet', 'type'] as const;

/** What runs here, on what, and whose work it stands on. Render it always; it shows itself. */
export function AboutPanel() {
  const open = usePicture((picture) => picture.overlay === 'about');
  return open ? <OpenAbout /> : null;
}

function OpenAbout() {
  const say = useSay();
  const { shell, verbs } = useDesk();
  const session = usePicture((picture) => picture.session);
  const link = usePicture((picture) => picture.link);
  const [about, setAbout] = useState<ShellOutput<'about.get'> | null>(null);
  const [update, setUpdate] = useState<string | null>(null);
  useEffect(() => {
    shell.ask('about.get', {}).then(setAbout, () => undefined);
  }, [shell]);
  const check = async () => {
    setUpdate(say('about.update.checking'));
    try {
      const found = await shell.ask('update.check', {});
      setUpdate(say.ref(found.words));
    } catch {
      setUpdate(say('about.unavailable'));
    }
  };
  const facts: [string, string][] = [
    [say('about.version'), about?.version ?? session.version],
    [say('about.runtime'), about?.runtime ?? session.runtime],
    [say('about.profile'), say(`about.profile.${session.profile}`)],
    [say('about.console'), session.prefix],
    [
      say('about.central'),
      session.embedded ? say('about.central.embedded', { url: session.centralUrl }) : session.centralUrl,
    ],
    [say('time.pc'), clockWords(link, say)],
    [say('about.store'), say(session.storeProtected ? 'about.store.protected' : 'about.store.open')],
  ];
  return (
    <Dialog
      title={say('about.title')}
      width={560}
      onClose={() => verbs.show('none')}
      foot={
        <Button data-autofocus onClick={() => verbs.show('none')}>
          {say('outbox.close')}
        </Button>
      }
    >
      <div className="about">
        <dl>
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
          <div>
            <dt>{say('about.update')}</dt>
            <dd>
              <Button onClick={() => void check()}>{say('about.update.check')}</Button>
              <span role="status">{update}</span>
            </dd>
          </div>
        </dl>
        {about && !about.productionRuntime ? <p className="about-warn">{say('about.not-production')}</p> : null}
        <h3>{say('about.credits')}</h3>
        <ul>
          {CREDITS.map((one) => (
            <li key={one}>{say(`about.credits.${one}`)}</li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}

/** How far this computer's clock is from central's; a minute is where the desk begins to warn. */
function clockWords(link: LinkStatus | null, say: Say): string {
  if (link === null || link.timesSure === false) return say('time.pc.unknown');
  const off = link.clockOffsetMs;
  if (Math.abs(off) <= 60_000) return say('time.pc.right', { seconds: Math.round(Math.abs(off) / 1_000) });
  return say(off > 0 ? 'time.pc.behind' : 'time.pc.ahead', { by: sayAge(say, Math.abs(off)) });
}
