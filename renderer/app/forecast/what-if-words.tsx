import { payeeInWords } from '#renderer/app/payee-in-words.ts';
import { useSay } from '#renderer/ui/use-say.ts';
import type { WhatIfView } from '#shared/contract/view/forecast.ts';
import { FoldedWords } from './folded-words.tsx';
import { MOST_CASES, type SupposedAct, useWhatIf } from './use-what-if.ts';
import './forecast.css';

const STAYS = 'clock.what-if.stays';
/** So many cases are told one by one; more are folded, a line for each clock. */
const TOLD = 3;

/** Before an act: which clocks would change by it, in words, and how many would not. Keeps its place while it asks. */
export function WhatIfWords({ cases, supposed }: { cases: readonly string[]; supposed: SupposedAct | null }) {
  const say = useSay();
  const answer = useWhatIf(cases, supposed);
  if (supposed === null) return null;
  const views = answer !== null && 'message' in answer ? null : answer;
  const told = views?.filter(({ changes }) => changes.length > 0) ?? [];
  return (
    <section className="what-if" aria-label={say('what-if.title')} aria-live="polite">
      <h3>{say('what-if.title')}</h3>
      {answer !== null && 'message' in answer ? <p>{say.ref(answer.message)}</p> : null}
      {told.length > TOLD ? (
        <FoldedWords views={told} />
      ) : (
        told.map((view) => <OneCase key={view.case} view={view} named={told.length > 1} />)
      )}
      {views !== null && cases.length > MOST_CASES ? (
        <p>{say('what-if.more', { n: cases.length - MOST_CASES })}</p>
      ) : null}
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
          <li key={change.clock}>
            {change.payee
              ? say('what-if.of', { payee: payeeInWords(change.payee, say), words: say.ref(change.words) })
              : say.ref(change.words)}
          </li>
        ))}
      </ul>
      {changes.length === 0 ? <p>{say('what-if.none')}</p> : null}
      {changes.length > 0 && stay > 0 ? <p>{say('what-if.stays', { n: stay })}</p> : null}
    </>
  );
}
