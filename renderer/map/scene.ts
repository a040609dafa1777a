import { createContext, useContext } from 'react';
import type { Branch } from '#shared/domain/branch.ts';
import type { Town } from '#shared/geo/towns.ts';
import type { LandPaths } from './land-paths.ts';
import type { Measure } from './layout-marks.ts';
import type { LiveFrame } from './live-frame.ts';
import type { MarkSize } from './mark-size.ts';
import type { PlacesOfCase } from './paint-around.ts';
import type { MarkStyle } from './paint-marks.ts';
import type { Wash } from './paint-wash.ts';
import type { Palette } from './palette.ts';
import type { Mark } from './pin.ts';
import type { Shade } from './shade-steps.ts';

/** What all frames of a stage or wall draw alike; a new object only when something in it changed. */
export interface Scene {
  paths: LandPaths;
  palette: Palette;
  measure: Measure;
  size: MarkSize;
  branches: readonly Branch[];
  towns: readonly Town[];
  washes: readonly Wash[];
  /** What the land is shaded by, and the counts of its areas. */
  shade: Shade;
  counts: ReadonlyMap<string, number>;
  lit: MarkStyle['lit'];
  word: MarkStyle['word'];
  selectedIncident: string | null;
  carriedIncident: string | null;
  marked: MarkStyle['marked'];
  /** Where the selected case plays. */
  places: PlacesOfCase | null;
  tileUrl: string | null;
}

/** What frames tell their stage. */
export interface StageHands {
  /** A frame came (its latest self) or went. */
  attend(frame: LiveFrame | null, key: LiveFrame['key']): void;
  /** The pointer rests on this, or left the frame (null). */
  hover(at: { frame: LiveFrame; mark: Mark | null; branch: string | null } | null): void;
  /** A press on a mark, or on land: with cases in hand it drops them on the branch there. */
  press(frame: LiveFrame, mark: Mark | null, branch: string | null): void;
  /** A drag has begun with these cases. */
  lift(cases: readonly string[]): void;
  /** Picks the mark's cases, or lets go of them again. */
  pick(mark: Mark): void;
  menu(mark: Mark, at: { x: number; y: number }): void;
  /** The branch whose catchment holds a place, or null at sea. */
  catchmentAt(lat: number, lon: number): string | null;
}

export const SceneContext = createContext<Scene | null>(null);

/** The scene around this component. @throws Error outside a `SceneContext`. */
export function useScene(): Scene {
  const scene = useContext(SceneContext);
  if (!scene) throw new Error('no map scene around this component');
  return scene;
}
