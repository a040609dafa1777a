import { describe, expect, it } from 'vitest';
import { createPresenceBoard } from './presence-board.ts';

const [A, B] = ['01900000-0000-7000-8000-00000000000a', '01900000-0000-7000-8000-00000000000b'];

function board() {
  const said: (string | null)[] = [];
  const waiting: { at: number; work: () => void }[] = [];
  let now = 0;
  const made = createPresenceBoard({
    async say(id) {
      said.push(id);
    },
    monotonic: () => now,
    timers: {
      after(ms, work) {
        const one = { at: now + ms, work };
        waiting.push(one);
        return () => void waiting.splice(0, waiting.length, ...waiting.filter((other) => other !== one));
      },
    },
  });
  const pass = (ms: number) => {
    now += ms;
    for (const one of waiting.filter(({ at }) => at <= now)) {
      waiting.splice(waiting.indexOf(one), 1);
      one.work();
    }
  };
  return { made, said, pass };
}

describe('who else has a case open', () => {
  it('is told by name and case, and not any more when they leave it', () => {
    const { made } = board();
    made.line(true);
    made.hear({ device: 'd1', name: 'S. Devi', case: A });
    made.hear({ device: 'd2', name: 'A. Latif', case: A });
    made.hear({ device: 'd3', name: 'R. Selvam', case: B });
    expect(made.others().get(A ?? '')).toEqual(['A. Latif', 'S. Devi']);
    made.hear({ device: 'd1', name: 'S. Devi', case: B });
    made.hear({ device: 'd2', name: '', case: null });
    expect(made.others().has(A ?? '')).toBe(false);
    expect(made.others().get(B ?? '')).toEqual(['R. Selvam', 'S. Devi']);
  });

  it('shows nothing once the line is lost, and says what is open here when it stands again', () => {
    const { made, said, pass } = board();
    made.open(A ?? '');
    pass(400);
    expect(said).toEqual([]);
    made.line(true);
    made.hear({ device: 'd1', name: 'S. Devi', case: A });
    made.line(false);
    expect(made.others().size).toBe(0);
    made.line(true);
    expect(said).toEqual([A, A]);
  });

  it('shows nothing of a line that broke before it stood', () => {
    const { made } = board();
    let told = 0;
    made.subscribe(() => {
      told++;
    });
    made.hear({ device: 'd1', name: 'S. Devi', case: A });
    made.line(false);
    expect(made.others().size).toBe(0);
    expect(told).toBe(2);
  });

  it('says what another window still has open when one leaves its case, and nothing of a case only walked past', () => {
    const { made, said, pass } = board();
    made.line(true);
    const first = made.open(A ?? '');
    pass(400);
    const second = made.open(B ?? '');
    pass(400);
    second();
    made.open(B ?? '')();
    pass(400);
    expect(said).toEqual([null, A, B, A]);
    first();
    first();
    expect(said).toEqual([null, A, B, A, null]);
  });

  it('says what is open again and again while it is, and forgets others that fell silent', () => {
    const { made, said, pass } = board();
    made.line(true);
    made.open(A ?? '');
    pass(400);
    made.hear({ device: 'd1', name: 'S. Devi', case: A });
    for (let n = 0; n < 3; n++) pass(45_000);
    expect(said.filter((one) => one === A).length).toBeGreaterThanOrEqual(4);
    expect(made.others().size).toBe(0);
    made.hear({ nonsense: true });
    expect(made.others().size).toBe(0);
  });
});
