import type { Page } from '@playwright/test';

/**
 * Tells from now on what a page's renderer has used, ms since it began, by name: `TaskDuration` is its main thread's CPU,
 * `ScriptDuration` the script's part of that, `ProcessTime` the whole process.
 */
export async function rendererCpu(page: Page): Promise<() => Promise<ReadonlyMap<string, number>>> {
  const session = await page.context().newCDPSession(page);
  // CPU of the thread rather than time on the wall, so that other work on the machine is not counted.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return new Map(metrics.map(({ name, value }) => [name, value * 1_000]));
  };
}

/** The same of its main thread alone, ms. */
export async function mainThreadCpu(page: Page): Promise<() => Promise<number>> {
  const look = await rendererCpu(page);
  return async () => (await look()).get('TaskDuration') ?? Number.NaN;
}
