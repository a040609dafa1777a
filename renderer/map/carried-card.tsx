import type { Ref } from 'react';
import { Meanwhile } from '#renderer/app/meanwhile.tsx';
import { UrgencyGlyph } from '#renderer/ui/urgency-glyph.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import type { Urgency } from '#shared/clocks/urgency.ts';
import type { Candidate } from '#shared/contract/view/desk.ts';
import { isRefused } from './carried-plan.ts';

export interface CarriedCardProps {
  ref: Ref<HTMLElement>;
  number: string;
  urgency: Urgency;
  /** Cases beside the first. */
  more: number;
  /** Branch under the pointer, and what is known of it. */
  target: string | null;
  judgement: Candidate | null;
}

/** The card at the pointer: what is carried, and what will happen on release. Moved by its stage without drawing again. */
export function CarriedCard({ ref, number, urgency, more, target, judgement }: CarriedCardProps) {
  const say = useSay();
  const verdict = target === null ? 'none' : judgement && isRefused(judgement) ? 'no' : (judgement?.verdict ?? 'yes');
  return (
    <aside ref={ref} className="map-carried" aria-live="polite" data-verdict={verdict}>
      <span className="map-carried-what">
        <UrgencyGlyph urgency={urgency} size={18} />
        <b>{number}</b>
        {more > 0 && <span>{say('map.more', { n: more })}</span>}
      </span>
      <Meanwhile />
      {target === null || verdict === 'none' ? (
        <small>{say('map.carry.nowhere')}</small>
      ) : verdict === 'no' ? (
        <>
          <small>{say('map.carry.refused', { branch: target })}</small>
          <small>{judgement ? say.ref(judgement.refused ?? judgement.reason) : ''}</small>
        </>
      ) : (
        <small>{say(verdict === 'yes' ? 'map.carry.drop' : 'map.carry.with-reason', { branch: target })}</small>
      )}
    </aside>
  );
}
