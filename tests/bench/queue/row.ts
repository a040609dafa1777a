import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { launchApp, UNBOUND } from '../launch-app.ts';
import { inTurn, type Measured, median, type Row, ratioOf } from '../measured.ts';
import { mainThreadCpu } from '../page-cpu.ts';
import { installPeers } from '../peers.ts';
import { type PageName, pageApp } from './page-app.ts';

const TARGET = 1.5;
const LONG_FRAME_MS = 25;
const SCROLL_MS = 4_000;
/** px a frame: five screens of rows a second or so. */
const STEP = 96;
const WORKS = ['mount', 'sort by place', 'first filter', 'next filter'] as const;
type Work = (typeof WORKS)[number];

/** What one piece of work took: CPU of the page's main thread, and time on the wall until it was drawn, ms. */
interface Took {
  cpu: number;
  wall: number;
}

interface Taken {
  works: Record<Work, Took>;
  /** ms of each frame while scrolling. */
  frames: number[];
  /** CPU of the main thread for each of them, ms. */
  frameCpu: number;
  /** Rows after the second filter, and those in the page: a page that shows less does less. */
  shown: number;
  drawn: number;
}

/** The bench's side of a page, as `offer` puts it there. */
interface Offered {
  mount(): Promise<number>;
  sort(descending: boolean): Promise<number>;
  filter(words: string): Promise<number>;
  scroll(ms: number, step: number): Promise<number[]>;
  shown(): number;
  drawn(): number;
}

/** The queue over so many cases: mounted, ordered, narrowed and scrolled, against plain arrays and AG Grid. */
export const queue: Row = async ({ quick, say }) => {
  const count = quick ? 10_000 : 100_000;
  const rounds = quick ? 1 : 5;
  const folder = mkdtempSync(join(tmpdir(), 'prihatin-bench-'));
  try {
    const grid = (await installPeers(say)).length > 0;
    const names: PageName[] = grid ? ['ours', 'limit', 'grid'] : ['ours', 'limit'];
    say(`queue: bundling the pages, ${count} cases`);
    const apps = new Map<PageName, string>();
    for (const name of names) apps.set(name, await pageApp(folder, name));
    const taken: Record<PageName, Taken[]> = { ours: [], limit: [], grid: [] };
    const turn = (name: PageName) => async () => {
      const one = await take(apps.get(name) ?? '', count, quick ? SCROLL_MS / 2 : SCROLL_MS);
      taken[name].push(one);
      return one.works.mount.cpu;
    };
    await inTurn(
      rounds,
      Object.fromEntries(names.map((name) => [name, turn(name)])) as Record<PageName, () => Promise<number>>,
    );
    return [...WORKS.map((work) => measuredWork(work, count, taken, grid)), measuredScroll(count, taken, grid)];
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
};

async function take(app: string, count: number, scrollMs: number): Promise<Taken> {
  const done = await inWindow([app, ...UNBOUND], count, async (page, cpu) => {
    const took = async (work: () => Promise<number>): Promise<Took> => {
      const before = await cpu();
      const wall = await work();
      return { wall, cpu: (await cpu()) - before };
    };
    const works = {
      mount: await took(() => call(page, 'mount')),
      'sort by place': await took(() => call(page, 'sort', false)),
      'first filter': await took(() => call(page, 'filter', 'kluang maut')),
      'next filter': await took(() => call(page, 'filter', 'johor jatuh')),
    };
    return { works, shown: await call(page, 'shown'), drawn: await call(page, 'drawn') };
  });
  const scrolled = await inWindow([app], count, async (page, cpu) => {
    await call(page, 'mount');
    await call(page, 'scroll', 500, STEP);
    const before = await cpu();
    const frames = await call(page, 'scroll', scrollMs, STEP);
    return { frames, frameCpu: ((await cpu()) - before) / frames.length };
  });
  return { ...done, ...scrolled };
}

/** Starts the app, opens so many rows in its page, and does the work there. */
async function inWindow<T>(
  args: string[],
  count: number,
  work: (page: Page, cpu: () => Promise<number>) => Promise<T>,
): Promise<T> {
  const app = await launchApp(args);
  try {
    const page = await app.firstWindow();
    await page.waitForFunction(() => 'open100k' in window);
    await page.evaluate((n) => (window as unknown as { open100k(count: number): void }).open100k(n), count);
    await page.waitForTimeout(300);
    return await work(page, await mainThreadCpu(page));
  } finally {
    await app.close();
  }
}

function call<K extends keyof Offered>(page: Page, name: K, ...input: Parameters<Offered[K]>) {
  return page.evaluate(
    ([key, given]) => {
      const { bench } = window as unknown as { bench: Record<string, (...all: unknown[]) => unknown> };
      return bench[key as string]?.(...(given as unknown[]));
    },
    [name, input] as const,
  ) as Promise<Awaited<ReturnType<Offered[K]>>>;
}

function measuredWork(work: Work, count: number, taken: Record<PageName, Taken[]>, grid: boolean): Measured {
  const of = (name: PageName) => taken[name].map(({ works }) => works[work].cpu);
  const wall = (name: PageName) => median(taken[name].map(({ works }) => works[work].wall)).toFixed(0);
  const ratio = ratioOf(of('ours'), of('limit'));
  const [one, other] = [taken.ours[0], taken.limit[0]];
  return {
    row: 'queue',
    measure: `${work}, ${count} cases, CPU of the main thread until drawn`,
    unit: 'ms',
    ours: median(of('ours')),
    limit: median(of('limit')),
    peers: grid ? { 'AG Grid community': median(of('grid')) } : {},
    ratioToLimit: ratio,
    ...(grid ? { ratioToBestPeer: ratioOf(of('grid'), of('ours')) } : {}),
    target: `<= ${TARGET} x plain arrays`,
    met: ratio <= TARGET,
    note: [
      `on the wall: ours ${wall('ours')}, plain arrays ${wall('limit')}${grid ? `, AG Grid ${wall('grid')}` : ''} ms`,
      `ours is the desk's own store and queue; after the second filter ours shows ${one?.shown} cases, plain arrays ${other?.shown}${grid ? `, AG Grid ${taken.grid[0]?.shown}` : ''}`,
    ].join('; '),
  };
}

function measuredScroll(count: number, taken: Record<PageName, Taken[]>, grid: boolean): Measured {
  const long = (name: PageName) => taken[name].map(({ frames }) => frames.filter((ms) => ms > LONG_FRAME_MS).length);
  const worst = (name: PageName) => Math.max(...taken[name].flatMap(({ frames }) => frames)).toFixed(1);
  const cpu = (name: PageName) => median(taken[name].map(({ frameCpu }) => frameCpu)).toFixed(1);
  const each = (told: (name: PageName) => string) =>
    `ours ${told('ours')}, plain arrays ${told('limit')}${grid ? `, AG Grid ${told('grid')}` : ''} ms`;
  const frames = taken.ours[0]?.frames.length ?? 0;
  return {
    row: 'queue',
    measure: `scroll, ${count} cases, frames over ${LONG_FRAME_MS} ms`,
    unit: 'frames',
    ours: median(long('ours')),
    peers: { 'plain arrays': median(long('limit')), ...(grid ? { 'AG Grid community': median(long('grid')) } : {}) },
    target: `no frame > ${LONG_FRAME_MS} ms`,
    met: long('ours').every((many) => many === 0),
    note: `of about ${frames} frames a round, ${STEP} px each; the longest in all rounds: ${each(worst)}; CPU of the main thread a frame: ${each(cpu)}. Frames are time on the wall: where plain arrays have long ones the machine was busy`,
  };
}
