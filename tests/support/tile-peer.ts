import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { crc32, deflateSync } from 'node:zlib';

/** A server of tiles on loopback. */
export interface TilePeer {
  /** Its address with {z}, {x} and {y}. */
  url: string;
  origin: string;
  /** What was asked for, in order. */
  asked: { path: string; headers: IncomingHttpHeaders }[];
  /** Answers in place of a picture, until taken away. */
  instead: ((path: string, response: ServerResponse) => void) | null;
  /** Sent with each picture. */
  headers: Record<string, string>;
  close(): Promise<void>;
}

/** Opens a server that paints each tile as a sheet of paper with a road across it and its edge drawn. */
export async function openTilePeer(port = 0): Promise<TilePeer> {
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    peer.asked.push({ path, headers: request.headers });
    if (peer.instead) return peer.instead(path, response);
    const [, z = 0, x = 0, y = 0] = /^\/(\d+)\/(\d+)\/(\d+)\.png$/.exec(path)?.map(Number) ?? [];
    response.writeHead(200, { 'content-type': 'image/png', ...peer.headers });
    response.end(paperTile(z, x, y));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const peer: TilePeer = {
    url: `${origin}/{z}/{x}/{y}.png`,
    origin,
    asked: [],
    instead: null,
    headers: { 'cache-control': 'max-age=3600' },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return peer;
}

const SIDE = 256;
const PAPER = [242, 239, 233] as const;
const FIELD = [205, 235, 176] as const;
const ROAD = [252, 214, 164] as const;
const EDGE = [170, 170, 170] as const;

/** A PNG of 256 × 256 px, in the colours that maps of roads have. */
export function paperTile(z: number, x: number, y: number): Buffer {
  const rows = Buffer.alloc(SIDE * (SIDE * 3 + 1));
  const slope = ((x * 7 + y * 13 + z * 3) % 9) / 9;
  for (let py = 0; py < SIDE; py++) {
    for (let px = 0; px < SIDE; px++) {
      const road = Math.abs(py - (40 + slope * px + 60)) < 4;
      const field = (px >> 6) % 2 === (py >> 6) % 2;
      const colour = px === 0 || py === 0 ? EDGE : road ? ROAD : field ? FIELD : PAPER;
      rows.set(colour, py * (SIDE * 3 + 1) + 1 + px * 3);
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(SIDE, 0);
  head.writeUInt32BE(SIDE, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const sign = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([sign, chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(data.byteLength);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([size, named, sum]);
}
