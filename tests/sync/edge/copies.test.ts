import { afterEach, beforeEach, expect, it } from 'vitest';
import { openScene, type Scene } from './scene.ts';

let scene: Scene;
beforeEach(async () => {
  scene = await openScene('copies');
});
afterEach(() => scene.close());

it('S-02, S-38: a copy that still held what its original sent under a new identity takes what central accepted', async () => {
  const one = await scene.desk('coordinator');
  const { cases } = await scene.act(one, { kind: 'report', text: 'Kebakaran di Seremban', source: 'hotline' });
  await scene.sync(one);
  const id = cases[0] ?? '';
  const first = await scene.copy(one);
  await scene.act(first, { kind: 'note', cases: [id], text: 'Salinan' });
  await scene.sync(first);
  const { act } = await scene.act(one, { kind: 'describe-victim', case: id, age: 31 });
  const second = await scene.copy(one);
  await scene.sync(one);
  await scene.sync(second);
  const [accepted] = (await scene.log()).filter((event) => event.act === act);
  expect(accepted?.device).toBeDefined();
  for (const desk of [one, second]) {
    const held = await desk.parts?.ledger.reader.get('SELECT state, device, n FROM event WHERE act = ?', [act]);
    expect(held).toEqual({ state: 0, device: accepted?.device, n: accepted?.n });
  }
  expect(await scene.faults()).toEqual([]);
});
