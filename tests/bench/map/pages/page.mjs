import { chances } from '#tests/bench/lots.ts';
import { incident, incidents } from './incidents.mjs';

const WAYS = {
  ours: () => import('./ours.mjs'),
  limit: () => import('./limit.mjs'),
  markercluster: () => import('./markercluster.mjs'),
  maplibre: () => import('./maplibre.mjs'),
  empty: () => import('./empty.mjs'),
};
const CHANGES_EVERY_MS = 50;

const { port1, port2 } = new MessageChannel();
const waiting = [];
port1.onmessage = () => waiting.shift()?.(performance.now());
/** When the frame under way has been drawn: a message sent from it comes after its painting. */
const drawnFrame = () =>
  new Promise((resolve) =>
    requestAnimationFrame(() => {
      waiting.push(resolve);
      port2.postMessage(null);
    }),
  );
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const { open } = await WAYS[new URLSearchParams(location.search).get('way')]();
const view = await open(document.getElementById('place'));
let rows = [];
let changing = 0;
let frames = null;
let delays = null;
const look = (at) => {
  if (frames === null) return;
  frames.push(at);
  requestAnimationFrame(look);
};
for (const type of ['mousemove', 'dragover'])
  addEventListener(
    type,
    async ({ timeStamp }) => {
      if (delays?.type === type) delays.told.push((await drawnFrame()) - timeStamp);
    },
    { capture: true },
  );

window.bench = {
  /** Makes so many incidents. */
  make(count) {
    rows = incidents(count, Date.now());
  },
  /** Hands them over. @returns ms until the frame in which they are all drawn is painted */
  async paint() {
    await drawnFrame();
    await pause(400);
    const drawn = view.watch(rows.length);
    const began = performance.now();
    view.show(rows);
    await drawn;
    return (await drawnFrame()) - began;
  },
  /** Keeps 1,000 of them changing each second, or stops. */
  change(on) {
    clearInterval(changing);
    if (!on) return;
    const chance = chances(11);
    changing = setInterval(() => {
      rows = rows.slice();
      const now = Date.now();
      for (let made = 0; made < CHANGES_EVERY_MS; made++) {
        const index = Math.floor(chance() * rows.length);
        if (index > 0) rows[index] = incident(index, chance, now);
      }
      view.show(rows);
    }, CHANGES_EVERY_MS);
  },
  watchFrames() {
    frames = [];
    requestAnimationFrame(look);
  },
  /** Times between the frames since then, ms. */
  framesSeen() {
    const seen = frames ?? [];
    frames = null;
    return seen.slice(1).map((at, index) => at - seen[index]);
  },
  watchDelays(type) {
    delays = { type, told: [] };
  },
  /** From each input of that type since then until the frame after it was painted, ms. */
  delaysSeen() {
    const told = delays?.told ?? [];
    delays = null;
    return told;
  },
  pin: () => view.pin?.() ?? null,
};
document.body.dataset.open = 'yes';
