import { memo } from 'react';
import { useMap } from 'react-leaflet';
import { useSay } from '#renderer/ui/use-say.ts';
import type { Branch } from '#shared/domain/branch.ts';
import { originInFrame } from './live-frame.ts';
import { unitX, unitY } from './mercator.ts';
import { useRedraw } from './use-redraw.ts';

/** The offices in view in words; `data-x`, `data-y`: px from the frame's left upper corner. */
export const BranchList = memo(function BranchList({ name, branches }: { name: string; branches: readonly Branch[] }) {
  const map = useMap();
  const say = useSay();
  useRedraw(map, 'moveend zoomend resize');
  const size = map.getSize();
  if (size.x === 0) return null;
  const { k, x0, y0 } = originInFrame(map);
  return (
    <ul className="sr-only" aria-label={say('map.branches', { frame: name })}>
      {branches.map(({ code, short, lat, lon }) => {
        const [x, y] = [Math.round(x0 + unitX(lon) * k), Math.round(y0 + unitY(lat) * k)];
        if (x < 0 || y < 0 || x > size.x || y > size.y) return null;
        return (
          <li key={code} data-branch={code} data-x={x} data-y={y}>
            {say('map.branch', { code, town: short })}
          </li>
        );
      })}
    </ul>
  );
});
