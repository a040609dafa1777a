import { createServer } from 'node:http';
import { join } from 'node:path';
import PouchDB from 'pouchdb';

const AT_ONCE = 2_000;
const toDoc = ({ id, ...rest }) => ({ _id: id, ...rest });

async function insert(database, cases) {
  for (let from = 0; from < cases.length; from += AT_ONCE) {
    await database.bulkDocs(cases.slice(from, from + AT_ONCE).map(toDoc));
  }
}

async function change(database, changes) {
  for (let from = 0; from < changes.length; from += AT_ONCE) {
    const some = changes.slice(from, from + AT_ONCE);
    const { rows } = await database.allDocs({ keys: some.map(([id]) => id), include_docs: true });
    await database.bulkDocs(rows.map(({ doc }, index) => ({ ...doc, c2: some[index][1] })));
  }
}

/** The part of CouchDB's HTTP that replication asks for, over a PouchDB on LevelDB. */
async function answer(database, request) {
  const url = new URL(request.url, 'http://localhost');
  const path = decodeURIComponent(url.pathname).replace(/^\/cases\/?/, '');
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString()) : {};
  if (path === '') return database.info();
  if (path.startsWith('_local/'))
    return request.method === 'PUT' ? database.put({ ...body, _id: path }) : database.get(path);
  if (path === '_changes') {
    const asked = Object.fromEntries(url.searchParams);
    const since = Number(asked.since ?? 0);
    const found = await database.changes({ since, limit: Number(asked.limit ?? 1_000), style: asked.style });
    return { ...found, pending: 0 };
  }
  if (path === '_bulk_get') return database.bulkGet({ docs: body.docs, revs: true, latest: true });
  if (path === '_revs_diff') return database.revsDiff(body);
  if (path === '_bulk_docs') return database.bulkDocs(body.docs, { new_edits: body.new_edits ?? true });
  throw Object.assign(new Error(path), { status: 404 });
}

export async function openSource(folder, cases) {
  const database = new PouchDB(join(folder, 'pouch'));
  await insert(database, cases);
  const http = createServer((request, response) => {
    answer(database, request).then(
      (value) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value)),
      (error) =>
        response
          .writeHead(error.status ?? 500, { 'content-type': 'application/json' })
          .end(JSON.stringify({ error: error.name, reason: error.message })),
    );
  });
  await new Promise((done) => http.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${http.address().port}/cases`,
    count: async () => (await database.info()).doc_count,
    find: (id) => (id === '' ? null : database.get(id).catch(() => null)),
    change: (changes) => change(database, changes),
  };
}

export async function openConsole(folder, url) {
  const mine = new PouchDB(join(folder, 'pouch'));
  const there = new PouchDB(url, { skip_setup: true });
  const options = { batch_size: AT_ONCE, batches_limit: 4 };
  return {
    pull: () => mine.replicate.from(there, options),
    count: async () => (await mine.info()).doc_count,
    insert: (cases) => insert(mine, cases),
    change: (changes) => change(mine, changes),
    away: async () => {},
    async sync({ down }) {
      if (down > 0) await mine.replicate.from(there, options);
      await mine.replicate.to(there, options);
    },
    close: () => mine.close(),
  };
}
