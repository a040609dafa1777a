import { useEffect, useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import type { SearchHit } from '#shared/contract/view/search.ts';

const MOST = 5;
const STILL_MS = 60;
const NONE: readonly SearchHit[] = [];

/** Cases the engine finds for these words, the best first; none while it has not answered. */
export function useFound(words: string): readonly SearchHit[] {
  const { engine } = useDesk();
  const [found, setFound] = useState<{ words: string; hits: readonly SearchHit[] } | null>(null);
  const asked = words.trim().slice(0, 200);
  useEffect(() => {
    if (asked.length < 2) return;
    let stale = false;
    const timer = setTimeout(async () => {
      const reply = await engine.call('search.find', { words: asked, limit: MOST });
      if (!stale && reply.ok) setFound({ words: asked, hits: reply.value.hits });
    }, STILL_MS);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [engine, asked]);
  return found !== null && found.words === asked ? found.hits : NONE;
}
