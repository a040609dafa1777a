import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pushRound, targetOf } from '../central-load/push-rounds.ts';
import { type Child, startChild } from '../child.ts';
import { inTurn, type Measured, median, type Row, ratioOf } from '../measured.ts';

const TARGET = 0.6;
/** As many events as a console sends in one push. */
const BATCH = 500;
const CASES = 1_250;

/** One console hands in what it gathered while it was alone: 10,000 acts, one push after another. */
export const syncPush: Row = async ({ quick, say }) => {
  const folder = mkdtempSync(join(tmpdir(), 'prihatin-bench-'));
  const servers: Child[] = [];
  const begin = async (program: string, args: readonly string[]) => {
    const server = await startChild(program, args);
    servers.push(server);
    return targetOf(server);
  };
  try {
    say(`sync-push: filling a central with ${CASES} cases`);
    const ours = await begin('central-source', [join(folder, 'central'), String(CASES)]);
    const bare = await begin('bare-central', ['sqlite', join(folder, 'bare.sqlite'), 'group']);
    const count = quick ? 2_000 : 10_000;
    const load = { consoles: 1, pushes: count / BATCH, perPush: BATCH };
    const figures = await inTurn(quick ? 1 : 5, {
      ours: () => pushRound(ours, load),
      limit: () => pushRound(bare, load),
    });
    const ratio = ratioOf(figures.ours, figures.limit);
    const one: Measured = {
      row: 'sync-push',
      measure: `${count} acts`,
      unit: 'events/s',
      ours: median(figures.ours),
      limit: median(figures.limit),
      peers: {},
      ratioToLimit: ratio,
      target: `>= ${TARGET} x limit`,
      met: ratio >= TARGET,
      note: `central's side: pushes of ${BATCH} made and signed before the clock starts; server CPU an event: ours ${median(ours.cpu).toFixed(3)} ms, limit ${median(bare.cpu).toFixed(3)} ms`,
    };
    return [one];
  } finally {
    for (const server of servers) await server.end();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
};
