import { useLayoutEffect, useState } from 'react';
import type { Candidate } from '#shared/contract/view/desk.ts';
import { branchByCode } from '#shared/geo/branches.ts';
import { isRefused } from './ghost-card.tsx';
import { clientPointOf, type LiveFrame } from './live-frame.ts';

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
  /** Changes whenever cards or frames may have moved. */
  stamp: string;
}

/** A thin line from each card to its office on the map. */
export function RackLeaders({ stage, rack, frames, candidates, target, stamp }: RackLeadersProps) {
  const [leaders, setLeaders] = useState<readonly Leader[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the stamp says that what is measured here has moved.
  useLayoutEffect(() => {
    const origin = stage.getBoundingClientRect();
    const foot = rack.getBoundingClientRect().bottom;
    const cards = [...rack.querySelectorAll<HTMLElement>('[data-branch-card]')];
    setLeaders(
      cards.flatMap((card, i) => {
        const office = branchByCode(card.dataset.branchCard ?? '');
        const candidate = candidates.find(({ branch }) => branch === office?.code);
        const from = office ? pointOn(frames(), office.lat, office.lon) : null;
        if (!office || !candidate || !from) return [];
        const box = card.getBoundingClientRect();
        const toLeft = from.x > box.right;
        const edge = (toLeft ? box.right : box.left) - origin.left;
        const y = box.top - origin.top + 16;
        const elbow = edge + (toLeft ? 18 : -18);
        const kind = office.code === target ? 'target' : isRefused(candidate) ? 'refused' : 'candidate';
        const start = `M${from.x - origin.left},${from.y - origin.top}`;
        // Offices below the rack: up beside the cards in a bundle, not behind them.
        const below = from.y > foot && !toLeft;
        const bend = edge - 8 - 4 * i;
        const way = below ? `L${bend},${foot - origin.top + 16}V${y}H${edge}` : `L${elbow},${y}H${edge}`;
        return [{ branch: office.code, path: start + way, kind }];
      }),
    );
  }, [stage, rack, frames, candidates, target, stamp]);
  return (
    <svg className="map-leaders" aria-hidden="true">
      {leaders.map(({ branch, path, kind }) => (
        <path key={branch} d={path} data-kind={kind} />
      ))}
    </svg>
  );
}

/** Where an office shows: in the frame that has it, the lens apart, which gives way. */
function pointOn(frames: readonly LiveFrame[], lat: number, lon: number): { x: number; y: number } | null {
  for (const frame of frames) {
    if (frame.key === 'lens' && frames.length > 1) continue;
    const point = clientPointOf(frame, lat, lon);
    const box = frame.map.getContainer().getBoundingClientRect();
    if (point.x > box.left && point.x < box.right && point.y > box.top && point.y < box.bottom) return point;
  }
  return null;
}
