import { useSay } from '#renderer/ui/use-say.ts';
import type { WhatIfView } from '#shared/contract/view/forecast.ts';
import { type SupposedAct, useWhatIf } from './use-what-if.ts';
import './forecast.css';

const STAYS = 'clock.what-if.stays';
/** Cases told one by one; of more only how many. */
const TOLD = 3;

/** Before an act: which clocks would change by it, in words, and how many would not. Keeps its place while it asks. */
export function WhatIfWords({ cases, supposed }: { cases: readonly string[]; supposed: SupposedAct | null }) {
  const say = useSay();
  const views = useWhatIf(cases, supposed);
  if (supposed === null) return null;
  const told = views?.filter(({ changes }) => changes.length > 0) ?? [];
  return (
    <section className="what-if" aria-label={say('what-if.title')} aria-live="polite">
      <h3>{say('what-if.title')}</h3>
      {told.slice(0, TOLD).map((view) => (
        <OneCase key={view.case} view={view} named={told.length > 1} />
      ))}
      {told.length > TOLD ? <p>{say('what-if.more', { n: told.length - TOLD })}</p> : null}
      {views !== null && told.length === 0 ? <p>{say('what-if.none')}</p> : null}
    </section>
  );
}

function OneCase({ view, named }: { view: WhatIfView; named: boolean }) {
  const say = useSay();
  const changes = view.changes.filter(({ words }) => words.key !== STAYS);
  const stay = view.changes.length - changes.length;
  return (
    <>
      {named ? <b>{view.number}</b> : null}
      <ul>
        {changes.map((change) => (
          <li key={change.clock}>{say.ref(change.words)}</li>
        ))}
      </ul>
      {changes.length === 0 ? <p>{say('what-if.none')}</p> : null}
      {changes.length > 0 && stay > 0 ? <p>{say('what-if.stays', { n: stay })}</p> : null}
    </>
  );
}
