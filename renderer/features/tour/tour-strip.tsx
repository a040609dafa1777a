import { Check, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useDesk } from '#renderer/app/desk-context.ts';
import { usePicture } from '#renderer/app/use-picture.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Kbd } from '#renderer/ui/kbd.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import { FIRST_STEPS, type FirstStep, nextStep, stepTaken } from './first-steps.ts';
import './tour.css';

const KEYS: Readonly<Record<FirstStep, string>> = { choose: 'J', assign: 'A', undo: 'U', keys: '?' };

/** Across the foot of the desk until somebody took the four first steps on this console, or put them away. */
export function TourStrip() {
  const toured = usePicture((picture) => picture.session.toured !== false);
  return toured ? null : <OpenTour />;
}

function OpenTour() {
  const say = useSay();
  const { verbs } = useDesk();
  const [done, setDone] = useState<readonly FirstStep[]>([]);
  const taken = usePicture((picture) => stepTaken(picture, done));
  const next = nextStep(done);
  useEffect(() => {
    if (taken) setDone((before) => (before.includes(taken) ? before : [...before, taken]));
  }, [taken]);
  useEffect(() => {
    if (next === null) verbs.endTour();
  }, [next, verbs]);
  return (
    <section className="tour" aria-label={say('tour.title')}>
      <b className="tour-title">{say('tour.title')}</b>
      <ol>
        {FIRST_STEPS.map((step, index) => {
          const isDone = done.includes(step);
          return (
            <li key={step} aria-current={step === next ? 'step' : undefined} data-done={isDone}>
              <span className="tour-number" aria-hidden>
                {isDone ? <Check size={12} strokeWidth={2.5} /> : index + 1}
              </span>
              <span>
                <b>{say(`tour.${step}`)}</b>
                {isDone ? <span className="sr-only"> {say('tour.done')}</span> : null}
                {step === next ? <span className="tour-how"> {say(`tour.${step}.how`)}</span> : null}
              </span>
              {step === next ? <Kbd>{KEYS[step]}</Kbd> : null}
            </li>
          );
        })}
      </ol>
      <IconButton icon={X} label={say('tour.away')} onClick={() => verbs.endTour()} />
    </section>
  );
}
