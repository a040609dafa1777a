import { useLayoutEffect, useState } from 'react';
import type { Candidate } from '#shared/contract/view/desk.ts';
import { branchByCode } from '#shared/geo/branches.ts';
import { isRefused } from './carried-plan.ts';
import { type LiveFrame, stagePointOf } from './live-frame.ts';
import type { RackSlot } from './rack-slot.ts';

interface Leader {
  branch: string;
  path: string;
  kind: 'target' | 'candidate' | 'refused';
}

export interface RackLeadersProps {
  stage: HTMLElement;
  rack: HTMLElement;
  frames(): readonly LiveFrame[];
  candidates: readonly Candidate[];
  target: string | null;
  /** The side of its frame the rack keeps to. */
  side: RackSlot['side'];
  /** Changes whenever cards or frames may have moved. */
  stamp: string;
}

/** Px a leader runs level beside its card. */
const ELBOW = 10;

/** A thin line from each card to its office on the map. */
export function RackLeaders({ stage, rack, frames, candidates, target, side, stamp }: RackLeadersProps) {
  const [leaders, setLeaders] = useState<readonly Leader[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the stamp says that what is measured here has moved.
  useLayoutEffect(() => {
    const origin = stage.getBoundingClientRect();
    const cards = [...rack.querySelectorAll<HTMLElement>('[data-branch-card]')];
    setLeaders(
      cards.flatMap((card) => {
        const office = branchByCode(card.dataset.branchCard ?? '');
        const candidate = candidates.find(({ branch }) => branch === office?.code);
        const end = office ? stagePointOf(stage, frames(), office.lat, office.lon) : null;
        if (!office || !candidate || !end) return [];
        const box = card.getBoundingClientRect();
        const left = side === 'right';
        const edge = (left ? box.left : box.right) - origin.left;
        const y = box.top - origin.top + 16;
        const kind = office.code === target ? 'target' : isRefused(candidate) ? 'refused' : 'candidate';
        return [
          { branch: office.code, path: `M${edge},${y}H${edge + (left ? -ELBOW : ELBOW)}L${end.x},${end.y}`, kind },
        ];
      }),
    );
  }, [stage, rack, frames, candidates, target, side, stamp]);
  return (
    <svg className="map-leaders" aria-hidden="true">
      {leaders
        .toSorted((a, b) => Number(a.kind === 'target') - Number(b.kind === 'target'))
        .map(({ branch, path, kind }) => (
          <path key={branch} d={path} data-kind={kind} />
        ))}
    </svg>
  );
}
