import { type CSSProperties, useEffect, useMemo, useRef, useState } from 'react';
import 'leaflet/dist/leaflet.css';
import { useSay } from '#renderer/ui/use-say.ts';
import { branchByCode } from '#shared/geo/branches.ts';
import { mayDrop, washesOf } from './carried-plan.ts';
import { CarryOverlay } from './carry-overlay.tsx';
import { CatchmentTip } from './catchment-tip.tsx';
import { ClusterList } from './cluster-list.tsx';
import { type FrameKey, homeView } from './home-view.ts';
import { Legend } from './legend.tsx';
import { LensLeaders } from './lens-leaders.tsx';
import { aimAt, clientPointOf, type LiveFrame } from './live-frame.ts';
import './carry.css';
import { MapFrame } from './map-frame.tsx';
import type { MapStageProps } from './map-stage-props.ts';
import './map.css';
import type { Pin } from './pin.ts';
import { createRowSources } from './pin-sources.ts';
import { PinTip } from './pin-tip.tsx';
import { SceneContext } from './scene.ts';
import { type StageLayout, stageLayout } from './stage-layout.ts';
import { useElementSize } from './use-element-size.ts';
import { useHands } from './use-hands.ts';
import { usePins } from './use-pins.ts';
import { useRack } from './use-rack.ts';
import { useNewScene } from './use-scene.ts';
import { useStageDrag } from './use-stage-drag.ts';
import { useStageKeys } from './use-stage-keys.ts';

/** Which half a longitude belongs to; between them lies only sea. */
const HALVES = 107;

/** The desk's map: three linked frames, and what hovering, carrying and dropping need over them. */
export function MapStage(props: MapStageProps) {
  const { rows, clock, selectedCase, carried, hoveredBranch } = props;
  const say = useSay();
  const [stage, setStage] = useState<HTMLElement | null>(null);
  const [maximised, setMaximised] = useState<FrameKey | null>(null);
  const { w, h } = useElementSize(stage);
  const layout = useMemo(() => stageLayout(w, h, maximised), [w, h, maximised]);
  const [sourceOf] = useState(() => createRowSources(clock));
  const sources = useMemo(() => rows.map(sourceOf), [rows, sourceOf]);
  const pins = usePins(sources, clock);
  const west = useMemo(() => pins.filter(({ lon }) => lon < HALVES), [pins]);
  const east = useMemo(() => pins.filter(({ lon }) => lon >= HALVES), [pins]);
  const selectedRow = useMemo(() => rows.find((row) => row.case === selectedCase), [rows, selectedCase]);
  const { hands, frames, liveFrames, over, opened, close } = useHands(props);
  const offered = carried && carried.candidates.length > 0 ? carried.candidates : props.candidates;
  const rack = useRack(stage, layout, carried, offered, liveFrames);
  const candidates = rack?.candidates ?? offered;
  const washes = useMemo(
    () => washesOf(carried, candidates, hoveredBranch, selectedRow?.lead ?? null),
    [carried, candidates, hoveredBranch, selectedRow?.lead],
  );
  const scene = useNewScene({
    element: stage,
    pin: w >= 800 ? 20 : 18,
    lang: props.lang,
    washes,
    selectedIncident: selectedRow?.incident ?? null,
    carriedIncident: carried?.incident ?? null,
    tileUrl: props.tileUrl,
  });
  useEffect(() => {
    if (!carried) close();
  }, [carried, close]);
  const follower = useRef<((x: number, y: number) => void) | null>(null);
  // The lens gives way to the rack, unless it is all there is.
  const ghosted = carried !== null && layout.semenanjung !== null;
  const inPlay = () => liveFrames().filter(({ key }) => !(ghosted && key === 'lens'));
  const inAir = useStageDrag(stage, {
    branchUnder(x, y) {
      const card = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-branch-card]');
      if (card) return card.dataset.branchCard ?? null;
      const aimed = aimAt(inPlay(), x, y);
      return aimed ? (aimed.branch?.code ?? hands.catchmentAt(aimed.lat, aimed.lon)) : null;
    },
    mayDrop: (branch) => mayDrop(candidates, branch),
    aim: props.onAim,
    drop: props.onDrop,
    letGo: props.onLetGo,
    follow: (x, y) => follower.current?.(x, y),
  });
  useStageKeys({
    carried: carried && carried.via !== 'drag' ? { candidates, target: carried.target } : null,
    mayDrop: (branch) => mayDrop(candidates, branch),
    aim: props.onAim,
    drop: props.onDrop,
    letGo: props.onLetGo,
    maximise: () => setMaximised((old) => (old ? null : frameInUse(liveFrames(), selectedRow?.lon ?? null))),
    home: () => {
      for (const frame of liveFrames()) frame.goHome();
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
              pins={key === 'borneo' ? east : west}
              hands={hands}
              maximised={maximised === key}
              ghosted={ghosted && key === 'lens'}
              edge={freeEdge(layout, key)}
              times={key === 'lens' && maximised === null ? magnification(layout) : null}
              onMaximise={() => setMaximised((old) => (old === key ? null : key))}
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
      {!carried && <Legend />}
      {!carried && hoveredBranch !== null && (
        <Tip layout={layout} height={h} code={hoveredBranch} loads={props.loads} />
      )}
      {stage && over && !carried && <OverPin stage={stage} frame={over.frame} pin={over.mark.pins[0]} />}
      {stage && opened && (
        <ClusterList
          pins={opened.mark.pins}
          {...listPlace(stage, opened.frame, opened.mark.pins[0])}
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
          candidates={candidates}
          pins={pins}
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
function freeEdge(layout: StageLayout, key: FrameKey): { from: number; to: number } {
  const last = layout[key]?.h ?? 0;
  if (key !== 'semenanjung') return { from: layout.semenanjung ? 0 : 64, to: last };
  return { from: 64, to: layout.lens ? layout.lens.y - 8 : last };
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

function Tip(props: { layout: StageLayout; height: number; code: string; loads: MapStageProps['loads'] }) {
  const { layout, height, code, loads } = props;
  const branch = branchByCode(code);
  if (!branch) return null;
  const { semenanjung, borneo, lens } = layout;
  let style: CSSProperties = { right: 12, bottom: 40 };
  if (branch.lon >= HALVES && borneo) style = { left: 12, top: borneo.y + 36 };
  else if (lens && semenanjung) style = { right: 12, bottom: height - lens.y + 11 };
  else if (semenanjung) style = { right: 12, bottom: height - semenanjung.h + 40 };
  return <CatchmentTip branch={branch} load={loads.get(code)} style={style} />;
}

function OverPin({ stage, frame, pin }: { stage: HTMLElement; frame: LiveFrame; pin: Pin | undefined }) {
  if (!pin) return null;
  const box = stage.getBoundingClientRect();
  const point = clientPointOf(frame, pin.lat, pin.lon);
  const x = point.x - box.left;
  return <PinTip pin={pin} x={x} y={point.y - box.top} flip={x > box.width - 220} />;
}

/** Beside the cluster, never over it. */
function listPlace(stage: HTMLElement, frame: LiveFrame, pin: Pin | undefined): { x: number; y: number } {
  const box = stage.getBoundingClientRect();
  const point = pin ? clientPointOf(frame, pin.lat, pin.lon) : { x: box.left, y: box.top };
  const x = point.x - box.left;
  const y = Math.min(Math.max(8, point.y - box.top - 16), Math.max(8, box.height - 300));
  return { x: x + 290 > box.width ? x - 284 : x + 24, y };
}
