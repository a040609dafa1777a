import type { Connection } from '#central/store/database.ts';
import { anyAccountById } from '#central/store/user-rows.ts';
import type { MessageRef } from '#shared/domain/message-ref.ts';

/** The people that these messages speak of, by name; one who is not known any more stays a reference. */
export async function peopleNames(
  reader: Connection,
  messages: readonly MessageRef[],
): Promise<(id: string) => string> {
  const ids = messages.flatMap(({ params }) =>
    Object.values(params ?? {}).flatMap((param) => (param.t === 'person' ? [param.v] : [])),
  );
  const names = new Map<string, string>();
  for (const id of new Set(ids)) {
    const account = await anyAccountById(reader, id);
    if (account !== null) names.set(id, account.name);
  }
  return (id) => names.get(id) ?? id.replace(/^key:/, '');
}
