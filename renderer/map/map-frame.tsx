import type { Map as LeafletMap } from 'leaflet';
import { AppWindow, House, Maximize2, Minimize2 } from 'lucide-react';
import { memo, useEffect, useMemo, useRef, useState } from 'react';
import { MapContainer, TileLayer } from 'react-leaflet';
import type { Goal } from '#renderer/app/store/find-goal.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { useSay } from '#renderer/ui/use-say.ts';
import { BranchList } from './branch-list.tsx';
import { EdgeScale } from './edge-scale.tsx';
import { FrameCamera } from './frame-camera.tsx';
import { FrameLayers } from './frame-layers.tsx';
import type { FramePins } from './frame-marks.ts';
import { FramePointer } from './frame-pointer.tsx';
import { GoalMark } from './goal-mark.tsx';
import { EAST_HALF, WEST_HALF } from './halves.ts';
import { type FrameKey, homeView } from './home-view.ts';
import type { LiveFrame } from './live-frame.ts';
import { MarkList } from './mark-list.tsx';
import { pxPerUnit } from './mercator.ts';
import { type StageHands, useScene } from './scene.ts';
import type { Rect } from './stage-layout.ts';
import { useFrameLayout } from './use-frame-layout.ts';

export interface MapFrameProps {
  frame: FrameKey;
  rect: Rect | null;
  pins: FramePins;
  hands: StageHands;
  maximised: boolean;
  /** Out of the way but still there: a drag may have begun in it. */
  ghosted: boolean;
  /** What it was asked to show, for as long as that is marked. */
  goal: Goal | null;
  /** How much closer than its parent; only the lens says it. */
  times: number | null;
  /** Heights between which nothing lies over the frame's right edge, px. */
  edge: { from: number; to: number };
  onMaximise(frame: FrameKey): void;
  /** Opens a second desk, where there can be one. */
  onSecond: (() => void) | null;
}

const REACH: Record<FrameKey, number> = { semenanjung: 4.5, borneo: 5.5, lens: 3 };

/** One viewport: a Leaflet map with our canvases, its title, edge and lists. */
export const MapFrame = memo(function MapFrame({
  frame: key,
  rect,
  pins,
  hands,
  maximised,
  ghosted,
  goal,
  times,
  edge,
  onMaximise,
  onSecond,
}: MapFrameProps) {
  const say = useSay();
  const { tileUrl, branches } = useScene();
  const [map, setMap] = useState<LeafletMap | null>(null);
  const [away, setAway] = useState(false);
  const layout = useFrameLayout(pins, key === 'borneo' ? EAST_HALF : WEST_HALF, true, map);
  const latest = useRef(layout);
  latest.current = layout;
  const [w, h] = [rect?.w ?? 0, rect?.h ?? 0];
  const home = useMemo(() => homeView(key, Math.max(w, 100), Math.max(h, 100)), [key, w, h]);
  const live = useMemo<LiveFrame | null>(
    () =>
      map
        ? {
            key,
            map,
            layout: () => latest.current.at(pxPerUnit(map.getZoom())),
            goHome: () => map.setView([home.lat, home.lon], home.zoom, { animate: false }),
          }
        : null,
    [key, map, home],
  );
  const name = say(`map.frame.${key}`);
  useEffect(() => {
    hands.attend(rect ? live : null, key);
    return () => hands.attend(null, key);
  }, [hands, live, key, rect]);
  useEffect(() => {
    const container = map?.getContainer();
    container?.setAttribute('role', 'application');
    container?.setAttribute('aria-label', say('map.frame.keys', { frame: name }));
  }, [map, say, name]);
  const style = rect ? { left: rect.x, top: rect.y, width: rect.w, height: rect.h } : { display: 'none' };
  return (
    <section
      className={`map-frame map-frame-${key}`}
      style={style}
      data-frame={key}
      data-ghosted={ghosted}
      aria-label={name}
    >
      <MapContainer
        ref={setMap}
        className="map-canvas"
        center={[home.lat, home.lon]}
        zoom={home.zoom}
        zoomSnap={0}
        zoomDelta={0.5}
        wheelPxPerZoomLevel={180}
        wheelDebounceTime={20}
        minZoom={3}
        maxZoom={13}
        zoomControl={false}
        boxZoom={false}
        attributionControl={false}
        zoomAnimation={false}
        fadeAnimation={false}
        bounceAtZoomLimits={false}
      >
        {tileUrl !== null && <TileLayer url={tileUrl} />}
        <FrameCamera home={home} width={w} height={h} reach={REACH[key]} onLeftHome={setAway} />
        <FrameLayers layout={layout} fadeOf={pins.fade} context={key !== 'lens'} scale={1} />
        <EdgeScale ticks={key !== 'lens' || maximised} from={edge.from} to={edge.to} />
        <BranchList name={name} branches={branches} />
        {goal && <GoalMark goal={goal} />}
        {live && <FramePointer frame={live} hands={hands} />}
        {live && <MarkList frame={live} layout={layout} pins={pins} hands={hands} name={name} />}
      </MapContainer>
      <header className="map-title">
        <h3>
          {name}
          {times !== null && <small> {say('map.lens.times', { times })}</small>}
        </h3>
        <span className="map-tools" data-away={away}>
          <IconButton
            icon={maximised ? Minimize2 : Maximize2}
            size={14}
            label={maximised ? say('map.restore') : say('map.maximise', { frame: name })}
            onClick={() => onMaximise(key)}
          />
          {onSecond && <IconButton icon={AppWindow} size={14} label={say('map.second')} onClick={onSecond} />}
          {away && <IconButton icon={House} size={14} label={say('map.home')} onClick={() => live?.goHome()} />}
        </span>
      </header>
    </section>
  );
});
