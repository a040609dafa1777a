// TinyBase's mergeable store with its own WebSocket synchroniser, both sides kept in a file.
import { join } from 'node:path';
import { createMergeableStore } from 'tinybase';
import { createFilePersister } from 'tinybase/persisters/persister-file';
import { createWsSynchronizer } from 'tinybase/synchronizers/synchronizer-ws-client';
import { createWsServer } from 'tinybase/synchronizers/synchronizer-ws-server';
import { WebSocket, WebSocketServer } from 'ws';

const NAME = 'cases';
const POLL_MS = 2;
const LONGEST_MS = 120_000;

function insert(store, cases) {
  store.transaction(() => {
    for (const { id, ...rest } of cases) store.setRow(NAME, id, rest);
  });
}

function change(store, changes) {
  store.transaction(() => {
    for (const [id, c2] of changes) store.setCell(NAME, id, 'c2', c2);
  });
}

async function until(holds) {
  const began = Date.now();
  while (!(await holds())) {
    if (Date.now() - began > LONGEST_MS) throw new Error('the two sides did not become equal');
    await new Promise((done) => setTimeout(done, POLL_MS));
  }
}

export async function openSource(folder, cases) {
  const store = createMergeableStore('source');
  insert(store, cases);
  const persister = createFilePersister(store, join(folder, 'store.json'));
  await persister.save();
  const wss = new WebSocketServer({ port: 0, host: '127.0.0.1', maxPayload: 2 ** 30 });
  await new Promise((done) => wss.once('listening', done));
  const url = `ws://127.0.0.1:${wss.address().port}`;
  createWsServer(wss);
  // The relay holds nothing: the source is one more client of it, in the same process.
  await (await createWsSynchronizer(store, new WebSocket(`${url}/room`, { maxPayload: 2 ** 30 }), 30)).startSync();
  return {
    url,
    count: async () => store.getRowCount(NAME),
    find: async (id) => (store.hasRow(NAME, id) ? store.getRow(NAME, id) : null),
    async change(changes) {
      change(store, changes);
      await persister.save();
    },
  };
}

export async function openConsole(folder, url) {
  const store = createMergeableStore(`console-${process.pid}`);
  const persister = createFilePersister(store, join(folder, 'store.json'));
  let line = null;
  const start = async () => {
    line = await createWsSynchronizer(store, new WebSocket(`${url}/room`, { maxPayload: 2 ** 30 }), 30);
    await line.startSync();
  };
  return {
    async pull(count) {
      await start();
      await until(() => store.getRowCount(NAME) >= count);
      await persister.save();
    },
    count: async () => store.getRowCount(NAME),
    async insert(cases) {
      insert(store, cases);
      await persister.save();
    },
    async change(changes) {
      change(store, changes);
      await persister.save();
    },
    away: () => line.destroy(),
    // It tells nobody when the other side has all: the last of the new cases is looked for there.
    async sync({ arrived }) {
      await start();
      await until(arrived);
      await persister.save();
    },
    close: () => line.destroy(),
  };
}
