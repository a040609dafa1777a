import { LENGTH_BYTES } from '#shared/contract/packed-snapshot.ts';

/** No frame is longer: what says so is none. */
const LONGEST = 256 * 1024 * 1024;

/**
 * The frames of a body, one at a time. Ends between two of them.
 * @throws TypeError when the body ends within one
 */
export async function* readFrames(body: ReadableStream<Uint8Array>): AsyncGenerator<Buffer> {
  const reader = body.getReader();
  let held: Uint8Array[] = [];
  let size = 0;
  let length: number | null = null;
  const take = (count: number): Buffer => {
    const all = Buffer.concat(held);
    held = all.length > count ? [all.subarray(count)] : [];
    size = all.length - count;
    return all.subarray(0, count);
  };
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      held.push(next.value);
      size += next.value.length;
      for (;;) {
        if (length === null) {
          if (size < LENGTH_BYTES) break;
          length = take(LENGTH_BYTES).readUInt32BE();
          if (length > LONGEST) throw new TypeError('the snapshot is not made of frames');
        }
        if (size < length) break;
        const frame = take(length);
        length = null;
        yield frame;
      }
    }
    if (length !== null || size > 0) throw new TypeError('the snapshot was cut');
  } finally {
    await reader.cancel().catch(() => {});
  }
}
