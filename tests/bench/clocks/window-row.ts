import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deskOn, fillDesk } from '../fill-desk.ts';
import { inTurn, type Measured, median, type Row, ratioOf } from '../measured.ts';
import { deskPainted, pagePainted } from '../painted.ts';
import { CASES_A_SECOND, MEASURED_MS } from './moments.ts';
import { type Standing, standing } from './renderer-cpu.ts';
import { type RowTicking, rowPage } from './row-pages.ts';

const DESK_SETTLES_MS = 6_000;
const PAGE_SETTLES_MS = 2_000;
const QUICK_MS = 4_000;
/** The cases stand still for 15 minutes: then the first threshold is reached. */
const STILL_MS = 14 * 60_000;
const PAGES = ['all', 'changed', 'interval'] as const satisfies readonly RowTicking[];

/** CPU of a desk's window whose clocks run and nothing else happens, against plain pages with as many rows. */
export const windowClocks: Row = async ({ quick, say }) => {
  const measured: Measured[] = [];
  for (const count of quick ? [1_000] : [1_000, 10_000]) {
    const folder = mkdtempSync(join(tmpdir(), 'prihatin-bench-'));
    try {
      say(`clocks: filling a desk's store with ${count} open cases`);
      const filled = Date.now();
      const data = await fillDesk(folder, count, 'assigned');
      const spanMs = quick ? QUICK_MS : MEASURED_MS;
      const told: Record<'ours' | RowTicking, Standing[]> = { ours: [], all: [], changed: [], interval: [] };
      const take = async (way: keyof typeof told, work: Promise<Standing>) => {
        const one = await work;
        told[way].push(one);
        return one.main;
      };
      const ours = () =>
        take(
          'ours',
          standing({
            args: deskOn(data),
            painted: deskPainted,
            rows: '[data-case]',
            settleMs: DESK_SETTLES_MS + (count / CASES_A_SECOND) * 1_000,
            spanMs,
          }),
        );
      const page = (ticking: RowTicking) => {
        const args = [rowPage(join(folder, ticking), count, ticking)];
        return () =>
          take(
            ticking,
            standing({
              args,
              painted: pagePainted,
              rows: '.row',
              settleMs: PAGE_SETTLES_MS,
              spanMs,
            }),
          );
      };
      const [all, changed, interval] = PAGES.map(page);
      if (!all || !changed || !interval) throw new RangeError('a page is missing');
      await inTurn(quick ? 1 : 5, { ours, all, changed, interval });
      if (Date.now() - filled > STILL_MS) throw new Error('the rounds took so long that thresholds were reached');
      const { drawn } = told.ours[0] ?? { drawn: 0 };
      const script = PAGES.map((way) => median(told[way].map((one) => one.script)).toFixed(1)).join(', ');
      const ourScript = median(told.ours.map((one) => one.script)).toFixed(1);
      for (const [part, words] of [
        ['main', 'main thread'],
        ['whole', 'whole renderer'],
      ] as const) {
        const of = (way: keyof typeof told) => told[way].map((one) => one[part]);
        measured.push({
          row: 'clocks',
          measure: `${count} open cases, window standing still, CPU of the ${words}`,
          unit: 'ms/s',
          ours: median(of('ours')),
          limit: median(of('all')),
          peers: {
            'one tick that writes what changed': median(of('changed')),
            'an interval a row': median(of('interval')),
          },
          ratioToLimit: ratioOf(of('ours'), of('all')),
          target: 'none',
          met: true,
          note: [
            'reported without a target; limit: a page of as many rows, all written by one shared tick each second',
            `ours is the whole desk, ${drawn} rows drawn, map and all; script alone: ours ${ourScript}, pages ${script}`,
          ].join('; '),
        });
      }
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  }
  return measured;
};
