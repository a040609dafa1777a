import { useMemo, useState, useSyncExternalStore } from 'react';
import 'leaflet/dist/leaflet.css';
import { MapContainer } from 'react-leaflet';
import type { DeskClock } from '#renderer/app/desk-clock.ts';
import { useSay } from '#renderer/ui/use-say.ts';
import type { WallCase } from '#shared/contract/view/wall.ts';
import { FrameCamera } from './frame-camera.tsx';
import { FrameLayers } from './frame-layers.tsx';
import type { FramePins } from './frame-marks.ts';
import { EAST_HALF, WEST_HALF } from './halves.ts';
import { wallView } from './home-view.ts';
import './map.css';
import { WALL_READER } from './pin-sources.ts';
import { SceneContext } from './scene.ts';
import { useElementSize } from './use-element-size.ts';
import { useFrameLayout } from './use-frame-layout.ts';
import { usePinField } from './use-pin-field.ts';
import { useNewScene } from './use-scene.ts';

export interface WallMapProps {
  cases: readonly WallCase[];
  clock: DeskClock;
}

/** Share of the width that Semenanjung has: 800 of 1920 px. */
const WEST_SHARE = 800 / 1920;
const NO_COUNTS: ReadonlyMap<string, number> = new Map();
const NO_WASHES = [] as const;
const NONE: ReadonlySet<string> = new Set();

/** The wall's map: both halves side by side, large pins, nothing to touch. Fills its parent. */
export function WallMap({ cases, clock }: WallMapProps) {
  const say = useSay();
  const [wall, setWall] = useState<HTMLElement | null>(null);
  const { w, h } = useElementSize(wall);
  const open = useMemo(() => cases.filter((item) => item.open), [cases]);
  const pins = usePinField(open, WALL_READER, clock);
  const scene = useNewScene({
    element: wall,
    pin: 46,
    lang: say.lang,
    washes: NO_WASHES,
    shade: 'none',
    counts: NO_COUNTS,
    selectedIncident: null,
    carriedIncident: null,
    marked: NONE,
    places: null,
    tileUrl: null,
  });
  const split = Math.round(w * WEST_SHARE);
  return (
    <div ref={setWall} className="wall-map">
      {scene && w > 0 && h > 0 && (
        <SceneContext value={scene}>
          <WallFrame frame="semenanjung" left={0} width={split} height={h} pins={pins} />
          <WallFrame frame="borneo" left={split + 1} width={w - split - 1} height={h} pins={pins} />
        </SceneContext>
      )}
    </div>
  );
}

interface WallFrameProps {
  frame: 'semenanjung' | 'borneo';
  left: number;
  width: number;
  height: number;
  pins: FramePins;
}

const stay = () => {};

function WallFrame({ frame, left, width, height, pins }: WallFrameProps) {
  const say = useSay();
  const half = frame === 'borneo' ? EAST_HALF : WEST_HALF;
  const layout = useFrameLayout(pins, half, false, null);
  const home = useMemo(() => wallView(frame, width, height), [frame, width, height]);
  useSyncExternalStore(pins.subscribe, () => pins.stamp);
  const label = say(`map.wall.${frame}`, pins.countIn(half));
  return (
    <div role="img" aria-label={label} className="map-frame" style={{ left, top: 0, width, height }} data-frame={frame}>
      <MapContainer
        className="map-canvas"
        center={[home.lat, home.lon]}
        zoom={home.zoom}
        zoomSnap={0}
        minZoom={3}
        maxZoom={13}
        zoomControl={false}
        attributionControl={false}
        zoomAnimation={false}
        dragging={false}
        keyboard={false}
        scrollWheelZoom={false}
        doubleClickZoom={false}
        boxZoom={false}
      >
        <FrameCamera home={home} width={width} height={height} reach={90} onLeftHome={stay} />
        <FrameLayers layout={layout} fadeOf={pins.fade} context={false} scale={1.6} />
      </MapContainer>
    </div>
  );
}
