// RxDB in memory, as its own documentation replicates over HTTP: pages by a checkpoint down, changed rows up.
import { createServer } from 'node:http';
import { createRxDatabase } from 'rxdb';
import { replicateRxCollection } from 'rxdb/plugins/replication';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';

const AT_ONCE = 2_000;
const properties = Object.fromEntries(
  Array.from({ length: 26 }, (_, index) =>
    index === 0
      ? ['id', { type: 'string', maxLength: 60 }]
      : [`c${index}`, { type: index % 3 === 0 ? 'number' : 'string' }],
  ),
);
const schema = { version: 0, primaryKey: 'id', type: 'object', properties };

export async function openSource(_folder, cases) {
  const held = new Map();
  const order = [];
  const put = (doc) => {
    held.set(doc.id, doc);
    order.push(doc.id);
  };
  for (const one of cases) put({ ...one, _deleted: false });
  const http = createServer(async (request, response) => {
    const url = new URL(request.url, 'http://localhost');
    if (url.pathname === '/pull') {
      const after = Number(url.searchParams.get('after'));
      const upTo = Math.min(order.length, after + AT_ONCE);
      const documents = [...new Set(order.slice(after, upTo))].map((id) => held.get(id));
      response.end(JSON.stringify({ documents, checkpoint: { after: upTo } }));
      return;
    }
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    for (const { newDocumentState } of JSON.parse(Buffer.concat(chunks).toString())) put(newDocumentState);
    response.end('[]');
  });
  await new Promise((done) => http.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${http.address().port}`,
    count: async () => held.size,
    find: async (id) => held.get(id) ?? null,
    async change(changes) {
      for (const [id, c2] of changes) put({ ...held.get(id), c2 });
    },
  };
}

export async function openConsole(_folder, url) {
  const database = await createRxDatabase({
    name: `bench-${process.pid}`,
    storage: getRxStorageMemory(),
    multiInstance: false,
  });
  const { cases } = await database.addCollections({ cases: { schema } });
  let replication = null;
  const start = () => {
    replication = replicateRxCollection({
      collection: cases,
      replicationIdentifier: 'bench',
      live: true,
      waitForLeadership: false,
      pull: {
        batchSize: AT_ONCE,
        handler: async (checkpoint) => (await fetch(`${url}/pull?after=${checkpoint?.after ?? 0}`)).json(),
      },
      push: {
        batchSize: AT_ONCE,
        handler: async (rows) => (await fetch(`${url}/push`, { method: 'POST', body: JSON.stringify(rows) })).json(),
      },
    });
  };
  const once = async () => {
    start();
    await replication.awaitInitialReplication();
    await replication.awaitInSync();
  };
  return {
    pull: once,
    count: () => cases.count().exec(),
    async insert(list) {
      for (let from = 0; from < list.length; from += AT_ONCE) await cases.bulkInsert(list.slice(from, from + AT_ONCE));
    },
    async change(changes) {
      for (let from = 0; from < changes.length; from += AT_ONCE) {
        const some = changes.slice(from, from + AT_ONCE);
        const found = await cases.findByIds(some.map(([id]) => id)).exec();
        const last = new Map(some);
        await cases.bulkUpsert([...last].map(([id, c2]) => ({ ...found.get(id).toMutableJSON(), c2 })));
      }
    },
    away: () => replication.cancel(),
    sync: once,
    close: () => database.close(),
  };
}
