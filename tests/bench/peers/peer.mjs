// One side of a peer: `peer.mjs source NAME FOLDER CASES` keeps the cases and answers until it is ended;
// `peer.mjs console NAME PLAN` makes what waits on both sides, then is timed while it carries all of it over.
import { mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { readyCases, smallChanges } from './ready-cases.mjs';

const [role, name, ...rest] = process.argv.slice(2);
const peer = await import(`./${name}-peer.mjs`);
const say = (value) => process.stdout.write(`${JSON.stringify(value)}\n`);

async function beSource([folder, cases]) {
  mkdirSync(folder, { recursive: true });
  const source = await peer.openSource(folder, readyCases(0, Number(cases)));
  const control = createServer(async (request, response) => {
    const asked = new URL(request.url, 'http://localhost');
    const count = Number(asked.searchParams.get('count'));
    // From the middle on, so that few changes on both sides meet at no case.
    const first = Math.floor(Number(cases) / 2);
    if (asked.pathname === '/change') {
      await source.change(smallChanges(count, Number(cases), asked.searchParams.get('word'), first));
    }
    response.end(
      JSON.stringify({ count: await source.count(), found: await source.find(asked.searchParams.get('id') ?? '') }),
    );
  });
  control.listen(0, '127.0.0.1', () => say({ url: source.url, control: `http://127.0.0.1:${control.address().port}` }));
  process.on('SIGTERM', () => process.exit(0));
}

async function beConsole([json]) {
  const { url, control, folder, cases, up = 0, down = 0, rows = 0 } = JSON.parse(json);
  const timed = async (work) => {
    const began = performance.now();
    await work();
    return (performance.now() - began) / 1_000;
  };
  const there = async (path) => (await fetch(control + path)).json();
  mkdirSync(folder, { recursive: true });
  const mine = await peer.openConsole(folder, url);
  const word = `w${process.pid}`;
  const filled = await timed(() => mine.pull(cases));
  if ((await mine.count()) < cases) throw new Error(`${name} holds ${await mine.count()} of ${cases} cases`);
  if (up + down + rows === 0) return finish(filled, cases);
  await mine.away();
  const made = `new-${process.pid}`;
  if (rows > 0) await mine.insert(readyCases(0, rows, made));
  if (up > 0) await mine.change(smallChanges(up, cases, `${word} up`));
  if (down > 0) await there(`/change?count=${down}&word=${encodeURIComponent(`${word} down`)}`);
  const arrived = async () => rows === 0 || (await there(`/?id=${made}-${rows - 1}`)).found !== null;
  const seconds = await timed(() => mine.sync({ down, arrived }));
  if (!(await arrived())) throw new Error(`${name}: the new cases did not arrive`);
  if (up > 0 && down === 0) {
    const last = (await there(`/?id=case-${(up - 1) % cases}`)).found;
    if (last?.c2 !== `${word} up ${up - 1}`) throw new Error(`${name}: the last change did not arrive (${last?.c2})`);
  }
  return finish(seconds, up + down + rows);

  async function finish(took, moved) {
    const held = (file, member) =>
      Number(new RegExp(`^${member}:\\s+(\\d+)`, 'm').exec(readFileSync(file, 'utf8'))?.[1]);
    const pss = process.platform === 'linux' ? held('/proc/self/smaps_rollup', 'Pss') : Number.NaN;
    await mine.close();
    say({ seconds: took, moved, rows: cases, pss });
    process.exit(0);
  }
}

await (role === 'source' ? beSource(rest) : beConsole(rest));
