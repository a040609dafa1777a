import { type FormEvent, useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextField } from '#renderer/ui/field.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import { DemoPeople } from './demo-people.tsx';
import './sign-in.css';

const FORM = 'sign-in-form';

/** Name and password; what central answers is said at the field it is about. */
export function SignInForm({ onClose }: { onClose(): void }) {
  const say = useSay();
  const { engine } = useDesk();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setFault(null);
    const reply = await engine.call('session.sign-in', { username, password });
    setBusy(false);
    if (reply.ok) onClose();
    else setFault(say.ref(reply.failure.message));
  };
  return (
    <Dialog
      title={say('sign-in.title')}
      width={420}
      onClose={onClose}
      foot={
        <Button look="primary" type="submit" form={FORM} disabled={busy || username.trim() === '' || password === ''}>
          {say(busy ? 'sign-in.busy' : 'sign-in.do')}
        </Button>
      }
    >
      <form id={FORM} className="sign-in" onSubmit={(event) => void send(event)}>
        <p>{say('sign-in.why')}</p>
        <TextField
          label={say('sign-in.username')}
          autoComplete="username"
          data-autofocus
          value={username}
          onChange={(event) => setUsername(event.currentTarget.value)}
        />
        <TextField
          label={say('sign-in.password')}
          type="password"
          autoComplete="current-password"
          value={password}
          {...(fault === null ? {} : { error: fault })}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
      </form>
      <DemoPeople onClose={onClose} />
    </Dialog>
  );
}
