import type { Page } from '@playwright/test';
import type { AnyEvent } from '#shared/contract/wire/event.ts';
import { pageOf } from '#tests/support/electron-app.ts';
import { signIn } from './desk-hands.ts';
import { caseOf, expect, test } from './desk-test.ts';

const NAMED = 'Lightning strike: Zulkarnain bin Percubaan, 900101-11-5588, was killed at a farm in Gua Musang';

const COUNTS = {
  missed: /(\d+) late/,
  warned: /(\d+) warning/,
  running: /(\d+) on time/,
  unassigned: /(\d+) unassigned/,
};

/** The counts of a list by the words beside them. */
async function countsIn(page: Page, list: string): Promise<Record<string, string | undefined>> {
  const items = await page.getByRole('list', { name: list }).innerText();
  const text = items.replaceAll(/\s+/g, ' ');
  return Object.fromEntries(Object.entries(COUNTS).map(([name, pattern]) => [name, pattern.exec(text)?.[1]]));
}
const onDesk = (desk: Page) => countsIn(desk, 'Open cases counted');
const onWall = (wall: Page) => countsIn(wall, 'Number of open cases');

/** Every text that names or tells of somebody: the strings of the events' private parts, four letters and more. */
function tellTales(events: readonly AnyEvent[]): string[] {
  const found = new Set<string>();
  const walk = (value: unknown) => {
    if (typeof value === 'string' && value.trim().length >= 4) found.add(value.trim());
    else if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) walk(inner);
  };
  // Where a report said it happened is public: the wall shows the town.
  for (const { private: hidden } of events) {
    const { placeName: _, ...rest } = hidden ?? {};
    walk(rest);
  }
  return [...found];
}

test('the wall counts as the desk does, shows nobody’s name, and says how old its data is when central dies', async ({
  launch,
  central,
}) => {
  test.setTimeout(150_000);
  const { incidentId } = await central.report(NAMED);
  const flags = ['--central', central.url];
  const first = await launch({ flags });
  await signIn(first.desk, central.account('coordinator'));

  await test.step('opened from the desk, it counts the same', async () => {
    await first.desk.getByRole('button', { name: 'Wall', exact: true }).click();
    const wall = await pageOf(first.app, 'wall.html');
    await expect
      .poll(async () => JSON.stringify(await onWall(wall)) === JSON.stringify(await onDesk(first.desk)))
      .toBe(true);
    const counts = await onWall(wall);
    for (const [name, n] of Object.entries(counts)) expect(Number(n), name).toBeGreaterThanOrEqual(0);
    expect(Number(counts.missed)).toBeGreaterThan(0);
    await expect(wall.getByText(/^data \d+ (s|min) old$/)).toBeVisible();
  });
  const last = await onDesk(first.desk);
  await first.close();

  const second = await launch({ flags: [...flags, '--wall'], data: first.data });
  const wall = second.desk;
  await test.step('started with --wall, it opens alone and still counts the same', async () => {
    await expect(wall.getByRole('list', { name: 'Number of open cases' })).toBeVisible();
    expect(second.app.windows()).toHaveLength(1);
    expect(Number((await onWall(wall)).unassigned)).toBe(Number(last.unassigned));
    await expect(wall.getByText(/^data \d+ (s|min) old$/)).toBeVisible();
    await expect(wall.getByText('In sync', { exact: true })).toBeVisible();
    await expect(wall.getByRole('alert')).toHaveCount(0);
    await expect(wall.getByText('DEMO', { exact: false })).toBeVisible();
  });

  await test.step('neither what it shows nor what it is told names anybody', async () => {
    const told = await wall.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const end = window.prihatin.watch(
            'wall.watch',
            {},
            (picture) => {
              resolve(JSON.stringify(picture));
              setTimeout(() => end());
            },
            (failure) => resolve(JSON.stringify(failure)),
          );
        }),
    );
    const html = await wall.evaluate(() => document.documentElement.outerHTML);
    const { id } = await caseOf(central, incidentId);
    expect(told, 'the named case is among those on the wall').toContain(id);
    const secrets = tellTales(await central.eventsAfter(0));
    expect(secrets.length).toBeGreaterThan(100);
    expect(secrets).toContain(NAMED);
    for (const secret of [...secrets, 'Zulkarnain', '900101-11-5588', '900101115588']) {
      expect(told.includes(secret), `told: ${secret}`).toBe(false);
      expect(html.includes(secret), `shown: ${secret}`).toBe(false);
    }
    const asked = await wall.evaluate((of) => window.prihatin.call('case.get', { case: of }), id);
    expect(asked.ok, 'a wall may ask for no case').toBe(false);
  });

  await test.step('central dies: it says how old the data is, since when, and that new cases do not show', async () => {
    await wall.clock.install();
    await wall.reload();
    await expect(wall.getByRole('list', { name: 'Number of open cases' })).toBeVisible();
    await expect(wall.getByRole('alert')).toHaveCount(0);
    await central.kill();
    const before = await onWall(wall);
    await expect
      .poll(async () => {
        await wall.clock.fastForward(65_000);
        return wall.getByRole('alert').count();
      })
      .toBe(1);
    await expect(wall.getByRole('alert')).toContainText(/Data \d+ (min|s) old/);
    await expect(wall.getByRole('alert')).toContainText(/No link to central since .*new cases do not show/);
    await expect(wall.getByText(/^data (today )?\d\d:\d\d$/)).toBeVisible();
    expect(Number((await onWall(wall)).unassigned)).toBe(Number(before.unassigned));
  });
});
