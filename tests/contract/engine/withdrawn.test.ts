import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wipeFolder } from '#engine/store/wipe.ts';
import { asAdmin } from '#tests/support/central-admin.ts';
import { temporaryFolder } from '#tests/support/engine.ts';
import { openHouse, settled, type TestHouse } from '#tests/support/live-desk.ts';

let house: TestHouse;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.end());

describe('a console that was withdrawn', () => {
  it('S-29: hands in what it still has, which is held, then wipes its store and says so', async () => {
    const under: (string | null)[] = [];
    const tiles = (source: { url: string } | null) => void under.push(source?.url ?? null);
    const [desk, boss] = [await house.console({ tiles }), await house.console()];
    const [url, credit, look] = ['https://tiles.example/{z}/{x}/{y}.png', '© Peta', 'paper' as const];
    await house.signIn(desk, 'admin');
    await desk.ask('session.set', { tiles: { url, credit, look } });
    await house.signIn(desk, 'penyelaras');
    await house.signIn(boss, 'penyelia');
    expect(under.at(-1)).toBe(url);
    const { cases } = await desk.commit({
      kind: 'report',
      text: 'Pekerja maut di Klang',
      source: 'hotline',
      victims: 1,
    });
    await settled(desk);
    const { device } = await desk.ask('session.get', {});
    await house.cut();
    await desk.until('link.watch', {}, (status) => status.link === 'offline');
    const { act } = await desk.commit({ kind: 'note', cases, text: 'Waris sudah dihubungi' });
    await house.heal(async () => {
      const admin = await asAdmin(house.central);
      expect((await admin.revoke(device)).body.revoked).toBe(true);
    });

    const end = await desk.until('session.watch', {}, (view) => view.withdrawn?.wiped === true, 40_000);
    expect(end).toMatchObject({ withdrawn: { wiped: true, files: [] } });
    expect(readdirSync(desk.folder).filter((name) => name.startsWith('console'))).toEqual([]);
    // The shell deletes what it kept of pictures under the map.
    expect(under.at(-1)).toBeNull();
    await expect(desk.ask('outbox.list', {})).rejects.toThrow('device-revoked');
    const picture = await desk.until('rows.watch', {}, (message) => message.kind === 'picture');
    expect(picture.kind === 'picture' && picture.rows).toEqual([]);
    await boss.until('link.watch', {}, (status) => status.toDecide === 1, 30_000);
    expect(await boss.ask('held.list', {})).toMatchObject([{ act, code: 'device-revoked' }]);
  });

  it('S-29: is refused at every call, its sessions ended, and is kept from signing in again', async () => {
    const desk = await house.console();
    await house.signIn(desk, 'penyelaras');
    await settled(desk);
    const { device } = await desk.ask('session.get', {});
    const admin = await asAdmin(house.central);
    await admin.revoke(device);
    const body = { ...house.central.credentials.users.find((one) => one.username === 'penyelaras'), device };
    const reply = await fetch(`${house.central.url}/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect([reply.status, ((await reply.json()) as { code: string }).code]).toEqual([403, 'device-revoked']);
    expect((await admin.devices()).find((one) => one.id === device)).toMatchObject({ revoked: true });
    expect((await admin.revoke('00000000-0000-4000-8000-000000000000')).status).toBe(404);
  });

  it('S-29: overwrites what it cannot delete, and names it', async () => {
    const { folder, remove } = await temporaryFolder();
    const [stuck, log] = [join(folder, 'console.sqlite'), join(folder, 'engine.log')];
    for (const file of [stuck, join(folder, 'console.lock'), log]) writeFileSync(file, 'Ahmad bin Contoh');
    const busy = (file: string) => {
      if (file === stuck) throw new Error('EBUSY');
      rmSync(file);
    };
    expect(wipeFolder(folder, busy)).toEqual([stuck]);
    expect(readFileSync(stuck, 'utf8')).toBe('\0'.repeat(16));
    expect(wipeFolder(folder)).toEqual([]);
    expect(readdirSync(folder)).toEqual(['engine.log']);
    await remove();
  });
});
