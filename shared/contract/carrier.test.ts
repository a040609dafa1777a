import { describe, expect, it } from 'vitest';
import { CallFailure } from './call-failure.ts';
import type { CallerContext, FramePort, Handlers, ReplyFrame, RequestFrame } from './carrier.ts';
import { createCaller } from './create-caller.ts';
import { CALLS, type CallName, callsFor, type WindowRole } from './ipc.ts';
import { serveCalls } from './serve-calls.ts';
import type { QueueRow, RowsMessage } from './view/queue-row.ts';

/** Two ends in memory that carry copies, as a real channel does; `cut` closes both. */
function pair() {
  const heard: { frame: (frame: never) => void; closed: () => void }[] = [];
  let open = true;
  const end = (mine: number, other: number): FramePort<never, unknown> => ({
    send: (frame) => {
      const copy = JSON.parse(JSON.stringify(frame));
      void Promise.resolve().then(() => open && heard[other]?.frame(copy as never));
    },
    listen: (on) => {
      heard[mine] = on;
    },
    close: () => {
      open = false;
    },
  });
  const cut = () => {
    open = false;
    for (const one of heard) one?.closed();
  };
  return {
    window: end(0, 1) as FramePort<ReplyFrame, RequestFrame>,
    engine: end(1, 0) as FramePort<unknown, ReplyFrame>,
    cut,
  };
}

const row = (id: string, reports = 1) => ({ case: id, reports }) as unknown as QueueRow;
const errors: unknown[] = [];

function serve(handlers: Partial<Handlers>, role: WindowRole = 'desk') {
  const ends = pair();
  const from: CallerContext = { role, window: 'w1' };
  const stop = serveCalls(ends.engine, handlers as Handlers, from, (error) => errors.push(error));
  const caller = createCaller(role);
  caller.attach(ends.window);
  return { caller, stop, ...ends };
}

const settle = async () => {
  for (let turn = 0; turn < 50; turn++) await Promise.resolve();
};
const place = { name: 'Nilai', state: 'Negeri Sembilan', lat: 2.8, lon: 101.8, confidence: 0.9 };

describe('the carrier between a window and the engine', () => {
  it('answers a query with what the handler gave, checked', async () => {
    const { caller } = serve({ 'place.find': ({ query }) => (query === 'nilai' ? [place] : []) });
    expect(await caller.call('place.find', { query: 'nilai' })).toEqual({ ok: true, value: [place] });
  });

  it('names the member of a bad input, and never runs the handler', async () => {
    let ran = false;
    const { caller } = serve({
      'place.find': () => {
        ran = true;
        return [];
      },
    });
    const reply = await caller.call('place.find', { query: 7 } as never);
    expect(reply).toMatchObject({ ok: false, failure: { code: 'bad-input', field: 'query' } });
    expect(ran).toBe(false);
  });

  it('refuses an output the contract does not say, without telling what it was', async () => {
    const { caller } = serve({ 'place.find': () => [{ ...place, lat: 'secret' } as never] });
    const reply = await caller.call('place.find', { query: 'x' });
    expect(reply).toEqual({ ok: false, failure: { code: 'internal', message: { key: 'failure.internal' } } });
    expect(errors).toHaveLength(1);
  });

  it('carries a handler’s refusal as code, words and field', async () => {
    const { caller } = serve({
      'outbox.list': () => {
        throw new CallFailure('disk-full', { key: 'failure.disk-full' }, 'store');
      },
    });
    expect(await caller.call('outbox.list', {})).toEqual({
      ok: false,
      failure: { code: 'disk-full', message: { key: 'failure.disk-full' }, field: 'store' },
    });
  });

  it('gives a wall no desk call, whatever its page sends', async () => {
    const { caller, window } = serve({}, 'wall');
    expect(await caller.call('outbox.list', {})).toMatchObject({ failure: { code: 'not-allowed' } });
    const replies: ReplyFrame[] = [];
    const raw = pair();
    serveCalls(raw.engine, {} as Handlers, { role: 'wall', window: 'w' }, () => {});
    raw.window.listen({ frame: (frame) => replies.push(frame), closed: () => {} });
    for (const name of Object.keys(CALLS) as CallName[]) {
      if (!callsFor('wall').includes(name))
        raw.window.send({
          t: CALLS[name].kind === 'stream' ? 'open' : 'call',
          id: replies.length + 1,
          name,
          input: {},
        });
    }
    await settle();
    expect(replies.length).toBe(Object.keys(CALLS).length - callsFor('wall').length);
    for (const reply of replies) expect(JSON.stringify(reply)).toContain('not-allowed');
    window.close();
  });

  it('merges changes per id while a window is busy, and stops when it closes the stream', async () => {
    let emit: (message: RowsMessage) => void = () => {};
    const signals: { aborted: boolean }[] = [];
    const ends = pair();
    // The rows here are fragments: output checks are tested above, merging is what matters.
    const loose = { ...CALLS['rows.watch'].output, parse: (value: unknown) => value };
    const original = CALLS['rows.watch'].output;
    Object.assign(CALLS['rows.watch'], { output: loose });
    try {
      serveCalls(
        ends.engine,
        {
          'rows.watch': (_input, _from, stream) => {
            emit = stream.emit;
            signals.push(stream.signal);
          },
        } as Partial<Handlers> as Handlers,
        { role: 'desk', window: 'w' },
        (error) => errors.push(error),
      );
      const got: ReplyFrame[] = [];
      ends.window.listen({ frame: (frame) => got.push(frame), closed: () => {} });
      ends.window.send({ t: 'open', id: 1, name: 'rows.watch', input: {} });
      await settle();
      emit({ kind: 'picture', revision: 1, rows: [] });
      emit({ kind: 'change', from: 1, to: 2, upserts: [row('a')], removes: [] });
      emit({ kind: 'change', from: 2, to: 3, upserts: [row('a', 2), row('b')], removes: [] });
      emit({ kind: 'change', from: 3, to: 4, upserts: [], removes: ['b'] });
      await settle();
      expect(got).toHaveLength(1);
      ends.window.send({ t: 'ready', id: 1 });
      await settle();
      expect(got).toHaveLength(2);
      expect(got[1]).toMatchObject({
        value: { kind: 'change', from: 1, to: 4, upserts: [{ case: 'a', reports: 2 }], removes: ['b'] },
      });
      ends.window.send({ t: 'close', id: 1 });
      await settle();
      expect(signals[0]?.aborted).toBe(true);
    } finally {
      Object.assign(CALLS['rows.watch'], { output: original });
    }
  });

  it('asks again on a new port what was not answered on the lost one', async () => {
    const first = serve({ 'place.find': () => new Promise(() => {}) as never });
    const asked = first.caller.call('place.find', { query: 'nilai' });
    await settle();
    first.cut();
    const second = pair();
    serveCalls(
      second.engine,
      { 'place.find': () => [place] } as Partial<Handlers> as Handlers,
      { role: 'desk', window: 'w' },
      () => {},
    );
    first.caller.attach(second.window);
    expect(await asked).toEqual({ ok: true, value: [place] });
  });
});
