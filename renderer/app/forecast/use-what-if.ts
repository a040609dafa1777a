import { useEffect, useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import type { Failure, InputOf } from '#shared/contract/ipc.ts';
import type { WhatIfView } from '#shared/contract/view/forecast.ts';

export type SupposedAct = InputOf<'what-if.get'>['supposed'];

/** Choices that are passed over quickly are not asked about, ms. */
const SETTLE_MS = 120;
/** Cases of one question. */
const ASKED = 20;
/** More cases at once are not counted out. */
export const MOST_CASES = 100;

/**
 * What an act would do to the clocks of these cases, at most `MOST_CASES`; null while nothing is supposed or not known
 * yet, the refusal where it cannot be known.
 */
export function useWhatIf(
  cases: readonly string[],
  supposed: SupposedAct | null,
): readonly WhatIfView[] | Failure | null {
  const { engine } = useDesk();
  const [found, setFound] = useState<{ of: string; views: readonly WhatIfView[] | Failure } | null>(null);
  const asked = supposed === null || cases.length === 0 ? null : JSON.stringify({ cases, supposed });
  useEffect(() => {
    if (asked === null) return;
    let stale = false;
    const timer = setTimeout(async () => {
      const input = JSON.parse(asked) as InputOf<'what-if.get'>;
      const views: WhatIfView[] = [];
      for (let from = 0; from < Math.min(input.cases.length, MOST_CASES); from += ASKED) {
        const reply = await engine.call('what-if.get', { ...input, cases: input.cases.slice(from, from + ASKED) });
        if (stale) return;
        if (!reply.ok) return setFound({ of: asked, views: reply.failure });
        views.push(...reply.value);
      }
      setFound({ of: asked, views });
    }, SETTLE_MS);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [engine, asked]);
  return found !== null && found.of === asked ? found.views : null;
}
