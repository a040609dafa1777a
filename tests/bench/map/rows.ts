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
  work: (window: MapWindow) => Promise<Measured[]>,
): Promise<Measured[]> {
  if ((await installPeers(say)).length === 0) {
    say('maps: the limit is one of the peers (supercluster): nothing can be measured');
    return [];
  }
  const window = await openMapWindow();
  try {
    return await work(window);
  } finally {
    await window.end();
  }
}

const peerFigures = (of: (peer: Peer) => number): Record<string, number> =>
  Object.fromEntries(peers.map((peer) => [PEERS[peer], of(peer)]));

/** From rows handed over to a standing, empty map until all of them are painted. */
export const mapPaint: Row = ({ quick, say }) =>
  inWindow(say, async ({ page, visit }) => {
    const measured: Measured[] = [];
    for (const count of quick ? [1_000, 10_000] : [1_000, 10_000, MANY]) {
      say(`map-paint: ${count} incidents`);
      const painted = (way: MapWay) => async () => {
        await visit(way);
        return page.evaluate((n) => window.bench.paint(n), count);
      };
      const ways: readonly MapWay[] = ['ours', 'limit', ...peers];
      const works = Object.fromEntries(ways.map((way) => [way, painted(way)]));
      const figures = await inTurn(quick ? 1 : 5, works);
      const of = (way: MapWay) => figures[way] ?? [];
      const ratio = ratioOf(of('ours'), of('limit'));
      const target = count < MANY ? 1.1 : 0.5;
      measured.push({
        row: 'map-paint',
        measure: `${count} incidents`,
        unit: 'ms',
        ours: median(of('ours')),
        limit: median(of('limit')),
        peers: peerFigures((peer) => median(of(peer))),
        ratioToLimit: ratio,
        ...(peers.length > 0
          ? { ratioToBestPeer: Math.min(...peers.map((peer) => ratioOf(of(peer), of('ours')))) }
          : {}),
        target: `<= ${target} x canvas and supercluster`,
        met: ratio <= target,
        note: 'ours in three frames, with land, offices, names and the list for screen readers; the others in one, on nothing',
      });
    }
    return measured;
  });

/** Pulling and zooming a map of 100,000 with the real mouse: times between frames. */
export const mapPan: Row = ({ quick, say }) =>
  inWindow(say, async ({ page, visit }) => {
    const count = quick ? 10_000 : MANY;
    const measured: Measured[] = [];
    for (const changing of [false, true]) {
      say(`map-pan: ${count} incidents${changing ? ', 1,000 changes a second' : ''}`);
      const ways: readonly MapWay[] = changing ? ['ours', 'empty'] : ['ours', 'empty', 'limit', ...peers];
      const worst: Partial<Record<MapWay, number[]>> = {};
      const panned = (way: MapWay) => async () => {
        await visit(way);
        if (way !== 'empty') await page.evaluate((n) => window.bench.paint(n), count);
        await page.waitForTimeout(1_000);
        if (changing && way !== 'empty') await page.evaluate(() => window.bench.change(true));
        const from = await freePlace(page);
        await page.evaluate(() => window.bench.watchFrames());
        await panAndZoom(page, from);
        const seen = await page.evaluate(() => window.bench.framesSeen());
        worst[way] = [...(worst[way] ?? []), Math.max(...seen)];
        return percentile(seen, 0.95);
      };
      const figures = await inTurn(quick ? 1 : 5, Object.fromEntries(ways.map((way) => [way, panned(way)])));
      const of = (way: MapWay) => figures[way] ?? [];
      const longest = (way: MapWay) => median(worst[way] ?? []);
      const ratio = ratioOf(of('ours'), of('empty'));
      const words = ways.map((way) => `${way} ${longest(way).toFixed(1)}`).join(', ');
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
        note: `limit: an empty map; longest frame of a round: ${words}`,
      });
    }
    return measured;
  });

/** One pin among 100,000 carried by the mouse: from input until its card is painted there. */
export const mapDrag: Row = ({ quick, say }) =>
  inWindow(say, async ({ page, visit }) => {
    const count = quick ? 10_000 : MANY;
    say(`map-drag: one of ${count}`);
    const slowest: Partial<Record<MapWay, number[]>> = {};
    const dragged = (way: MapWay) => async () => {
      await visit(way);
      if (way !== 'empty') await page.evaluate((n) => window.bench.paint(n), count);
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
