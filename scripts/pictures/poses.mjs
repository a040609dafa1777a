// What the desk is shown doing: each pose brings the desk there from rest, and back.
import { settled } from './drive.mjs';
import { officePoses } from './office-poses.mjs';

const middle = async (found) => {
  const box = await found.boundingBox();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

/** What a row of a case says that no branch leads. */
export const UNASSIGNED = /belum agih|unassigned/i;

/** Back to rest: nothing carried, open, searched for or selected, the maps at home. */
export async function rest(desk) {
  await desk.mouse.move(8, 100);
  for (let n = 0; n < 5; n++) await desk.keyboard.press('Escape');
  await desk.evaluate(() => document.activeElement?.blur());
  await desk.keyboard.press('Escape');
  await desk.keyboard.press('0');
}

/** The latest to turn red of the cases that a branch leads, open with the sum of its clock. */
async function late(desk) {
  const led = desk.locator('[data-case][data-urgency="missed"]').filter({ hasNotText: UNASSIGNED });
  await led.last().click();
  await desk.locator('.clock-open').first().waitFor();
  await desk.mouse.move(8, 100);
}

/** An unassigned case in the air over its second branch, by its row; the map answers with ghost clocks. */
async function drag(desk) {
  const rows = desk.locator('[data-case]:not([data-urgency="met"])').filter({ hasText: UNASSIGNED });
  const from = await middle(rows.first());
  await desk.mouse.move(from.x, from.y);
  await desk.mouse.down();
  await desk.mouse.move(from.x + 10, from.y + 8, { steps: 3 });
  const cards = desk.locator('[data-branch-card]:not([data-refused="true"])');
  await cards.nth(1).waitFor();
  const code = await cards.nth(1).getAttribute('data-branch-card');
  const to = await desk.evaluate((branch) => {
    for (const office of document.querySelectorAll(`li[data-branch="${branch}"][data-x]`)) {
      const frame = office.closest('[data-frame]').getBoundingClientRect();
      if (frame.width > 0) return { x: frame.x + Number(office.dataset.x), y: frame.y + Number(office.dataset.y) };
    }
    return null;
  }, code);
  await desk.mouse.move(to.x, to.y, { steps: 12 });
  await desk.mouse.move(to.x + 1, to.y);
  await desk.locator('[data-branch-card][data-target="true"]').waitFor();
}

/** Lets the carried case go where nothing happens. */
async function letGo(desk) {
  await desk.keyboard.press('Escape');
  await desk.mouse.up();
}

async function entry(desk) {
  await desk.keyboard.press('n');
  await desk
    .locator('.entry textarea')
    .fill('Tiga pekerja maut, dua cedera dalam letupan dandang di kilang di Kuala Krai pagi tadi');
  await desk.locator('.entry-preview .code').waitFor();
}

const openUnassigned = (desk) => desk.locator('[data-case]').filter({ hasText: UNASSIGNED }).first().click();

async function assign(desk) {
  await openUnassigned(desk);
  await desk.keyboard.press('a');
  await desk.locator('.branch-row').nth(2).waitFor();
}

/** The command line half written, the branches that fit under it. */
async function palette(desk) {
  await openUnassigned(desk);
  await desk.keyboard.press('Control+k');
  await desk.keyboard.type('agih ini kepada k');
  await desk.locator('[role="dialog"] [role="option"]').nth(2).waitFor();
}

/** A search that only the engine can answer, with a slip in it. */
async function search(desk) {
  await desk.locator('[data-desk-search]').fill('pekerja dihmpap');
  await desk.locator('.row-found').first().waitFor();
}

const noWords = (desk) => desk.locator('[data-desk-search]').fill('');

/** Saved views, columns and their filters. */
async function views(desk) {
  await desk.locator('.queue-top > button').last().click();
  await desk.locator('.arrange-save input').fill('Johor, belum agih');
  await desk.keyboard.press('Enter');
  await desk.locator('.arrange-view').first().waitFor();
}

/** What the columns can be narrowed to. */
async function filter(desk) {
  await desk.keyboard.press('f');
  await desk.waitForTimeout(500);
}

/** Every command there is. */
async function commands(desk) {
  await desk.keyboard.press('Control+k');
  await desk.locator('.palette-option').nth(9).waitFor();
}

async function menu(desk) {
  await desk.locator('[data-case]').nth(2).click({ button: 'right' });
  await desk.locator('[role="menuitem"]').nth(4).waitFor();
}

async function help(desk) {
  await desk.keyboard.press('?');
  await desk.locator('[role="dialog"]').waitFor();
}

async function alarms(desk) {
  await desk
    .locator('.status-button')
    .filter({ hasText: /^(Penggera|Alarms)$/ })
    .click();
  await desk.locator('[role="dialog"]').waitFor();
}

const openLed = (desk) => desk.locator('[data-case]').filter({ hasNotText: UNASSIGNED }).nth(4).click();

/** The three places and all that stands around a case, in its drawer. */
async function around(desk) {
  await openLed(desk);
  await desk.locator('.around').evaluate((part) => {
    part.closest('.drawer-scroll').scrollTop = part.offsetTop - 120;
  });
}

/** Why a name is wanted, before it is opened. */
async function names(desk) {
  const led = desk.locator('[data-case][data-urgency="missed"]').filter({ hasNotText: UNASSIGNED });
  for (let n = 0; n < (await led.count()); n++) {
    await led.nth(n).click();
    await desk.locator('.clock-open').first().waitFor();
    const button = desk.locator('.drawer').getByRole('button', { name: /Buka nama|Show names/ });
    if (!(await button.count())) continue;
    await button.click();
    await desk.locator('[role="dialog"]').waitFor();
    return;
  }
}

/** The first of what comes next for a case, its form open. */
async function form(desk) {
  await openLed(desk);
  await desk.locator('.act-bar .btn').first().click();
  await desk.locator('.drawer form').waitFor();
}

/** What can be done about a line of the history. */
async function history(desk) {
  await openLed(desk);
  const line = desk.locator('.timeline button').first();
  await line.scrollIntoViewIfNeeded();
  await line.click();
  await desk.locator('[role="menuitem"], [role="menu"]').first().waitFor();
}

async function join(desk) {
  await desk.locator('[data-case]').nth(2).click({ button: 'right' });
  await desk
    .locator('[role="menuitem"]')
    .filter({ hasText: /^(Gabung|Join)/ })
    .first()
    .click();
  await desk.locator('[role="dialog"] [role="option"]').first().waitFor();
}

/** Two incidents beside each other, before they are joined. */
async function sides(desk) {
  await join(desk);
  await desk.keyboard.press('Enter');
  await desk.locator('.join-sides').first().waitFor();
}

/** Three cases in hand, and what can be done with them. */
async function marked(desk) {
  for (const n of [5, 6, 7])
    await desk
      .locator('[data-case]')
      .nth(n)
      .click({ modifiers: ['Control'] });
  await desk.locator('.map-picked').first().waitFor();
}

const noShade = async (desk) => {
  for (let n = 0; n < 3; n++) await desk.keyboard.press('c');
};

/** Catchments by load, the key beside. */
async function shade(desk) {
  await desk.keyboard.press('c');
}

/** The disc of the most cases, come nearer to. */
async function cluster(desk) {
  const discs = desk.locator('button[data-incidents]');
  const counts = await discs.evaluateAll((found) => found.map(({ dataset }) => Number(dataset.cases)));
  await discs.nth(counts.indexOf(Math.max(...counts))).press('Enter');
}

/** A search that finds nothing. */
async function nothing(desk) {
  await desk.locator('[data-desk-search]').fill('zzqx 998877');
  await desk.waitForTimeout(800);
}

/** Who sits here, and the people of the demo. */
async function people(desk) {
  await desk.locator('.user-mark').click();
  await desk.locator('[role="dialog"]').waitFor();
}

/** What was done here and what became of it. */
export async function outbox(desk) {
  await desk.getByTestId('waiting').click();
  await desk.locator('[role="dialog"]').waitFor();
}

async function about(desk) {
  await help(desk);
  await desk.locator('[role="dialog"] .dialog-foot .btn').first().click();
  await desk.locator('.about').waitFor();
}

/** The poses by name. `after` undoes what `rest` does not. */
export const poses = {
  rest: { pose: async () => {} },
  late: { pose: late },
  drag: { pose: drag, after: letGo },
  entry: { pose: entry, after: (desk) => desk.locator('.entry textarea').fill('') },
  assign: { pose: assign },
  palette: { pose: palette },
  commands: { pose: commands },
  search: { pose: search, after: noWords },
  views: { pose: views },
  filter: { pose: filter },
  menu: { pose: menu },
  help: { pose: help },
  alarms: { pose: alarms },
  around: { pose: around },
  names: { pose: names },
  form: { pose: form },
  history: { pose: history },
  join: { pose: join },
  sides: { pose: sides },
  marked: { pose: marked },
  shade: { pose: shade, after: noShade },
  cluster: { pose: cluster },
  nothing: { pose: nothing, after: noWords },
  people: { pose: people },
  outbox: { pose: outbox },
  about: { pose: about },
  ...officePoses,
};

/** Takes one pose and its picture. */
export async function take({ desk, shoot }, name, file) {
  const { pose, after } = poses[name];
  await rest(desk);
  try {
    await pose(desk);
    await settled(desk);
    await shoot(file);
  } finally {
    await after?.(desk);
    await rest(desk);
  }
}
