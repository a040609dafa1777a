import { useEffect, useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { useNow } from '#renderer/app/use-now.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { useSay } from '#renderer/ui/use-say.ts';
import type { NightView } from '#shared/contract/view/rota.ts';

/** Nights move by the hour, duties seldom: looked at again this often, and after every act of this window. */
const LOOK_EVERY_MS = 60_000;
const MOST_NAMED = 8;

/** How many offices have nobody on duty in the coming night, while there are any; a press opens their week. */
export function NightGaps() {
  const say = useSay();
  const { engine, verbs } = useDesk();
  const now = useNow(LOOK_EVERY_MS);
  const user = usePicture((picture) => picture.session.user?.id ?? null);
  const lastAct = usePicture((picture) => picture.lastAct);
  const syncedOnce = usePicture((picture) => picture.link?.filling === null && picture.rows !== null);
  const [night, setNight] = useState<NightView | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it is looked at again for
  useEffect(() => {
    let stale = false;
    void engine.call('rules.night', {}).then((reply) => {
      if (!stale) setNight(reply.ok ? reply.value : null);
    });
    return () => {
      stale = true;
    };
  }, [engine, now, user, lastAct, syncedOnce]);
  const codes = [...new Set(night?.gaps.map(({ branch }) => branch) ?? [])];
  if (codes.length === 0 || !syncedOnce) return null;
  const named = codes.slice(0, MOST_NAMED).join(', ') + (codes.length > MOST_NAMED ? ' …' : '');
  const words = say('rota.night.title', { n: codes.length, codes: named });
  return (
    <button type="button" className="night-gaps" title={words} onClick={() => verbs.show('rota')}>
      <span className="night-gaps-word">{say('rota.night')}</span>
      <b className="night-gaps-count">
        <span className="night-gaps-mark" aria-hidden />
        {codes.length}
      </b>
    </button>
  );
}
