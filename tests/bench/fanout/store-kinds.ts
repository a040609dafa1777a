import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { loadGeography } from '#shared/geo/geography.ts';
import { openTable, type Rows } from '../central-load/bare-table.ts';
import { openConsole, type Shared } from '../console/open-console.ts';

/** A store that follows a central: brings itself up to date, durably. */
export interface Follower {
  catchUp(): Promise<void>;
  stop(): Promise<void>;
}

/** So many consoles with the product's engine each; they share one sign-in, as they only read. */
export function consoleMaker(url: string, credentialsFile: string): (folder: string) => Promise<Follower> {
  let login: Promise<string> | null = null;
  const shared: Shared = {
    geography: loadGeography(),
    async fetch(address, init) {
      if (!address.endsWith('/v1/auth/login')) return fetch(address, init);
      login ??= fetch(address, init).then((reply) => reply.text());
      return new Response(await login, { headers: { 'content-type': 'application/json' } });
    },
  };
  return async (folder) => {
    const console = await openConsole(folder, url, credentialsFile, shared);
    await console.round.pull();
    return { catchUp: () => console.round.pull(), stop: () => console.stop() };
  };
}

/** The limit: fetches what is new and keeps it in one table. */
export async function bareFollower(url: string, folder: string): Promise<Follower> {
  mkdirSync(folder, { recursive: true });
  const table = await openTable('sqlite', join(folder, 'bare.sqlite'));
  let seq = 0;
  const catchUp = async () => {
    const reply = await (await fetch(`${url}/after?seq=${seq}`)).json();
    const { events } = reply as { head: number; events: { id: string }[] };
    const rows: Rows = events.map((event, index) => [seq + index + 1, event.id, JSON.stringify(event)]);
    if (rows.length > 0) await table.insert(rows);
    seq += rows.length;
  };
  for (let before = -1; before < seq; ) {
    before = seq;
    await catchUp();
  }
  return { catchUp, stop: () => table.close() };
}
