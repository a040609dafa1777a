import { useEffect, useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { useSay } from '#renderer/ui/use-say.ts';
import type { BreachGuessView } from '#shared/contract/view/forecast.ts';
import './forecast.css';

/** In the drawer: which running promises of the case will probably be broken, as a guess, and what it rests on. */
export function LikelyBreach({ caseId }: { caseId: string }) {
  const guess = usePicture((picture) => picture.board?.guesses.get(caseId) ?? null);
  return guess === null ? null : <Likely key={`${caseId} ${guess.clock} ${guess.share}`} caseId={caseId} />;
}

function Likely({ caseId }: { caseId: string }) {
  const say = useSay();
  const { engine } = useDesk();
  const [guesses, setGuesses] = useState<readonly BreachGuessView[]>([]);
  useEffect(() => {
    let stale = false;
    void engine.call('guess.get', { case: caseId }).then((reply) => {
      if (!stale && reply.ok) setGuesses(reply.value.filter(({ likely }) => likely));
    });
    return () => {
      stale = true;
    };
  }, [engine, caseId]);
  const [first] = guesses;
  if (first === undefined) return null;
  return (
    <section className="what-if drawer-part" aria-label={say('guess.title')}>
      <h3>{say('guess.title')}</h3>
      <ul>
        {guesses.map(({ clock, key, share }) => (
          <li key={clock}>
            {say('guess.line', {
              clock: say.key(`clock.long.${key}`),
              share: { t: 'percent', v: Math.round(share * 100) },
            })}
          </li>
        ))}
      </ul>
      <details>
        <summary>{say('guess.why')}</summary>
        <ul>
          {first.basis.map((line) => (
            <li key={JSON.stringify(line)}>{say.ref(line)}</li>
          ))}
        </ul>
      </details>
    </section>
  );
}
