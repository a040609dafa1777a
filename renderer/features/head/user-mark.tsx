import { useDesk } from '#renderer/app/desk-context.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { useSay } from '#renderer/ui/use-say.ts';
import type { Scope } from '#shared/domain/person-role.ts';

/** Who sits here: name, role and reach; pressed, it offers to sign in or out. */
export function UserMark() {
  const say = useSay();
  const { verbs } = useDesk();
  const user = usePicture((picture) => picture.session.user);
  const reach = user && (scopeWords(user.scope) ?? say('desk.scope.hq'));
  return (
    <button type="button" className="user-mark" onClick={() => verbs.show('sign-in')}>
      <span>{user ? user.name : say('sign-in.do')}</span>
      <small>{user ? `${say(`role.${user.role}`)} · ${reach}` : say('desk.user.none')}</small>
    </button>
  );
}

function scopeWords(scope: Scope): string | null {
  if (scope.kind === 'state') return scope.state;
  return scope.kind === 'branch' ? scope.branch : null;
}
