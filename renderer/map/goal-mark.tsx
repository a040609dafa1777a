import { useMap } from 'react-leaflet';
import type { Goal } from '#renderer/app/store/find-goal.ts';
import { originInFrame } from './live-frame.ts';
import { unitX, unitY } from './mercator.ts';
import { useRedraw } from './use-redraw.ts';
import './goal.css';

/** Half the side of the corners round a place, px; round a box they stand this far off it. */
const ROUND = 22;
const OFF = 6;
const ARM = 9;

/** Four corners and the name: what the map was asked to show, for as long as it is there. */
export function GoalMark({ goal }: { goal: Goal }) {
  const map = useMap();
  useRedraw(map, 'move zoom resize');
  const { x: width, y: height } = map.getSize();
  if (width === 0) return null;
  const { k, x0, y0 } = originInFrame(map);
  const { lat, lon, extent, name } = goal;
  const px = (degrees: number) => x0 + unitX(degrees) * k;
  const py = (degrees: number) => y0 + unitY(degrees) * k;
  const box = extent
    ? [px(extent.west) - OFF, py(extent.north) - OFF, px(extent.east) + OFF, py(extent.south) + OFF]
    : [px(lon) - ROUND, py(lat) - ROUND, px(lon) + ROUND, py(lat) + ROUND];
  const [left = 0, top = 0, right = 0, foot = 0] = box.map((value) => Math.round(value) + 0.5);
  const corners = [
    `M${left},${top + ARM}v${-ARM}h${ARM}`,
    `M${right - ARM},${top}h${ARM}v${ARM}`,
    `M${right},${foot - ARM}v${ARM}h${-ARM}`,
    `M${left + ARM},${foot}h${-ARM}v${-ARM}`,
  ].join('');
  return (
    <div className="map-goal" aria-hidden="true">
      <svg width={width} height={height} aria-hidden="true">
        <path className="map-goal-ground" d={corners} />
        <path d={corners} />
      </svg>
      {name !== '' && <span style={{ left: (left + right) / 2, top: foot + 4 }}>{name}</span>}
    </div>
  );
}
