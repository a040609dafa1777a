import { useMemo } from 'react';
import type { Carried } from '#renderer/app/desk-context.ts';
import type { Candidate } from '#shared/contract/view/desk.ts';
import { branchByCode } from '#shared/geo/branches.ts';
import { isRefused } from './carried-plan.ts';
import { lensAway } from './lens-away.ts';
import { type LiveFrame, originInFrame, stagePointOf } from './live-frame.ts';
import { rackOrder } from './rack-order.ts';
import { rackFit } from './rack-rows.ts';
import { chooseSlot, RACK_WIDTH, type RackSlot, rackSlots } from './rack-slot.ts';
import type { StageLayout } from './stage-layout.ts';

export interface Rack {
  slot: RackSlot;
  /** From top to bottom, which is also their keys 1–9. */
  candidates: readonly Candidate[];
  /** The lens must make room for it, or for an office under the lens. */
  lensAway: boolean;
}

/**
 * Where the rack stands and in which order its cards lie. Settled when the candidates come: what moves afterwards, the
 * pointer or the map, moves no card. @returns null with empty hands or no stage.
 */
export function useRack(
  stage: HTMLElement | null,
  layout: StageLayout,
  carried: Carried | null,
  candidates: readonly Candidate[],
  frames: () => readonly LiveFrame[],
): Rack | null {
  const incident = carried?.incident ?? null;
  const known = candidates.map(({ branch }) => branch).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the branches stand for the candidates; frames are looked at once.
  const place = useMemo(() => {
    if (!stage || incident === null) return null;
    const shown = frames();
    const office = (code: string) => {
      const branch = branchByCode(code);
      return branch ? stagePointOf(stage, shown, branch.lat, branch.lon) : null;
    };
    const marks = marksOf(stage, shown, incident);
    const origin = marks.find((mark) => mark.isOrigin);
    const ends = candidates.flatMap((candidate) => (isRefused(candidate) ? [] : (office(candidate.branch) ?? [])));
    const points = origin ? [...ends, origin] : ends;
    const slot = chooseSlot(rackSlots(layout), {
      ends: points,
      marks: marks.filter((mark) => mark !== origin),
      cards: (room) => rackFit(candidates, room),
    });
    if (!slot) return null;
    const box = { x: slot.x, y: slot.y, w: RACK_WIDTH, h: rackFit(candidates, slot.room).height };
    return {
      slot,
      order: rackOrder(candidates).map(({ branch }) => branch),
      lensAway: lensAway(layout.lens, box, points),
    };
  }, [stage, layout, incident, known]);
  return useMemo(() => {
    if (!place) return null;
    const byCode = new Map(candidates.map((candidate) => [candidate.branch, candidate]));
    return { ...place, candidates: place.order.flatMap((code) => byCode.get(code) ?? []) };
  }, [place, candidates]);
}

/** Every mark of the frames that stay while something is carried, stage px; the one with this incident is the origin. */
function marksOf(stage: HTMLElement, frames: readonly LiveFrame[], incident: string) {
  return frames
    .filter(({ key }) => key !== 'lens' || frames.length === 1)
    .flatMap((frame) => {
      const { x0, y0 } = originInFrame(frame.map);
      const box = stage.getBoundingClientRect();
      const own = frame.map.getContainer().getBoundingClientRect();
      const [left, top] = [own.left - box.left + x0, own.top - box.top + y0];
      const layout = frame.layout();
      const origin = layout.markOf(incident);
      return layout.marks.map((mark) => {
        return { x: left + mark.x, y: top + mark.y, urgency: mark.urgency, isOrigin: mark === origin };
      });
    });
}
