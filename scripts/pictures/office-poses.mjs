// What supervisors and admins are shown doing; the demo's people sit down for it.

const sit = (desk, username) =>
  desk.evaluate((who) => window.prihatin.call('session.sit-as', { username: who }), username);

/** Sits the demo's supervisor down. */
export async function sitSupervisor(desk) {
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

/** The cases of an office, one of them ticked. */
async function cases(desk) {
  await load(desk);
  await desk.locator('.load-row .load-pick').nth(5).click();
  await desk.locator('.load-right input[type="checkbox"]').first().waitFor();
  await desk.locator('.load-right input[type="checkbox"]').first().check();
}

/** What changed since the last shift. */
async function since(desk) {
  await load(desk);
  await desk.locator('.load-right .segments button').nth(2).click();
  await desk.waitForTimeout(500);
}

/** Every console that was ever enrolled, before an admin. */
async function devices(desk) {
  await sit(desk, 'admin');
  await desk.locator('.user-mark', { hasText: /Pentadbir|Admin/ }).waitFor();
  await desk.locator('.user-mark').click();
  await desk.getByRole('button', { name: /Urus konsol|Manage consoles/ }).click();
  await desk.locator('.device').first().waitFor();
}

/** A new holiday, before what it would move is looked at. */
async function holiday(desk) {
  await calendar(desk);
  await desk.locator('.day-side .btn-primary').first().click();
  await desk.locator('.day-side form, form').first().waitFor();
}

/** A duty that is written. */
async function duty(desk) {
  await rota(desk);
  await desk.locator('.rota-item.gap').first().click();
  await desk.waitForTimeout(300);
}

const back = (desk) => sit(desk, 'penyelaras');

/** The poses by name; after each the coordinator sits down again. */
export const officePoses = Object.fromEntries(
  Object.entries({
    rules,
    version,
    calendar,
    holiday,
    import: importing,
    rota,
    duty,
    swap,
    notices,
    load,
    cases,
    since,
    plan,
    devices,
  }).map(([name, pose]) => [name, { pose, after: back }]),
);
