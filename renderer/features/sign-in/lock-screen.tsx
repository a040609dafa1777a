import { LockKeyhole } from 'lucide-react';
import type { ReactNode } from 'react';
import { usePicture } from '#renderer/app/use-picture.ts';
import { Button } from '#renderer/ui/button.tsx';
import { UrgencyGlyph } from '#renderer/ui/urgency-glyph.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import { DemoPeople } from './demo-people.tsx';
import { SignInFields } from './sign-in-fields.tsx';
import { useSignIn } from './use-sign-in.ts';
import './lock-screen.css';

const STATES = ['missed', 'warned', 'running', 'paused'] as const;

/**
 * Instead of the desk when nobody may look any more: how many cases run late, what waits, and the way back in.
 * `mark` tells a demo from real operations; `alarms` what the room is told meanwhile.
 */
export function LockScreen({ mark, alarms }: { mark: ReactNode; alarms: ReactNode }) {
  const say = useSay();
  const counts = usePicture((picture) => picture.board?.counts ?? null);
  const waiting = usePicture((picture) => picture.link?.waiting ?? 0);
  const fields = useSignIn();
  return (
    <main className="lock">
      <form className="lock-card" onSubmit={fields.send}>
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
        {alarms}
        <SignInFields {...fields} />
        <Button look="primary" type="submit" disabled={!fields.ready}>
          {say(fields.busy ? 'sign-in.busy' : 'sign-in.do')}
        </Button>
        <DemoPeople onClose={() => {}} />
      </form>
    </main>
  );
}
