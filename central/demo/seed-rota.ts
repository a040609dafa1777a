import { createDuties } from '#central/notify/duties.ts';
import type { Parts } from '#central/parts.ts';
import type { Person } from '#shared/domain/person-role.ts';
import { actAs } from './act-as.ts';
import { planRota } from './plan-rota.ts';

const DAY = 86_400_000;
/** Duties one act may set. */
const MOST = 200;

/** Lets the demo's supervisor put people on duty for this week and the next, unless somebody is beyond tomorrow. */
export async function seedRota(parts: Parts, supervisor: Person, now: number): Promise<void> {
  const standing = await createDuties(parts.database, parts.vault).list(now);
  if (standing.some(({ to }) => to > now + 2 * DAY)) return;
  const duties = planRota(parts.geography.branches, now);
  await parts.writer.submit(async (session) => {
    for (let from = 0; from < duties.length; from += MOST)
      actAs(session, parts, supervisor, { kind: 'set-rota', duties: duties.slice(from, from + MOST) }, now);
  });
}
