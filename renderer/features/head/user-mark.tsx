import { usePicture } from '#renderer/app/use-picture.ts';
import { useSay } from '#renderer/ui/use-say.ts';
import type { Scope } from '#shared/domain/person-role.ts';

/** Who sits here: name, role and reach. */
export function UserMark() {
  const say = useSay();
  const user = usePicture((picture) => picture.session.user);
  if (user === null) return <div className="user-mark">{say('desk.user.none')}</div>;
  const reach = scopeWords(user.scope) ?? say('desk.scope.hq');
  return (
    <div className="user-mark">
      <span>{user.name}</span>
      <small>{`${say(`role.${user.role}`)} · ${reach}`}</small>
    </div>
  );
}

function scopeWords(scope: Scope): string | null {
  if (scope.kind === 'state') return scope.state;
  return scope.kind === 'branch' ? scope.branch : null;
}
