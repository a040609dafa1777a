import type { CSSProperties } from 'react';
import { branchByCode } from '#shared/geo/branches.ts';
import { CatchmentTip } from './catchment-tip.tsx';
import { HALVES } from './halves.ts';
import { clientPointOf, type LiveFrame } from './live-frame.ts';
import type { MapStageProps } from './map-stage-props.ts';
import type { Pin } from './pin.ts';
import { PinTip } from './pin-tip.tsx';
import type { StageLayout } from './stage-layout.ts';

/** The tip of the catchment under the pointer, in a corner that it does not cover. */
export function Tip(props: { layout: StageLayout; height: number; code: string; loads: MapStageProps['loads'] }) {
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

/** Names the pin under the pointer. */
export function OverPin({ stage, frame, pin }: { stage: HTMLElement; frame: LiveFrame; pin: Pin | undefined }) {
  if (!pin) return null;
  const box = stage.getBoundingClientRect();
  const point = clientPointOf(frame, pin.lat, pin.lon);
  const x = point.x - box.left;
  return <PinTip pin={pin} x={x} y={point.y - box.top} flip={x > box.width - 220} />;
}

/** Where the list of a cluster opens, stage px: beside the cluster, never over it. */
export function listPlace(stage: HTMLElement, frame: LiveFrame, pin: Pin | undefined): { x: number; y: number } {
  const box = stage.getBoundingClientRect();
  const point = pin ? clientPointOf(frame, pin.lat, pin.lon) : { x: box.left, y: box.top };
  const x = point.x - box.left;
  const y = Math.min(Math.max(8, point.y - box.top - 16), Math.max(8, box.height - 300));
  return { x: x + 290 > box.width ? x - 284 : x + 24, y };
}
