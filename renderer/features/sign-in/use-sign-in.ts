import { type FormEvent, useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { useSay } from '#renderer/ui/use-say.ts';

/** What a form for signing in holds and does; central's answer, or the console's own, is said at the password. */
export interface SignInFields {
  username: string;
  password: string;
  setUsername(text: string): void;
  setPassword(text: string): void;
  /** Under way: it may not be sent again. */
  busy: boolean;
  /** Both are filled in, and nothing is under way. */
  ready: boolean;
  fault: string | null;
  send(event: FormEvent): void;
}

/** @param onDone told once somebody is signed in */
export function useSignIn(onDone: () => void = () => {}): SignInFields {
  const say = useSay();
  const { engine } = useDesk();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const ask = async () => {
    setBusy(true);
    setFault(null);
    const reply = await engine.call('session.sign-in', { username, password });
    setBusy(false);
    if (reply.ok) onDone();
    else setFault(say.ref(reply.failure.message));
  };
  return {
    username,
    password,
    setUsername,
    setPassword,
    busy,
    ready: !busy && username.trim() !== '' && password !== '',
    fault,
    send(event) {
      event.preventDefault();
      void ask();
    },
  };
}
