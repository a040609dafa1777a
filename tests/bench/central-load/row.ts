import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres, type TestPostgres } from '#tests/support/postgres.ts';
import { type Child, startChild } from '../child.ts';
import { inTurn, type Measured, median, type Row, ratioOf } from '../measured.ts';
import { pushRound, targetOf } from './push-rounds.ts';

type Kind = 'sqlite' | 'postgres';
const OF_LIMIT = 0.5;
const OF_SINGLE: Record<Kind, number> = { sqlite: 5, postgres: 1.2 };
const CASES = 1_250;

/** Events a second that central accepts of 50 consoles, every answer after its event is durable. */
const centralRow =
  (kind: Kind): Row =>
  async ({ quick, say }) => {
    const row = `central-${kind}`;
    const folder = mkdtempSync(join(tmpdir(), 'prihatin-bench-'));
    const servers: Child[] = [];
    let postgres: TestPostgres | null = null;
    try {
      if (kind === 'postgres') postgres = await startPostgres();
      const begin = async (program: string, args: readonly string[]) => {
        const server = await startChild(program, args);
        servers.push(server);
        return targetOf(server);
      };
      const place = async (name: string) => (await postgres?.newDatabase()) ?? join(folder, `${name}.sqlite`);
      say(`${row}: filling a central with ${CASES} cases`);
      const database = await postgres?.newDatabase();
      const ours = await begin('central-source', [
        join(folder, 'central'),
        String(CASES),
        ...(database === undefined ? [] : [database]),
      ]);
      const group = await begin('bare-central', [kind, await place('group'), 'group']);
      const single = await begin('bare-central', [kind, await place('single'), 'single']);
      const measured: Measured[] = [];
      for (const perPush of [1, 10]) {
        const load = { consoles: 50, pushes: quick ? 10 : 40, perPush };
        say(`${row}: 50 consoles, ${perPush} acts a push`);
        await pushRound(ours, { ...load, pushes: 5 });
        for (const target of [ours, group, single]) target.cpu.length = 0;
        const figures = await inTurn(quick ? 1 : 5, {
          ours: () => pushRound(ours, load),
          group: () => pushRound(group, load),
          single: () => pushRound(single, load),
        });
        const toLimit = ratioOf(figures.ours, figures.group);
        const toSingle = ratioOf(figures.ours, figures.single);
        const cpu = (values: readonly number[]) => median(values).toFixed(3);
        measured.push({
          row,
          measure: `50 consoles, ${perPush === 1 ? '1 act' : `${perPush} acts`} a push`,
          unit: 'events/s',
          ours: median(figures.ours),
          limit: median(figures.group),
          peers: { 'a transaction a request': median(figures.single) },
          ratioToLimit: toLimit,
          ratioToBestPeer: toSingle,
          target: `>= ${OF_LIMIT} x bare group commit, >= ${OF_SINGLE[kind]} x a transaction a request (${toSingle.toFixed(2)})`,
          met: toLimit >= OF_LIMIT && toSingle >= OF_SINGLE[kind],
          note: `all over HTTP with the same signed bodies; ours checks signature, shape and rights, numbers and folds; server CPU an event: ours ${cpu(ours.cpu)} ms, limit ${cpu(group.cpu)} ms`,
        });
      }
      return measured;
    } finally {
      for (const server of servers) await server.end();
      await postgres?.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  };

export const centralSqlite = centralRow('sqlite');
export const centralPostgres = centralRow('postgres');
