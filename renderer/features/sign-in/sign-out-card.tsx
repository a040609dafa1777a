import { useDesk } from '#renderer/app/desk-context.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { Person } from '#shared/domain/person-role.ts';
import { formatMoment } from '#shared/text/format.ts';
import { DemoPeople } from './demo-people.tsx';
import './sign-in.css';

/** Who sits here, and the way out. */
export function SignOutCard({ user, onClose }: { user: Person; onClose(): void }) {
  const say = useSay();
  const { engine, verbs, clock } = useDesk();
  const until = usePicture((picture) => picture.session.offlineUntil);
  const leave = async () => {
    await engine.call('session.sign-out', {});
    onClose();
  };
  return (
    <Dialog
      title={say('sign-in.title.out')}
      width={420}
      onClose={onClose}
      foot={
        <>
          {user.role === 'admin' ? <Button onClick={() => verbs.show('devices')}>{say('devices.open')}</Button> : null}
          {user.role === 'admin' ? <Button onClick={() => verbs.show('tiles')}>{say('tiles.title')}</Button> : null}
          {user.role === 'supervisor' ? (
            <Button shortcut="R" onClick={() => verbs.show('rules')}>
              {say('rules.open')}
            </Button>
          ) : null}
          <Button onClick={() => void leave()}>{say('sign-in.out')}</Button>
        </>
      }
    >
      <div className="sign-in">
        <p>{say('sign-in.here', { name: user.name })}</p>
        <p>{say('sign-in.out.why')}</p>
        {until === null ? null : (
          <p>{say('sign-in.offline.until', { time: formatMoment(say.lang, until, clock.now()) })}</p>
        )}
      </div>
      <DemoPeople onClose={onClose} />
    </Dialog>
  );
}
