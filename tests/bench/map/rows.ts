import type { Page } from '@playwright/test';
import { UNBOUND } from '../launch-app.ts';
import { inTurn, type Measured, median, percentile, type Row, ratioOf } from '../measured.ts';
import { installPeers } from '../peers.ts';
import { carryRound, freePlace, panAndZoom } from './gestures.ts';
import { type MapWay, type MapWindow, openMapWindow } from './map-window.ts';

const PEERS = { markercluster: 'leaflet.markercluster', maplibre: 'MapLibre (WebGL in software, no numbers)' } as const;
const MANY = 100_000;
const LONGEST_FRAME_MS = 25;

type Peer = keyof typeof PEERS;
const peers = Object.keys(PEERS) as Peer[];

async function inWindow(
  say: (line: string) => void,
  switches: readonly string[],
  work: (window: MapWindow) => Promise<Measured[]>,
): Promise<Measured[]> {
  if ((await installPeers(say)).length === 0) {
    say('maps: the limit is one of the peers (supercluster): nothing can be measured');
    return [];
  }
  const window = await openMapWindow(switches);
  try {
    return await work(window);
  } finally {
    await window.end();
  }
}

const peerFigures = (of: (peer: Peer) => number): Record<string, number> =>
  Object.fromEntries(peers.map((peer) => [PEERS[peer], of(peer)]));

/** Lets so many incidents stand on the map. */
async function standing(page: Page, count: number): Promise<void> {
  await page.evaluate((n) => window.bench.make(n), count);
  await page.evaluate(() => window.bench.paint());
}

/** From rows handed over to a standing, empty map until all of them are painted. */
export const mapPaint: Row = ({ quick, say }) =>
  inWindow(say, UNBOUND, async ({ page, visit, cpu }) => {
    const measured: Measured[] = [];
    for (const count of quick ? [1_000, 10_000] : [1_000, 10_000, MANY]) {
      say(`map-paint: ${count} incidents`);
      const used: Partial<Record<MapWay, number[]>> = {};
      const painted = (way: MapWay) => async () => {
        await visit(way);
        await page.evaluate((n) => window.bench.make(n), count);
        const before = await cpu();
        const wall = await page.evaluate(() => window.bench.paint());
        used[way] = [...(used[way] ?? []), (await cpu()) - before];
        return wall;
      };
      const ways: readonly MapWay[] = ['ours', 'limit', ...peers];
      const works = Object.fromEntries(ways.map((way) => [way, painted(way)]));
      const figures = await inTurn(quick ? 1 : 5, works);
      const target = count < MANY ? 1.1 : 0.5;
      const told = (measure: string, of: (way: MapWay) => number[], note: string): Measured => {
        const ratio = ratioOf(of('ours'), of('limit'));
        return {
          row: 'map-paint',
          measure,
          unit: 'ms',
          ours: median(of('ours')),
          limit: median(of('limit')),
          peers: peerFigures((peer) => median(of(peer))),
          ratioToLimit: ratio,
          ratioToBestPeer: Math.min(...peers.map((peer) => ratioOf(of(peer), of('ours')))),
          target: `<= ${target} x canvas and supercluster`,
          met: ratio <= target,
          note,
        };
      };
      measured.push(
        told(
          `${count} incidents`,
          (way) => figures[way] ?? [],
          'ours in three frames, with land, offices, names and the list for screen readers; the others in one, on nothing',
        ),
        told(
          `${count} incidents, CPU of the main thread`,
          (way) => used[way] ?? [],
          'what a person at the desk waits for while the map is made; clusters of many are made in a worker',
        ),
      );
    }
    return measured;
  });

/** Pulling and zooming a map of 100,000 with the real mouse: times between frames. */
export const mapPan: Row = ({ quick, say }) =>
  inWindow(say, [], async ({ page, visit, cpu }) => {
    const count = quick ? 10_000 : MANY;
    const measured: Measured[] = [];
    for (const changing of [false, true]) {
      say(`map-pan: ${count} incidents${changing ? ', 1,000 changes a second' : ''}`);
      const ways: readonly MapWay[] = changing ? ['ours', 'empty'] : ['ours', 'empty', 'limit', ...peers];
      const worst: Partial<Record<MapWay, number[]>> = {};
      const used: Partial<Record<MapWay, number[]>> = {};
      const panned = (way: MapWay) => async () => {
        await visit(way);
        if (way !== 'empty') await standing(page, count);
        await page.waitForTimeout(1_000);
        if (changing && way !== 'empty') await page.evaluate(() => window.bench.change(true));
        const from = await freePlace(page);
        await page.evaluate(() => window.bench.watchFrames());
        const before = await cpu();
        await panAndZoom(page, from);
        const seen = await page.evaluate(() => window.bench.framesSeen());
        used[way] = [...(used[way] ?? []), (await cpu()) - before];
        worst[way] = [...(worst[way] ?? []), Math.max(...seen)];
        return percentile(seen, 0.95);
      };
      const figures = await inTurn(quick ? 1 : 5, Object.fromEntries(ways.map((way) => [way, panned(way)])));
      const of = (way: MapWay) => figures[way] ?? [];
      const longest = (way: MapWay) => median(worst[way] ?? []);
      const ratio = ratioOf(of('ours'), of('empty'));
      const words = ways.map((way) => `${way} ${longest(way).toFixed(1)}`).join(', ');
      const cpuWords = ways.map((way) => `${way} ${median(used[way] ?? []).toFixed(0)}`).join(', ');
      measured.push({
        row: 'map-pan',
        measure: `${count} incidents${changing ? ', 1,000 changes a second' : ''}, p95 of frames`,
        unit: 'ms',
        ours: median(of('ours')),
        limit: median(of('empty')),
        peers: changing
          ? {}
          : { 'canvas and supercluster': median(of('limit')), ...peerFigures((peer) => median(of(peer))) },
        ratioToLimit: ratio,
        target: `<= 1.05 x an empty map, no frame > ${LONGEST_FRAME_MS} ms`,
        met: ratio <= 1.05 && longest('ours') <= LONGEST_FRAME_MS,
        note: `limit: an empty map; longest frame of a round: ${words}; CPU of the main thread in the whole gesture, ms: ${cpuWords}`,
      });
    }
    return measured;
  });

/** One pin among 100,000 carried by the mouse: from input until its card is painted there. */
export const mapDrag: Row = ({ quick, say }) =>
  inWindow(say, [], async ({ page, visit }) => {
    const count = quick ? 10_000 : MANY;
    say(`map-drag: one of ${count}`);
    const slowest: Partial<Record<MapWay, number[]>> = {};
    const dragged = (way: MapWay) => async () => {
      await visit(way);
      if (way !== 'empty') await standing(page, count);
      await page.evaluate(() => window.bench.pin());
      await page.waitForTimeout(1_500);
      const at = await page.evaluate(() => window.bench.pin());
      if (at === null) throw new Error('the pin to be dragged is not there');
      await page.evaluate(() => window.bench.watchDelays('dragover'));
      await carryRound(page, at);
      const told = await page.evaluate(() => window.bench.delaysSeen());
      if (told.length < 20) throw new Error(`${way}: a drag of ${told.length} steps`);
      slowest[way] = [...(slowest[way] ?? []), percentile(told, 0.95)];
      return median(told);
    };
    const { ours, empty } = await inTurn(quick ? 1 : 5, { ours: dragged('ours'), empty: dragged('empty') });
    const ratio = ratioOf(ours, empty);
    return [
      {
        row: 'map-drag',
        measure: `one pin among ${count}, input to drawn`,
        unit: 'ms',
        ours: median(ours),
        limit: median(empty),
        peers: {},
        ratioToLimit: ratio,
        target: '<= 1.1 x the same drag over an empty map',
        met: ratio <= 1.1,
        note: `p95: ours ${median(slowest.ours ?? []).toFixed(1)}, empty ${median(slowest.empty ?? []).toFixed(1)}`,
      },
    ];
  });
