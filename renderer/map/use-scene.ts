import { useMemo, useState } from 'react';
import { branches } from '#shared/geo/branches.ts';
import { mapTopology } from '#shared/geo/map-topology.ts';
import { towns } from '#shared/geo/towns.ts';
import type { Lang } from '#shared/text/lang.ts';
import { say } from '#shared/text/say.ts';
import { litBranches } from './carried-plan.ts';
import { buildLandPaths } from './land-paths.ts';
import { markSize } from './mark-size.ts';
import { createMeasure } from './measure-text.ts';
import type { PlacesOfCase } from './paint-around.ts';
import type { Wash } from './paint-wash.ts';
import type { Scene } from './scene.ts';
import type { Shade } from './shade-steps.ts';
import { usePalette } from './use-palette.ts';

export interface SceneInput {
  /** Where the tokens are read. */
  element: Element | null;
  pin: number;
  lang: Lang;
  washes: readonly Wash[];
  shade: Shade;
  counts: ReadonlyMap<string, number>;
  selectedIncident: string | null;
  carriedIncident: string | null;
  marked: ReadonlySet<string>;
  places: PlacesOfCase | null;
  tileUrl: string | null;
}

const offices = branches.filter(({ role }) => role !== 'headquarters');

/** The scene of a stage or wall; null until the theme's tokens are known. */
export function useNewScene(input: SceneInput): Scene | null {
  const { element, pin, lang, washes, shade, counts, selectedIncident, carriedIncident, marked, places, tileUrl } =
    input;
  const [paths] = useState(() => buildLandPaths(mapTopology));
  const palette = usePalette(element);
  // A new palette also means that the fonts may have come: widths are measured afresh.
  const measure = useMemo(() => createMeasure(palette?.cond ?? ''), [palette]);
  const size = useMemo(() => markSize(pin), [pin]);
  const lit = useMemo(() => litBranches(washes), [washes]);
  const word = useMemo<Scene['word']>(() => (key) => say(lang, key), [lang]);
  return useMemo(
    () =>
      palette && {
        paths,
        palette,
        measure,
        size,
        branches: offices,
        towns,
        washes,
        shade,
        counts,
        lit,
        word,
        selectedIncident,
        carriedIncident,
        marked,
        places,
        tileUrl,
      },
    [
      paths,
      palette,
      measure,
      size,
      washes,
      shade,
      counts,
      lit,
      word,
      selectedIncident,
      carriedIncident,
      marked,
      places,
      tileUrl,
    ],
  );
}
