import type { EngineBridge } from '#shared/contract/carrier.ts';
import type { SearchAnswer, SearchHit } from '#shared/contract/view/search.ts';

/** What the engine found for the words of the search, which the rows alone do not say. */
export interface Found {
  words: string;
  hits: ReadonlyMap<string, SearchHit>;
  /** Words that stand nowhere; the nearest were looked for. */
  slips: readonly string[];
  /** Cases that were not read yet. */
  left: number;
}

export interface SearchAsk {
  /** Asks for these words, once they stand still; what was asked before is forgotten. */
  ask(words: string): void;
  stop(): void;
}

const STILL_MS = 60;
/** While cases are still being read the same is asked again. */
const AGAIN_MS = 500;
const MOST = 300;
/** Behind the first picture: the engine reads what it searches in when it is first asked. */
const WARM_UP_MS = 2_000;

/** Keeps what the engine finds in step with the words typed. */
export function askSearch(engine: EngineBridge, told: (found: Found | null) => void): SearchAsk {
  let words = '';
  let timer: ReturnType<typeof setTimeout> | null = null;
  const later = (ms: number, work: () => void) => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(work, ms);
  };
  const run = async () => {
    const asked = words;
    const reply = await engine.call('search.find', { words: asked, limit: MOST });
    if (asked !== words || !reply.ok) return;
    told(foundOf(asked, reply.value));
    if (reply.value.left > 0) later(AGAIN_MS, run);
  };
  later(WARM_UP_MS, () => void engine.call('search.find', { words: '', limit: 1 }));
  return {
    ask(next) {
      const wanted = next.trim().slice(0, 200);
      if (wanted === words) return;
      words = wanted;
      if (words.length < 2) {
        if (timer !== null) clearTimeout(timer);
        told(null);
      } else later(STILL_MS, run);
    },
    stop() {
      words = '';
      if (timer !== null) clearTimeout(timer);
    },
  };
}

function foundOf(words: string, { hits, slips, left }: SearchAnswer): Found {
  return { words, hits: new Map(hits.map((hit) => [hit.case, hit])), slips: slips.map(({ typed }) => typed), left };
}
