import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import type { Parts } from '#central/parts.ts';
import type { LogReader } from '#central/store/log-reader.ts';
import type { PackedLog } from '#central/store/packed-log.ts';
import { travelling } from '#central/store/subject-keys.ts';
import { LENGTH_BYTES, type PackedHeader, type PackedMeta } from '#shared/contract/packed-snapshot.ts';
import type { AnyEvent } from '#shared/contract/wire/event.ts';
import type { Person } from '#shared/domain/person-role.ts';

const pack = promisify(gzip);
const NOTHING = Buffer.alloc(0);

/** Whose sight is all there is, private parts and all: what is packed for one of them is right for every other. */
export function takesPacked({ role, scope }: Pick<Person, 'role' | 'scope'>): boolean {
  return scope.kind === 'hq' && role !== 'wall';
}

/** The snapshot as frames; a group is packed, where it is not yet, only when the one before it is ready. */
export async function* framesOf(
  { vault }: Pick<Parts, 'vault'>,
  log: LogReader,
  packed: PackedLog,
  header: PackedHeader,
): AsyncGenerator<Buffer> {
  yield frame(JSON.stringify(header));
  const loose = await log.looseUpTo(packed.seq);
  const history = await pack(`[${loose.events.join(',')}]`, { level: constants.Z_BEST_SPEED });
  const meta: PackedMeta = {
    events: loose.events.length,
    newest: loose.events.map((text) => (JSON.parse(text) as AnyEvent).at).reduce((a, b) => (a > b ? a : b), ''),
    hash: createHash('sha256').update(history).digest('base64url'),
    loose: true,
  };
  yield* groupFrames(meta, JSON.stringify(travelling(loose.keys, vault)), NOTHING, history);
  const begin = (index: number) => {
    const group = packed.groups[index]?.();
    group?.catch(() => {});
    return group;
  };
  // While one is taken the next is packed.
  let next = begin(0);
  for (let index = 1; next !== undefined; index++) {
    const { meta, keys, states, history } = await next;
    next = begin(index);
    yield* groupFrames(meta, JSON.stringify(travelling(keys, vault)), states, history);
  }
}

function* groupFrames(meta: PackedMeta, keys: string, states: Buffer, history: Buffer): Generator<Buffer> {
  yield Buffer.concat([frame(JSON.stringify(meta)), frame(keys), frame(states), frame(history)]);
}

function frame(bytes: string | Buffer): Buffer {
  const body = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(body.length);
  return Buffer.concat([length, body]);
}
