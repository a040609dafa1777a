import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';

const ground = [15, 20, 21];
const accent = [159, 176, 255];
const land = [79, 92, 74];

function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

function chunk(type, body) {
  const data = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const out = Buffer.alloc(data.length + 8);
  out.writeUInt32BE(body.length, 0);
  data.copy(out, 4);
  out.writeUInt32BE(crc32(data), data.length + 4);
  return out;
}

/** A belah ketupat on a dark rounded square, as PNG bytes: the mark of the console. */
export function iconPng(size) {
  const rows = Buffer.alloc(size * (size * 4 + 1));
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const u = ((x + 0.5) / size) * 2 - 1;
      const v = ((y + 0.5) / size) * 2 - 1;
      const diamond = Math.abs(u) + Math.abs(v);
      const inside = Math.max(Math.abs(u), Math.abs(v)) ** 8 <= 0.92 && Math.abs(u) ** 6 + Math.abs(v) ** 6 <= 0.95;
      const woven = Math.floor((u + v + 2) * 3.2) % 2 === Math.floor((u - v + 2) * 3.2) % 2;
      const colour = diamond > 0.74 ? ground : diamond > 0.62 ? accent : woven ? land : ground;
      const at = y * (size * 4 + 1) + 1 + x * 4;
      rows.set([...colour, inside ? 255 : 0], at);
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Writes the sizes a Linux desktop asks for into `folder`. */
export function drawIcons(folder) {
  mkdirSync(folder, { recursive: true });
  for (const size of [32, 64, 128, 256, 512]) writeFileSync(join(folder, `${size}x${size}.png`), iconPng(size));
}
