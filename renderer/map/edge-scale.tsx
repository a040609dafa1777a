import { memo } from 'react';
import { useMap } from 'react-leaflet';
import { useSay } from '#renderer/ui/use-say.ts';
import { originInFrame } from './live-frame.ts';
import { latOf, lonOf, unitX, unitY } from './mercator.ts';
import { degreeStep } from './paint-ground.ts';
import { scaleBar } from './scale-bar.ts';
import { useRedraw } from './use-redraw.ts';

const degrees = (value: number) => `${Math.round(value * 100) / 100}°`;

export interface EdgeScaleProps {
  /** The lens has none. */
  ticks: boolean;
  /** Heights between which the right edge is free of other things, px. */
  from: number;
  to: number;
}

/** Degrees at the edges and a scale bar, for the camera as it stands. */
export const EdgeScale = memo(function EdgeScale({ ticks, from, to }: EdgeScaleProps) {
  const map = useMap();
  const say = useSay();
  useRedraw(map, 'move zoom resize');
  const { x: width, y: height } = map.getSize();
  if (width === 0) return null;
  const { k, x0, y0 } = originInFrame(map);
  const bar = scaleBar(k, latOf((height - y0) / k));
  const foot = height - 12;
  return (
    <svg className="map-edge" width={width} height={height} aria-hidden="true">
      {ticks && (
        <Ticks k={k} x0={x0} y0={y0} width={width} height={height} barEnd={12 + bar.px + 70} from={from} to={to} />
      )}
      <path d={`M12,${foot - 4}v4h${bar.px}v-4`} />
      <text x={12 + bar.px + 5} y={foot}>
        {say('map.scale', { km: String(bar.km) })}
      </text>
    </svg>
  );
});

interface TicksProps extends Omit<EdgeScaleProps, 'ticks'> {
  k: number;
  x0: number;
  y0: number;
  width: number;
  height: number;
  barEnd: number;
}

function Ticks({ k, x0, y0, width, height, barEnd, from, to }: TicksProps) {
  const step = degreeStep(k);
  const lons = steps(lonOf(-x0 / k), lonOf((width - x0) / k), step).map((lon) => ({ lon, x: x0 + unitX(lon) * k }));
  const lats = steps(latOf((height - y0) / k), latOf(-y0 / k), step).map((lat) => ({ lat, y: y0 + unitY(lat) * k }));
  return (
    <>
      {lons
        .filter(({ x }) => x > barEnd && x < width - 60)
        .map(({ lon, x }) => (
          <text key={lon} x={x} y={height - 5} textAnchor="middle">
            {degrees(lon)}
          </text>
        ))}
      {lats
        .filter(({ y }) => y > Math.max(24, from) && y < Math.min(height - 16, to))
        .map(({ lat, y }) => (
          <text key={lat} x={width - 5} y={y + 3.5} textAnchor="end">
            {degrees(lat)}
          </text>
        ))}
    </>
  );
}

function steps(from: number, to: number, step: number): number[] {
  const out: number[] = [];
  for (let i = Math.ceil(from / step); i * step <= to; i++) out.push(i * step);
  return out;
}
