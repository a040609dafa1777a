import { useEffect, useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import type { InputOf } from '#shared/contract/ipc.ts';
import type { WhatIfView } from '#shared/contract/view/forecast.ts';

export type SupposedAct = InputOf<'what-if.get'>['supposed'];

/** Choices that are passed over quickly are not asked about, ms. */
const SETTLE_MS = 120;
/** More cases at once are not counted out. */
const MOST_CASES = 20;

/** What an act would do to the clocks of these cases; null while nothing is supposed or not known yet. */
export function useWhatIf(cases: readonly string[], supposed: SupposedAct | null): readonly WhatIfView[] | null {
  const { engine } = useDesk();
  const [found, setFound] = useState<{ of: string; views: readonly WhatIfView[] } | null>(null);
  const asked = supposed === null || cases.length === 0 ? null : JSON.stringify({ cases, supposed });
  useEffect(() => {
    if (asked === null) return;
    let stale = false;
    const timer = setTimeout(() => {
      const input = JSON.parse(asked) as InputOf<'what-if.get'>;
      void engine.call('what-if.get', { ...input, cases: input.cases.slice(0, MOST_CASES) }).then((reply) => {
        if (!stale && reply.ok) setFound({ of: asked, views: reply.value });
      });
    }, SETTLE_MS);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [engine, asked]);
  return found !== null && found.of === asked ? found.views : null;
}
