import { useDesk } from '#renderer/app/desk-context.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { Person } from '#shared/domain/person-role.ts';
import { DemoPeople } from './demo-people.tsx';
import './sign-in.css';

/** Who sits here, and the way out. */
export function SignOutCard({ user, onClose }: { user: Person; onClose(): void }) {
  const say = useSay();
  const { engine } = useDesk();
  const leave = async () => {
    await engine.call('session.sign-out', {});
    onClose();
  };
  return (
    <Dialog
      title={say('sign-in.title.out')}
      width={420}
      onClose={onClose}
      foot={<Button onClick={() => void leave()}>{say('sign-in.out')}</Button>}
    >
      <div className="sign-in">
        <p>{say('sign-in.here', { name: user.name })}</p>
        <p>{say('sign-in.out.why')}</p>
      </div>
      <DemoPeople onClose={onClose} />
    </Dialog>
  );
}
