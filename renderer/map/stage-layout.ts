import { type FrameKey, lensSide } from './home-view.ts';

/** A frame's place on the stage, px. */
export interface Rect {
  x: number;
  y: number;
  w: number;
  h: number;
}

/** Which frames show and where; null hides one. */
export type StageLayout = Readonly<Record<FrameKey, Rect | null>>;

/** Px the lens keeps from the right and lower edge of its parent. */
const LENS_RIGHT = 12;
const LENS_FOOT = 28;

/** Splits the stage: Semenanjung over Borneo with the lens in the former, or one frame over all. All px. */
export function stageLayout(width: number, height: number, maximised: FrameKey | null): StageLayout {
  const whole = { x: 0, y: 0, w: width, h: height };
  if (width < 2 || height < 2) return { semenanjung: null, borneo: null, lens: null };
  if (maximised === 'borneo') return { semenanjung: null, borneo: whole, lens: null };
  if (maximised === 'lens') return { semenanjung: null, borneo: null, lens: whole };
  const upper = maximised === 'semenanjung' ? height : Math.round(height * (width >= 800 ? 0.584 : 0.603));
  const side = lensSide(width, upper);
  return {
    semenanjung: { x: 0, y: 0, w: width, h: upper },
    borneo: maximised === 'semenanjung' ? null : { x: 0, y: upper + 1, w: width, h: height - upper - 1 },
    lens: side > 0 ? { x: width - LENS_RIGHT - side, y: upper - LENS_FOOT - side, w: side, h: side } : null,
  };
}
