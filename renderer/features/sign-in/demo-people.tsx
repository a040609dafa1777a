import { useEffect, useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { type Say, useSay } from '#renderer/ui/use-say.ts';
import type { DemoPersonView } from '#shared/contract/view/desk.ts';
import type { Scope } from '#shared/domain/person-role.ts';
import { branchByCode } from '#shared/geo/branches.ts';

/** Roles that sit at a desk; the wall and the administrator have screens of their own. */
const AT_A_DESK: readonly string[] = ['coordinator', 'supervisor', 'branch'];

/** The demo's sample people, one press each. Nothing in real operations: there the engine knows none. */
export function DemoPeople({ onClose }: { onClose(): void }) {
  const say = useSay();
  const { engine } = useDesk();
  const demo = usePicture((picture) => picture.session.profile === 'demo');
  const [people, setPeople] = useState<readonly DemoPersonView[]>([]);
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    if (!demo) return;
    let stale = false;
    void engine.call('session.demo-people', {}).then((reply) => {
      if (!stale && reply.ok) setPeople(reply.value.filter((one) => AT_A_DESK.includes(one.role)));
    });
    return () => {
      stale = true;
    };
  }, [engine, demo]);
  if (people.length === 0) return null;

  const sit = async (username: string) => {
    setBusy(true);
    const reply = await engine.call('session.sit-as', { username });
    setBusy(false);
    if (reply.ok) onClose();
    else setFault(say.ref(reply.failure.message));
  };
  return (
    <section className="sign-in-demo" aria-labelledby="sign-in-demo">
      <h3 id="sign-in-demo">{say('sign-in.demo')}</h3>
      <p>{say('sign-in.demo.why')}</p>
      <ul>
        {people.map(({ username, role, scope }) => (
          <li key={username}>
            <button type="button" disabled={busy} onClick={() => void sit(username)}>
              <b>{say(`role.${role}`)}</b>
              <span>{reachWords(scope, say)}</span>
              <small>{username}</small>
            </button>
          </li>
        ))}
      </ul>
      {fault === null ? null : (
        <p className="field-error" role="alert">
          {fault}
        </p>
      )}
    </section>
  );
}

function reachWords(scope: Scope, say: Say): string {
  if (scope.kind === 'hq') return say('desk.scope.hq');
  if (scope.kind === 'state') return scope.state;
  return [scope.branch, branchByCode(scope.branch)?.short].filter(Boolean).join(' ');
}
