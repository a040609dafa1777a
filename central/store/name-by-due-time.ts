import type { Connection } from './database.ts';

const WITHDRAWN = '|withdrawn';

interface Named {
  id: string;
  channel: string;
  due: number;
}

/**
 * Calls were known by the moment of their threshold; now by its due time in whole seconds, as the consoles’ alarms are.
 * Words that took a call back keep its name. Where two calls get one name the one that was made later keeps it.
 */
export async function nameByDueTime(tx: Connection): Promise<void> {
  const rows: (Named & { about: string })[] = await tx('outbox')
    .orderBy('created_at')
    .select('id', 'channel', 'due', 'about');
  for (const { id, channel, due } of rows.filter(({ about }) => about === 'call')) {
    const parts = id.split('|');
    parts[3] = String(Math.floor(due / 1000));
    const name = parts.join('|');
    if (parts.length !== 5 || name === id) continue;
    for (const [was, is] of [
      [id, name],
      [`${id}${WITHDRAWN}`, `${name}${WITHDRAWN}`],
    ] as const) {
      if ((await tx('outbox').where({ id: was, channel }).select('id')).length === 0) continue;
      await tx('outbox').where({ id: is, channel }).delete();
      await tx('outbox').where({ id: was, channel }).update({ id: is });
    }
  }
}
