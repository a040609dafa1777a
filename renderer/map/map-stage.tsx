import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import 'leaflet/dist/leaflet.css';
import { useSay } from '#renderer/ui/use-say.ts';
import { mayDrop, washesOf } from './carried-plan.ts';
import { CarryOverlay } from './carry-overlay.tsx';
import { ClusterList } from './cluster-list.tsx';
import { HALVES } from './halves.ts';
import { type FrameKey, homeView } from './home-view.ts';
import { casesInView, Lasso } from './lasso.tsx';
import { Legend } from './legend.tsx';
import { LensLeaders } from './lens-leaders.tsx';
import { aimAt, type LiveFrame } from './live-frame.ts';
import './carry.css';
import { MapFrame } from './map-frame.tsx';
import type { MapStageProps } from './map-stage-props.ts';
import './map.css';
import { PickedPlace } from './picked-place.tsx';
import { ROW_READER } from './pin-sources.ts';
import { SceneContext } from './scene.ts';
import { countShade, nextShade, type Shade } from './shade-steps.ts';
import { listPlace, OverPin, Tip } from './stage-floats.tsx';
import { type StageLayout, stageLayout } from './stage-layout.ts';
import { useElementSize } from './use-element-size.ts';
import { useGoal } from './use-goal.ts';
import { useHands } from './use-hands.ts';
import { useLatest } from './use-latest.ts';
import { usePinField } from './use-pin-field.ts';
import { useRack } from './use-rack.ts';
import { useNewScene } from './use-scene.ts';
import { useStageDrag } from './use-stage-drag.ts';
import { useStageKeys } from './use-stage-keys.ts';
import { useTouchDrag } from './use-touch-drag.ts';
import { useWindowDrag } from './use-window-drag.ts';

const NO_ROWS: MapStageProps['rows'] = [];
const NO_COUNTS: ReadonlyMap<string, number> = new Map();

/** The desk's map: three linked frames, and what hovering, carrying and dropping need over them. */
export function MapStage(props: MapStageProps) {
  const { rows, clock, selectedCase, carried, hoveredBranch } = props;
  const say = useSay();
  const [stage, setStage] = useState<HTMLElement | null>(null);
  const [maximised, setMaximised] = useState<FrameKey | null>(null);
  const { w, h } = useElementSize(stage);
  const layout = useMemo(() => stageLayout(w, h, maximised), [w, h, maximised]);
  const pins = usePinField(rows, ROW_READER, clock);
  const selectedRow = useMemo(
    () => (selectedCase === null ? undefined : rows.find((row) => row.case === selectedCase)),
    [rows, selectedCase],
  );
  const { hands, frames, liveFrames, over, opened, close } = useHands(props);
  const offered = carried && carried.candidates.length > 0 ? carried.candidates : props.candidates;
  const rack = useRack(stage, layout, carried, offered, liveFrames);
  const proposed = rack?.candidates ?? offered;
  const candidates = useMemo(() => (carried ? [...proposed, ...carried.asked] : proposed), [proposed, carried]);
  const marks = useMemo(
    () => (props.marked.size === 0 ? NO_ROWS : rows.filter((row) => props.marked.has(row.case))),
    [rows, props.marked],
  );
  const marked = useMemo(() => new Set(marks.map(({ incident }) => incident)), [marks]);
  const washes = useMemo(
    () => washesOf(carried, proposed, hoveredBranch, selectedRow?.lead ?? null),
    [carried, proposed, hoveredBranch, selectedRow?.lead],
  );
  const [shade, setShade] = useState<Shade>('none');
  const counts = useMemo(
    () => (shade === 'none' ? NO_COUNTS : countShade(shade, rows, props.loads)),
    [shade, rows, props.loads],
  );
  const scene = useNewScene({
    element: stage,
    pin: w >= 800 ? 20 : 18,
    lang: props.lang,
    washes,
    // In a carry a hatch says refused, and nothing else.
    shade: carried ? 'none' : shade,
    counts,
    selectedIncident: selectedRow?.incident ?? null,
    carriedIncident: carried?.incident ?? null,
    marked,
    places: props.places,
    tileUrl: props.tileUrl,
  });
  useEffect(() => {
    if (!carried) close();
  }, [carried, close]);
  const goalIn = useGoal({
    goal: props.goal,
    frames,
    layout,
    maximised,
    busy: carried !== null,
    maximise: setMaximised,
    onOver: props.onGoalOver,
  });
  const maximise = useCallback((key: FrameKey) => setMaximised((old) => (old === key ? null : key)), []);
  const onSecond = useLatest(props.onSecond);
  const edges = useMemo(() => freeEdges(layout), [layout]);
  const follower = useRef<((x: number, y: number) => void) | null>(null);
  // The lens gives way where the rack needs its room, unless it is all there is.
  const ghosted = carried !== null && layout.semenanjung !== null && rack?.lensAway === true;
  const inPlay = () => liveFrames().filter(({ key }) => !(ghosted && key === 'lens'));
  const branchUnder = (x: number, y: number) => {
    const card = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-branch-card]');
    if (card) return card.dataset.branchCard ?? null;
    const aimed = aimAt(inPlay(), x, y);
    return aimed ? (aimed.branch?.code ?? hands.catchmentAt(aimed.lat, aimed.lon)) : null;
  };
  const dragHands = {
    branchUnder,
    aim: props.onAim,
    drop: props.onDrop,
    letGo: props.onLetGo,
    follow: (x: number, y: number) => follower.current?.(x, y),
  };
  const dragged = useStageDrag(stage, dragHands);
  const cameOver = useWindowDrag(stage, {
    ...dragHands,
    take: (cases) => props.onCarry(cases, 'drag'),
    inHand: props.inHand,
    dragging: dragged !== null,
  });
  const touched = useTouchDrag(stage, {
    pinnedAt: (x, y) => {
      const mark = aimAt(liveFrames(), x, y)?.mark;
      return mark?.count === 1 ? (mark.pins[0]?.movable ?? []) : [];
    },
    lift: hands.lift,
    holding: () => carried !== null,
    follow: (x, y) => follower.current?.(x, y),
    aim: (x, y) => props.onAim(branchUnder(x, y)),
    drop(x, y) {
      const branch = branchUnder(x, y);
      if (branch !== null) props.onDrop(branch);
      else props.onLetGo();
    },
    letGo: props.onLetGo,
  });
  const inAir = dragged ?? touched ?? cameOver;
  useStageKeys({
    carried: carried && carried.via !== 'drag' ? { candidates: proposed, target: carried.target } : null,
    mayDrop: (branch) => mayDrop(candidates, branch),
    aim: props.onAim,
    drop: props.onDrop,
    letGo: props.onLetGo,
    maximise: () => setMaximised((old) => (old ? null : frameInUse(liveFrames(), selectedRow?.lon ?? null))),
    home: () => {
      for (const frame of liveFrames()) frame.goHome();
    },
    shade: () => setShade(nextShade),
    pickInView(container) {
      const frame = liveFrames().find(({ map }) => map.getContainer().contains(container));
      if (frame) props.onMark(casesInView(frame), 'add');
    },
  });
  return (
    <section ref={setStage} className="map-stage" data-carrying={carried !== null} aria-label={say('map.stage')}>
      {scene && (
        <SceneContext value={scene}>
          {(['semenanjung', 'borneo', 'lens'] as const).map((key) => (
            <MapFrame
              key={key}
              frame={key}
              rect={layout[key]}
              pins={pins}
              hands={hands}
              maximised={maximised === key}
              ghosted={ghosted && key === 'lens'}
              goal={goalIn === key ? props.goal : null}
              edge={edges[key]}
              times={key === 'lens' && maximised === null ? magnification(layout) : null}
              onMaximise={maximise}
              onSecond={key === 'semenanjung' ? onSecond : null}
            />
          ))}
          {frames.semenanjung && frames.lens && layout.lens && !ghosted && (
            <LensLeaders
              parent={frames.semenanjung}
              lens={frames.lens}
              rect={layout.lens}
              height={layout.semenanjung?.h ?? 0}
            />
          )}
        </SceneContext>
      )}
      <p className="sr-only" role="status">
        {goalIn && props.goal?.name ? say('map.goal', { name: props.goal.name }) : ''}
      </p>
      {stage && (
        <Lasso
          stage={stage}
          frames={liveFrames}
          off={carried !== null}
          onGather={(cases) => props.onMark(cases, 'add')}
          onPick={hands.pick}
        />
      )}
      {marks.length > 0 && !carried && <PickedPlace layout={layout} marks={marks} {...props} />}
      {!carried && <Legend shade={shade} counts={counts} onShade={setShade} />}
      {!carried && hoveredBranch !== null && (
        <Tip layout={layout} height={h} code={hoveredBranch} loads={props.loads} />
      )}
      {stage && over && !carried && <OverPin stage={stage} frame={over.frame} pin={over.mark.pins[0]} />}
      {stage && opened && (
        <ClusterList
          key={`${opened.mark.x} ${opened.mark.y}`}
          mark={opened.mark}
          {...listPlace(stage, opened.frame, opened.mark.first(1)[0])}
          ghosted={carried !== null}
          onSelect={props.onSelect}
          onLift={hands.lift}
          onClose={close}
        />
      )}
      {stage && carried && rack && (
        <CarryOverlay
          stage={stage}
          props={props}
          carried={carried}
          candidates={proposed}
          judged={candidates}
          origin={pins.pinOf(carried.incident)}
          inAir={inAir}
          frames={liveFrames}
          slot={rack.slot}
          follower={follower}
        />
      )}
    </section>
  );
}

/** The legend and the lens lie over the right edge of Semenanjung. */
function freeEdges({ semenanjung, borneo, lens }: StageLayout): Record<FrameKey, { from: number; to: number }> {
  const from = semenanjung ? 0 : 64;
  return {
    semenanjung: { from: 104, to: lens ? lens.y - 8 : (semenanjung?.h ?? 0) },
    borneo: { from, to: borneo?.h ?? 0 },
    lens: { from, to: lens?.h ?? 0 },
  };
}

/** The frame under the pointer or in focus; else the half where the selected case lies. */
function frameInUse(frames: readonly LiveFrame[], lon: number | null): FrameKey {
  const used = frames.find(({ map }) => map.getContainer().matches(':hover, :focus-within'));
  return used?.key ?? (lon !== null && lon >= HALVES ? 'borneo' : 'semenanjung');
}

function magnification({ semenanjung, lens }: StageLayout): number | null {
  if (!semenanjung || !lens) return null;
  const levels = homeView('lens', lens.w, lens.h).zoom - homeView('semenanjung', semenanjung.w, semenanjung.h).zoom;
  return Math.round(2 ** levels * 10) / 10;
}
