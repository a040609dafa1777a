import { useCallback, useMemo, useRef, useState } from 'react';
import { createLocator } from '#shared/geo/locate.ts';
import { mapTopology } from '#shared/geo/map-topology.ts';
import { mayDrop } from './carried-plan.ts';
import type { FrameKey } from './home-view.ts';
import { FRAMES_FROM_TOP, type LiveFrame } from './live-frame.ts';
import type { MapStageProps } from './map-stage-props.ts';
import { zoomInto } from './open-cluster.ts';
import type { Mark } from './pin.ts';
import type { StageHands } from './scene.ts';

/** What the pointer rests on, or a cluster that was opened. */
export interface Held {
  frame: LiveFrame;
  mark: Mark;
}

export type Frames = Partial<Record<FrameKey, LiveFrame>>;

/** The stage's hands (the same object always) and what they hold. */
export function useHands(props: MapStageProps) {
  const [locator] = useState(() => createLocator(mapTopology));
  const [frames, setFrames] = useState<Frames>({});
  const [over, setOver] = useState<Held | null>(null);
  const [opened, setOpened] = useState<Held | null>(null);
  const latest = useRef({ props, frames });
  latest.current = { props, frames };
  const hovered = useRef<string | null>(null);
  const hands = useMemo<StageHands>(() => {
    const pickCase = (mark: Mark) => {
      const cases = mark.pins[0]?.cases ?? [];
      const selected = latest.current.props.selectedCase;
      const at = selected === null ? -1 : cases.indexOf(selected);
      return cases[(at + 1) % Math.max(1, cases.length)];
    };
    return {
      attend: (frame, key) => setFrames(({ [key]: _, ...rest }) => (frame ? { ...rest, [key]: frame } : rest)),
      hover(at) {
        const { props: now } = latest.current;
        // Carried by keys or menu, the pointer aims as it would in a drag; what a drag is over, its drop target says.
        const aims = now.carried !== null && now.carried.via !== 'drag';
        const branch = aims || (!now.carried && !at?.mark) ? (at?.branch ?? null) : null;
        if (branch !== hovered.current) {
          hovered.current = branch;
          if (!now.carried) now.onHoverBranch(branch);
          else if (aims && branch !== null) now.onAim(branch);
        }
        const mark = at?.mark?.count === 1 && !now.carried ? at.mark : null;
        setOver((old) => (old?.mark === mark || (!old && !mark) ? old : at && mark ? { frame: at.frame, mark } : null));
      },
      press(frame, mark, branch) {
        const { props: now } = latest.current;
        setOver(null);
        if (now.carried) {
          if (branch !== null && now.carried.via !== 'drag' && mayDrop(now.carried.candidates, branch))
            now.onDrop(branch);
          return;
        }
        if (!mark) {
          setOpened(null);
          return;
        }
        if (mark.count > 1) {
          setOpened(zoomInto(frame.map, mark) ? null : { frame, mark });
          return;
        }
        setOpened(null);
        const chosen = pickCase(mark);
        if (chosen !== undefined) latest.current.props.onSelect(chosen);
      },
      lift(cases) {
        setOver(null);
        hovered.current = null;
        latest.current.props.onHoverBranch(null);
        latest.current.props.onCarry(cases, 'drag');
      },
      pick(mark) {
        const cases = mark.pins.flatMap((pin) => pin.movable);
        const { marked, onMark } = latest.current.props;
        onMark(cases, cases.every((id) => marked.has(id)) ? 'toggle' : 'add');
      },
      menu(mark, at) {
        const first = mark.first(1)[0]?.cases[0];
        if (mark.count === 1 && first !== undefined) latest.current.props.onMenu(first, at);
      },
      catchmentAt: (lat, lon) => locator.catchmentAt(lat, lon),
    };
  }, [locator]);
  const liveFrames = useCallback(
    () => FRAMES_FROM_TOP.map((key) => latest.current.frames[key]).filter((frame) => frame !== undefined),
    [],
  );
  const close = useCallback(() => setOpened(null), []);
  return { hands, frames, liveFrames, over, opened, close };
}
