import { useEffect, useRef } from 'react';
import { goingIn, type KeptPlan } from '#renderer/app/load-part.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useSay } from '#renderer/ui/use-say.ts';

interface PlanWaitsProps {
  plan: KeptPlan;
  onOpen(): void;
  onReplace(): void;
}

/** Before another plan is begun: one waits already, and is not lost unasked. */
export function PlanWaits({ plan, onOpen, onReplace }: PlanWaitsProps) {
  const say = useSay();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.querySelector('button')?.focus(), []);
  return (
    <div ref={place} className="load-waits" role="alert">
      <p>{say('load.plan.one-waits', { n: goingIn(plan) })}</p>
      <p className="load-do">
        <Button onClick={onOpen}>{say('load.plan.open')}</Button>
        <Button onClick={onReplace}>{say('load.plan.replace')}</Button>
      </p>
    </div>
  );
}
