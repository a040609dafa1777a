import { expect, test } from 'vitest';
import { homeView, KLANG_VALLEY, lensSide, wallView } from './home-view.ts';
import { latOf, lonOf, pxPerUnit, unitX, unitY } from './mercator.ts';
import { scaleBar } from './scale-bar.ts';
import { stageLayout } from './stage-layout.ts';

/** Where a place lies in a frame, px. */
function at(view: { lat: number; lon: number; zoom: number }, w: number, h: number, lat: number, lon: number) {
  const k = pxPerUnit(view.zoom);
  return { x: w / 2 + (unitX(lon) - unitX(view.lon)) * k, y: h / 2 + (unitY(lat) - unitY(view.lat)) * k };
}

const ENDS = { perlis: [6.72, 100.2], langkawi: [6.3, 99.65], johor: [1.27, 104.28] } as const;

test.each([
  [680, 780],
  [912, 960],
  [640, 700],
])('on a stage of %i × %i all of Semenanjung shows beside the lens, and all of Borneo', (w, h) => {
  const { semenanjung, borneo, lens } = stageLayout(w, h, null);
  if (!semenanjung || !borneo || !lens) throw new Error('a frame is missing');
  expect(semenanjung.h + 1 + borneo.h).toBe(h);
  const view = homeView('semenanjung', semenanjung.w, semenanjung.h);
  for (const [lat, lon] of Object.values(ENDS)) {
    const { x, y } = at(view, semenanjung.w, semenanjung.h, lat, lon);
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(lens.x);
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(semenanjung.h);
  }
  const east = homeView('borneo', borneo.w, borneo.h);
  for (const [lat, lon] of [
    [0.86, 111.4],
    [7.35, 117.1],
    [5.1, 119.27],
    [2.05, 109.55],
  ] as const) {
    const { x, y } = at(east, borneo.w, borneo.h, lat, lon);
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(borneo.w);
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(borneo.h);
  }
});

test('the lens has its drawn sizes and is left out where it would cover land', () => {
  expect(lensSide(680, 470)).toBe(212);
  expect(lensSide(912, 560)).toBe(276);
  expect(lensSide(420, 470)).toBe(0);
});

test('the lens magnifies the Klang Valley about 2.7 times', () => {
  const lens = homeView('lens', 212, 212);
  const parent = homeView('semenanjung', 680, 470);
  expect(2 ** (lens.zoom - parent.zoom)).toBeCloseTo(2.65, 1);
  expect(lens.lon).toBeCloseTo((KLANG_VALLEY.west + KLANG_VALLEY.east) / 2);
});

test('a wall fits both halves', () => {
  const west = wallView('semenanjung', 800, 866);
  for (const [lat, lon] of Object.values(ENDS)) {
    const { x, y } = at(west, 800, 866, lat, lon);
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(800);
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(866);
  }
});

test('one frame over all hides the others', () => {
  expect(stageLayout(900, 900, 'borneo')).toMatchObject({ semenanjung: null, lens: null, borneo: { w: 900, h: 900 } });
  expect(stageLayout(0, 0, null)).toEqual({ semenanjung: null, borneo: null, lens: null });
});

test('units and degrees turn into each other', () => {
  expect(lonOf(unitX(101.7))).toBeCloseTo(101.7, 9);
  expect(latOf(unitY(3.15))).toBeCloseTo(3.15, 9);
  expect(unitY(1)).toBeGreaterThan(unitY(7));
});

test('a scale bar is a round distance of its true length', () => {
  const bar = scaleBar(77.5, 1);
  expect(bar.km).toBe(100);
  expect(bar.px).toBeCloseTo(69.6, 0);
});
