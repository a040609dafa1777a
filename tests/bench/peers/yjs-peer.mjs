// Yjs with its own sync protocol over WebSocket, both sides kept in LevelDB.
import { join } from 'node:path';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebSocket, WebSocketServer } from 'ws';
import { LeveldbPersistence } from 'y-leveldb';
import * as protocol from 'y-protocols/sync';
import * as Y from 'yjs';

const KEPT = 'kept';
const NAME = 'cases';

function insert(doc, cases) {
  doc.transact(() => {
    for (const { id, ...rest } of cases) doc.getMap(NAME).set(id, new Y.Map(Object.entries(rest)));
  });
}

function change(doc, changes) {
  // Each is a gesture of its own, as a person would make it.
  for (const [id, c2] of changes) doc.getMap(NAME).get(id).set('c2', c2);
}

/** Keeps every update of a document; `idle` resolves when all of them are written. */
async function openKept(folder) {
  const store = new LeveldbPersistence(join(folder, 'yjs'));
  const doc = await store.getYDoc(NAME);
  let writing = Promise.resolve();
  doc.on('update', (update) => {
    writing = writing.then(() => store.storeUpdate(NAME, update));
  });
  return { doc, idle: () => writing, close: () => store.destroy() };
}

const asked = (doc) => {
  const encoder = encoding.createEncoder();
  protocol.writeSyncStep1(encoder, doc);
  return encoding.toUint8Array(encoder);
};

/** Reads one message into the document. @returns the answer it wants, or null */
function read(message, doc) {
  const encoder = encoding.createEncoder();
  protocol.readSyncMessage(decoding.createDecoder(new Uint8Array(message)), encoder, doc, 'line');
  return encoding.length(encoder) > 0 ? encoding.toUint8Array(encoder) : null;
}

export async function openSource(folder, cases) {
  const kept = await openKept(folder);
  for (let from = 0; from < cases.length; from += 2_000) insert(kept.doc, cases.slice(from, from + 2_000));
  await kept.idle();
  const wss = new WebSocketServer({ port: 0, host: '127.0.0.1', maxPayload: 2 ** 30 });
  await new Promise((done) => wss.once('listening', done));
  wss.on('connection', (socket) => {
    socket.send(asked(kept.doc));
    socket.on('message', (message, isBinary) => {
      if (!isBinary) {
        // The console asks whether all it sent is on disk.
        void kept.idle().then(() => socket.send(KEPT));
        return;
      }
      const answer = read(message, kept.doc);
      if (answer) socket.send(answer);
    });
  });
  return {
    url: `ws://127.0.0.1:${wss.address().port}`,
    count: async () => kept.doc.getMap(NAME).size,
    find: async (id) => kept.doc.getMap(NAME).get(id)?.toJSON() ?? null,
    async change(changes) {
      change(kept.doc, changes);
      await kept.idle();
    },
  };
}

export async function openConsole(folder, url) {
  const kept = await openKept(folder);
  /** Both sides ask for what they lack; ends when each has the other's answer and it is on disk. */
  const once = () =>
    new Promise((resolve, reject) => {
      const socket = new WebSocket(url, { perMessageDeflate: false, maxPayload: 2 ** 30 });
      let [got, gave] = [false, false];
      socket.once('error', reject);
      socket.on('open', () => socket.send(asked(kept.doc)));
      socket.on('message', (message, isBinary) => {
        if (!isBinary) {
          socket.close();
          void kept.idle().then(resolve);
          return;
        }
        const answer = read(message, kept.doc);
        if (answer) {
          socket.send(answer);
          gave = true;
        } else got = true;
        if (got && gave) socket.send(KEPT);
      });
    });
  return {
    pull: once,
    count: async () => kept.doc.getMap(NAME).size,
    async insert(cases) {
      insert(kept.doc, cases);
      await kept.idle();
    },
    async change(changes) {
      change(kept.doc, changes);
      await kept.idle();
    },
    away: async () => {},
    sync: once,
    close: () => kept.close(),
  };
}
