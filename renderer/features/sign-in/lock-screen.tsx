import { LockKeyhole } from 'lucide-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { Button } from '#renderer/ui/button.tsx';
import { TextField } from '#renderer/ui/field.tsx';
import { UrgencyGlyph } from '#renderer/ui/urgency-glyph.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import { DemoPeople } from './demo-people.tsx';
import './lock-screen.css';

const STATES = ['missed', 'warned', 'running', 'paused'] as const;

/**
 * Instead of the desk when nobody may look any more: how many cases run late, what waits, and the way back in.
 * `mark` tells a demo from real operations.
 */
export function LockScreen({ mark }: { mark: ReactNode }) {
  const say = useSay();
  const { engine } = useDesk();
  const counts = usePicture((picture) => picture.board?.counts ?? null);
  const waiting = usePicture((picture) => picture.link?.waiting ?? 0);
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
    if (!reply.ok) setFault(say.ref(reply.failure.message));
  };
  return (
    <main className="lock">
      <form className="lock-card" onSubmit={(event) => void send(event)}>
        <h1>
          <LockKeyhole size={18} strokeWidth={1.75} aria-hidden /> {say('lock.title')} {mark}
        </h1>
        <p>{say('lock.why')}</p>
        {counts === null ? null : (
          <ul className="lock-counts" aria-label={say('desk.counts')}>
            {STATES.map((state) => (
              <li key={state}>
                <UrgencyGlyph urgency={state} /> <b>{counts[state]}</b> {say(`desk.count.${state}`)}
              </li>
            ))}
          </ul>
        )}
        <p className="lock-quiet">
          {say('lock.works')} {say('lock.waiting', { n: waiting })}
        </p>
        <TextField
          label={say('sign-in.username')}
          autoComplete="username"
          autoFocus
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
        <Button look="primary" type="submit" disabled={busy || username.trim() === '' || password === ''}>
          {say(busy ? 'sign-in.busy' : 'sign-in.do')}
        </Button>
        <DemoPeople onClose={() => {}} />
      </form>
    </main>
  );
}
