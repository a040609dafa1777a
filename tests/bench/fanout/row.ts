import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Child, runChild, startChild } from '../child.ts';
import { inTurn, type Measured, median, type Row, ratioOf } from '../measured.ts';

const TARGET = 1.2;
const STORES_TARGET = 2;
const CONSOLES = 200;

/** One act to 200 consoles: from the push until the last hundredth of them heard that there is news. */
export const fanout: Row = async ({ quick, say }) => {
  const folder = mkdtempSync(join(tmpdir(), 'prihatin-bench-'));
  const servers: Child[] = [];
  const begin = async (program: string, args: readonly string[]) => {
    const server = await startChild(program, args);
    servers.push(server);
    return server.first;
  };
  let rounds = 0;
  try {
    say(`fanout: ${CONSOLES} consoles`);
    const ours = await begin('central-source', [join(folder, 'central'), '100']);
    const bare = await begin('bare-central', ['sqlite', join(folder, 'bare.sqlite'), 'group']);
    const pushes = quick ? 20 : 50;
    const p99 = async (server: Record<string, unknown>) => {
      const args = [server.url, server.credentialsFile ?? '', CONSOLES, pushes].map(String);
      const reply = await runChild('fanout-load', args);
      if (reply.heard !== CONSOLES * pushes) throw new Error(`heard ${reply.heard} of ${CONSOLES * pushes}`);
      return Number(reply.p99);
    };
    await p99(ours);
    const figures = await inTurn(quick ? 1 : 5, { ours: () => p99(ours), limit: () => p99(bare) });
    const ratio = ratioOf(figures.ours, figures.limit);
    const one: Measured = {
      row: 'fanout',
      measure: `one act to ${CONSOLES} consoles, p99`,
      unit: 'ms',
      ours: median(figures.ours),
      limit: median(figures.limit),
      peers: {},
      ratioToLimit: ratio,
      target: `<= ${TARGET} x bare SSE`,
      met: ratio <= TARGET,
      note: 'both from the push until heard, the one durable insert between them; ours also checks, numbers and folds',
    };
    say(`fanout: ${CONSOLES} stores`);
    const inStores = async (server: Record<string, unknown>, kind: string) => {
      const at = join(folder, `stores-${rounds++}`);
      const plan = {
        kind,
        url: server.url,
        credentialsFile: server.credentialsFile ?? '',
        folder: at,
        count: CONSOLES,
      };
      const reply = await runChild('stores-load', [JSON.stringify({ ...plan, pushes: quick ? 5 : 15 })]);
      rmSync(at, { recursive: true, force: true, maxRetries: 5 });
      return Number(reply.p99);
    };
    const kept = await inTurn(quick ? 1 : 5, {
      ours: () => inStores(ours, 'console'),
      limit: () => inStores(bare, 'bare'),
    });
    const toLimit = ratioOf(kept.ours, kept.limit);
    const stores: Measured = {
      row: 'fanout',
      measure: `one act durable in ${CONSOLES} stores, p99`,
      unit: 'ms',
      ours: median(kept.ours),
      limit: median(kept.limit),
      peers: {},
      ratioToLimit: toLimit,
      target: `<= ${STORES_TARGET} x bare stores on bare SSE`,
      met: toLimit <= STORES_TARGET,
      note: `all ${CONSOLES} stores in one process, each synced by itself; ours folds the case and makes its row and clocks`,
    };
    return [one, stores];
  } finally {
    for (const server of servers) await server.end();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
};
