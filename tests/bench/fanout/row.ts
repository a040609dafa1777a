import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Child, runChild, startChild } from '../child.ts';
import { inTurn, type Measured, median, type Row, ratioOf } from '../measured.ts';

const TARGET = 1.2;
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
    return [one];
  } finally {
    for (const server of servers) await server.end();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
};
