import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runChild, startChild } from '../child.ts';
import { interleaved, type Measured, type Row } from '../measured.ts';

const TARGET = 0.67;

/** A new console's first fill: cases per second into the durable store, against bare inserts of ready rows. */
export const syncPull: Row = async ({ quick, say }) => {
  const measured: Measured[] = [];
  for (const count of quick ? [2_000] : [10_000, 50_000]) {
    const folder = mkdtempSync(join(tmpdir(), 'prihatin-bench-'));
    say(`sync-pull: filling a central with ${count} cases`);
    const central = await startChild('central-source', [join(folder, 'central'), String(count)]);
    const plain = await startChild('plain-source', [String(count)]);
    let round = 0;
    const perSecond = async (program: string, args: string[]) => {
      const reply = await runChild(program, args);
      if (reply.rows !== count) throw new Error(`${program} holds ${reply.rows} of ${count} cases`);
      return count / Number(reply.seconds);
    };
    const ours = () =>
      perSecond('our-fill', [
        String(central.first.url),
        String(central.first.credentialsFile),
        join(folder, `console-${round++}`),
        String(count),
      ]);
    const limit = () =>
      perSecond('limit-fill', [
        String(plain.first.url),
        String(plain.first.pages),
        join(folder, `limit-${round++}.sqlite`),
      ]);
    try {
      const { ours: mine, limit: bare, ratio } = await interleaved(quick ? 1 : 5, ours, limit);
      measured.push({
        row: 'sync-pull',
        measure: `${count} cases`,
        unit: 'cases/s',
        ours: mine,
        limit: bare,
        peers: {},
        ratioToLimit: ratio,
        target: `>= ${TARGET} x limit`,
        met: ratio >= TARGET,
        note: 'ours carries each case as its whole history (8 events, 4 subjects, about 5 KB) and folds it; the limit inserts one ready row of 1 KB',
      });
    } finally {
      await central.end();
      await plain.end();
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return measured;
};
