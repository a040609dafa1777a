import type { Database } from '#engine/store/database.ts';
import { type Meta, readSome } from '#engine/store/meta.ts';
import { type AnyEvent, isKnown } from '#shared/contract/wire/event.ts';
import type { Person, Scope } from '#shared/domain/person-role.ts';
import { cutTo } from './sight.ts';

/** What these events tell of one person's rights; of nobody's where nobody is meant. */
export function rightsToldOf(
  person: string | undefined,
  events: readonly AnyEvent[],
): Pick<Person, 'role' | 'scope'>[] {
  return events.flatMap((event) =>
    event.subject.id === person && isKnown(event) && event.type === 'user.described' ? [event.payload] : [],
  );
}

/**
 * What is to be remembered of a whole log that central had cut to `scope`, inside the transaction that took it. Of its
 * person's rights the last that it tells are those it was cut by, or pages bring the news of what came after.
 */
export async function cutOfFill(db: Database, scope: Scope): Promise<Pick<Partial<Meta>, 'sightMoved' | 'heldMoved'>> {
  const { sight, user } = await readSome(db, ['sight', 'user']);
  const last = await db.get<{ body: string }>(
    "SELECT body FROM event WHERE subject_id = ? AND type = 'user.described' AND state = 0 ORDER BY seq DESC LIMIT 1",
    [user?.id ?? ''],
  );
  const told = last === undefined ? [] : [JSON.parse(last.body) as AnyEvent];
  return cutTo(scope, rightsToldOf(user?.id, told), sight);
}
