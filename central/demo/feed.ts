import type { Parts } from '#central/parts.ts';
import { plainError } from '#central/plain-error.ts';
import { openCaseIds } from '#central/store/case-queries.ts';
import { openDeck } from './lead-deck.ts';
import { between, createRandom } from './random.ts';

const FIRST_MS = 20_000;
const CALM_ABOVE = 80;
const STOP_ABOVE = 120;

/** The simulated feed: now and then a new report, through the same public door as any agency's. */
export function startFeed(parts: Parts, url: string, apiKey: string, seed: number): () => void {
  const random = createRandom(seed);
  const deck = openDeck(random, parts.readReport);
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let count = 0;

  async function post(): Promise<void> {
    count += 1;
    const { input } = deck.deal(count % 7 === 0 ? 2 : 1);
    const body = {
      ...input,
      externalId: `feed-${seed}-${count}`,
      publishedAt: new Date(parts.clock() - between(random, 2, 20) * 60_000).toISOString(),
    };
    const reply = await fetch(`${url}/v1/intake/reports`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${apiKey}` },
      body: JSON.stringify(body),
    });
    if (reply.status !== 202) throw new Error(`the door answered ${reply.status}`);
  }

  function wait(ms: number): void {
    timer = setTimeout(() => void next(), ms);
    timer.unref();
  }

  async function next(): Promise<void> {
    let open = 0;
    try {
      open = (await openCaseIds(parts.database.reader)).length;
      if (open <= STOP_ABOVE && !stopped) await post();
    } catch (error) {
      if (!stopped) parts.log.error({ error: plainError(error) }, 'the simulated feed could not post');
    }
    // A full board gets its news more slowly, so that it stays one that people can work.
    if (!stopped) wait(between(random, 60, 90) * 1000 * (open > CALM_ABOVE ? 5 : 1));
  }

  wait(FIRST_MS);
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
