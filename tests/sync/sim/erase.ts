import { CAST } from './cast.ts';
import type { CentralHost } from './central-host.ts';
import type { Random } from './random.ts';

/** A supervisor has what names people in some case erased, at central (S-26). @returns false when there is no case */
export async function eraseSome(host: CentralHost, random: Random): Promise<boolean> {
  const { database, tokens } = host.central.parts;
  const rows: { id: string }[] = await database.reader('case_row').select('id').orderBy('id');
  if (rows.length === 0) return false;
  const token = await tokens.issue(CAST[1].id, 'central');
  const answer = await host.ask({
    method: 'POST',
    path: `/v1/cases/${random.pick(rows).id}/erase`,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ reason: 'Tempoh simpanan tamat', reports: random.chance(0.5) }),
  });
  return answer?.status === 200;
}
