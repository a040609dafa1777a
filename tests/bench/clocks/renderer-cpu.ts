import type { Page } from '@playwright/test';
import { launchApp } from '../launch-app.ts';
import { rendererCpu } from '../page-cpu.ts';

/** CPU of a window's renderer while nobody touches it, ms a second. */
export interface Standing {
  /** Its main thread: script, style, layout and painting. */
  main: number;
  /** The script's part of that. */
  script: number;
  /** The whole process with its compositor; told by the system in steps of 10 ms. */
  whole: number;
  /** Rows in the page's tree. */
  drawn: number;
}

/** What to start and how long to look. */
export interface StandingWish {
  args: readonly string[];
  /** Resolves once the rows are painted. */
  painted(page: Page): Promise<unknown>;
  /** What a row is in this page. */
  rows: string;
  /** From painted until the measured time begins, ms. */
  settleMs: number;
  spanMs: number;
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Starts an app, lets its first window settle, and measures that window's renderer standing still. */
export async function standing({ args, painted, rows, settleMs, spanMs }: StandingWish): Promise<Standing> {
  const app = await launchApp(args);
  try {
    const page = await app.firstWindow();
    await painted(page);
    const drawn = await page.locator(rows).count();
    const look = await rendererCpu(page);
    await wait(settleMs);
    const before = await look();
    const began = performance.now();
    await wait(spanMs);
    const after = await look();
    const seconds = (performance.now() - began) / 1_000;
    const used = (name: string) => ((after.get(name) ?? Number.NaN) - (before.get(name) ?? Number.NaN)) / seconds;
    return { main: used('TaskDuration'), script: used('ScriptDuration'), whole: used('ProcessTime'), drawn };
  } finally {
    await app.close();
  }
}
