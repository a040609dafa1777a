import { useEffect, useRef, useState } from 'react';
import type { Goal } from '#renderer/app/store/find-goal.ts';
import { glide } from './glide.ts';
import { goalFrame, goalView } from './goal-view.ts';
import { type FrameKey, homeView } from './home-view.ts';
import type { StageLayout } from './stage-layout.ts';
import type { Frames } from './use-hands.ts';

/** How long the mark stands at the place, ms. */
const MARK_MS = 8_000;
/** Where a key belongs to someone else than the map. */
const TAKEN = 'dialog[open], [role="dialog"], [role="menu"], [aria-modal="true"]';

export interface GoalParts {
  goal: Goal | null;
  frames: Frames;
  layout: StageLayout;
  maximised: FrameKey | null;
  /** Cases are carried: keys are theirs. */
  busy: boolean;
  maximise(frame: FrameKey): void;
  /** The mark has stood long enough, or somebody went home. */
  onOver(): void;
}

/**
 * Takes the camera of the right frame to where the desk was asked to go, bringing that frame to the front when another
 * fills the stage. For a few seconds a mark stands there and Esc goes back home. @returns the frame with the mark, or null
 */
export function useGoal({ goal, frames, layout, maximised, busy, maximise, onOver }: GoalParts): FrameKey | null {
  const [marked, setMarked] = useState<{ goal: Goal; frame: FrameKey } | null>(null);
  const latest = useRef({ maximise, onOver, busy });
  latest.current = { maximise, onOver, busy };
  const gone = useRef<Goal | null>(null);
  const stop = useRef(() => {});
  const key = goal && goalFrame(goal, maximised);
  const frame = key ? frames[key] : undefined;
  const rect = key && layout[key];
  useEffect(() => {
    if (!goal || !key || gone.current === goal || !(layout.semenanjung || layout.borneo || layout.lens)) return;
    // Another frame fills the stage: this one comes with the next drawing.
    if (!rect) return latest.current.maximise(key);
    if (!frame) return;
    gone.current = goal;
    stop.current();
    const { w: width, h: height } = rect;
    const free = key === 'semenanjung' && layout.lens ? layout.lens.x : width;
    const home = homeView(key, width, height).zoom;
    stop.current = glide(frame.map, goalView(goal, { width, height, free, home }));
    setMarked({ goal, frame: key });
  }, [goal, key, frame, rect, layout]);
  useEffect(() => () => stop.current(), []);
  const mark = goal !== null && marked?.goal === goal ? marked : null;
  useEffect(() => {
    if (mark === null) return;
    const timer = setTimeout(() => latest.current.onOver(), MARK_MS);
    return () => clearTimeout(timer);
  }, [mark]);
  const goHome = frame?.goHome;
  useEffect(() => {
    if (mark === null || !goHome) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || latest.current.busy) return;
      if (event.target instanceof Element && event.target.matches('input, textarea, select')) return;
      if (document.querySelector(TAKEN)) return;
      event.preventDefault();
      event.stopPropagation();
      stop.current();
      goHome();
      latest.current.onOver();
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [mark, goHome]);
  return mark?.frame ?? null;
}
