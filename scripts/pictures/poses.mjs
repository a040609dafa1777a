// What the desk is shown doing: each pose brings the desk there from rest, and back.
import { settled } from './drive.mjs';

const middle = async (found) => {
  const box = await found.boundingBox();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

const UNASSIGNED = /belum agih|unassigned/i;

/** Back to rest: nothing carried, open, searched for or selected. */
export async function rest(desk) {
  await desk.mouse.move(8, 100);
  for (let n = 0; n < 5; n++) await desk.keyboard.press('Escape');
  await desk.evaluate(() => document.activeElement?.blur());
  await desk.keyboard.press('Escape');
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
  await desk.locator('.queue-top > button').click();
  await desk.locator('.arrange-save input').fill('Johor, belum agih');
  await desk.keyboard.press('Enter');
  await desk.locator('.arrange-view').first().waitFor();
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
    .locator('.alarm-strip button, [class*="alarm"] button')
    .filter({ hasText: /semua|all/i })
    .last()
    .click();
  await desk.locator('[role="dialog"]').waitFor();
}

const sit = (desk, username) =>
  desk.evaluate((who) => window.prihatin.call('session.sit-as', { username: who }), username);

async function sitSupervisor(desk) {
  await sit(desk, 'penyelia');
  await desk.locator('.user-mark', { hasText: /Penyelia|Supervisor/ }).waitFor();
}

/** What supervisors own; the demo's supervisor sits down for it. */
async function rules(desk) {
  await sitSupervisor(desk);
  await desk.keyboard.press('r');
  await desk.locator('.promise').first().waitFor();
}

async function version(desk) {
  await rules(desk);
  await desk.locator('.promise > button').first().click();
  await desk.locator('.version-form').waitFor();
}

/** A part of the panel of rules by its place among the tabs. */
async function part(desk, at, shown) {
  await rules(desk);
  await desk.locator('.rules > .segments button').nth(at).click();
  await desk.locator(shown).first().waitFor();
}

const calendar = (desk) => part(desk, 1, '.year .day');
const rota = (desk) => part(desk, 2, '.rota-item');
const notices = (desk) => part(desk, 3, '.notices .rules-table');

/** Two duties in hand to change places. */
async function swap(desk) {
  await rota(desk);
  const nights = desk.locator('.rota-item.bar:not([data-wider])');
  await nights.first().click();
  await desk.locator('.duty-card .btn').nth(1).click();
  await nights.last().click();
  await desk.locator('.duty-card .btn-primary').waitFor();
}

/** A file with a line of every kind, one of them not readable. */
async function importing(desk) {
  await calendar(desk);
  await desk.locator('.calendar-top > .btn').click();
  await desk
    .locator('.import textarea')
    .fill(
      [
        'tarikh,nama,negeri,status,ganti',
        '2027-08-31,Hari Kebangsaan,all,gazetted,ya',
        '2027-01-22,Hari Thaipusam,KUL PJY,gazetted,ya',
        '2027-12-24,Cuti khas Lembah Klang,KUL SGR,gazetted,tidak',
        '2027-12-25,Perayaan lain,KUL,estimated,ya',
        '31 Februari 2027,Hari yang tiada,KUL,gazetted,ya',
      ].join('\n'),
    );
  await desk.locator('.import .btn-primary').click();
  await desk.locator('.import-table').waitFor();
}

/** The supervisor's view, what waits for a person on its right. */
async function load(desk) {
  await sitSupervisor(desk);
  await desk.keyboard.press('b');
  await desk.locator('.load-row').nth(5).waitFor();
}

/** The victims of the largest accident shared out, before it is done. */
async function plan(desk) {
  await load(desk);
  await desk.locator('.load-inbox .load-case .btn').first().click();
  await desk.locator('.plan-table tbody tr').first().waitFor();
}

/** The three places and all that stands around a case, in its drawer. */
async function around(desk) {
  const led = desk.locator('[data-case]').filter({ hasNotText: UNASSIGNED });
  await led.nth(4).click();
  await desk.locator('.around').evaluate((part) => {
    part.closest('.drawer-scroll').scrollTop = part.offsetTop - 120;
  });
}

const back = (desk) => sit(desk, 'penyelaras');

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
  menu: { pose: menu },
  help: { pose: help },
  alarms: { pose: alarms },
  rules: { pose: rules, after: back },
  version: { pose: version, after: back },
  calendar: { pose: calendar, after: back },
  import: { pose: importing, after: back },
  rota: { pose: rota, after: back },
  swap: { pose: swap, after: back },
  notices: { pose: notices, after: back },
  load: { pose: load, after: back },
  plan: { pose: plan, after: back },
  around: { pose: around },
};

/** Takes one pose and its picture. */
export async function take(desk, name, file) {
  const { pose, after } = poses[name];
  await rest(desk);
  await pose(desk);
  await settled(desk);
  await desk.screenshot({ path: file });
  await after?.(desk);
  await rest(desk);
}
