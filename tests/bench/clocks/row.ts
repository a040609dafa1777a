import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runChild } from '../child.ts';
import { inTurn, type Measured, median, type Row, ratioOf } from '../measured.ts';
import { CASES_A_SECOND, CLOCKS_A_CASE, type Told } from './moments.ts';

const OF_LIMIT = 1.5;
const LATEST_MS = 5;
const WAYS = ['ours', 'kept', 'bare', 'interval'] as const;

/** CPU an engine needs for its live clocks while four thresholds a second are reached, and how late they are told. */
export const clocks: Row = async ({ quick, say }) => {
  const measured: Measured[] = [];
  for (const count of quick ? [1_000, 10_000] : [1_000, 10_000, 100_000]) {
    const folder = mkdtempSync(join(tmpdir(), 'prihatin-bench-'));
    try {
      say(`clocks: filling a store with ${count} live clocks`);
      const cases = count / CLOCKS_A_CASE;
      const filled = join(folder, 'filled');
      mkdirSync(filled);
      const { begins } = await runChild('fill-clocks', [filled, String(cases)]);
      const lead = 5_000 + (cases / CASES_A_SECOND) * 1_000;
      let round = 0;
      const told: Record<string, Told[]> = {};
      const take = async (way: (typeof WAYS)[number]) => {
        round += 1;
        const place = join(folder, `round-${round}`);
        if (way === 'ours') cpSync(filled, place, { recursive: true });
        const reply =
          way === 'ours'
            ? await runChild('our-clocks', [place, String(begins), String(lead)])
            : await runChild('plain-clocks', [way, String(count), `${place}.sqlite`]);
        rmSync(place, { recursive: true, force: true });
        const one = reply as unknown as Told;
        told[way] = [...(told[way] ?? []), one];
        return one.cpu;
      };
      const works = Object.fromEntries(WAYS.map((way) => [way, () => take(way)])) as Record<
        (typeof WAYS)[number],
        () => Promise<number>
      >;
      const cpu = await inTurn(quick ? 1 : 5, works);
      const late = (way: string) => median((told[way] ?? []).map((one) => one.late));
      const worst = (way: string) => median((told[way] ?? []).map((one) => one.worst));
      const ratio = ratioOf(cpu.ours, cpu.kept);
      const common = {
        row: 'clocks',
        note: `${told.ours?.[0]?.fired ?? 0} thresholds; limit: one heap and one timer that keeps each durably before telling it`,
      };
      measured.push({
        ...common,
        measure: `${count} live clocks, CPU`,
        unit: 'ms/s',
        ours: median(cpu.ours),
        limit: median(cpu.kept),
        peers: { 'heap that keeps nothing': median(cpu.bare), 'an interval a clock': median(cpu.interval) },
        ratioToLimit: ratio,
        target: `<= ${OF_LIMIT} x limit`,
        met: ratio <= OF_LIMIT,
      });
      measured.push({
        ...common,
        measure: `${count} live clocks, lateness`,
        unit: 'ms',
        ours: late('ours'),
        limit: late('kept'),
        peers: { 'heap that keeps nothing': late('bare'), 'an interval a clock': late('interval') },
        ratioToLimit: ratioOf(
          (told.ours ?? []).map((one) => one.late),
          (told.kept ?? []).map((one) => one.late),
        ),
        target: `<= ${LATEST_MS} ms`,
        met: late('ours') <= LATEST_MS,
        note: `${common.note}; the worst of a round ${worst('ours').toFixed(1)} ms, of the limit ${worst('kept').toFixed(1)}`,
      });
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  }
  return measured;
};
