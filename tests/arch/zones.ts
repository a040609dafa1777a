/** A zone of the house: where it lives, which zones it may import, and which libraries only it may. */
export interface Zone {
  name: string;
  holds: RegExp;
  imports: readonly string[];
}

const PURE = ['kit', 'domain', 'contract'];
const SHARED = [...PURE, 'text', 'clocks', 'geo', 'fusion', 'sync'];
const PAGE = [...SHARED, 'app', 'bridge', 'ui', 'map'];

/** Which way imports may go. A zone may always import itself; a feature never another feature. */
export const ZONES: readonly Zone[] = [
  { name: 'kit', holds: /^shared\/kit\//, imports: [] },
  { name: 'domain', holds: /^shared\/domain\//, imports: ['kit'] },
  { name: 'contract', holds: /^shared\/contract\//, imports: ['kit', 'domain'] },
  { name: 'text', holds: /^shared\/text\//, imports: ['kit', 'domain'] },
  { name: 'clocks', holds: /^shared\/clocks\//, imports: [...PURE, 'data'] },
  { name: 'geo', holds: /^shared\/geo\//, imports: [...PURE, 'data'] },
  { name: 'fusion', holds: /^shared\/fusion\//, imports: [...PURE, 'data'] },
  { name: 'sync', holds: /^shared\/sync\//, imports: PURE },
  { name: 'engine', holds: /^electron\/engine\//, imports: [...SHARED, 'data'] },
  { name: 'host', holds: /^electron\/host\//, imports: [...SHARED, 'engine'] },
  { name: 'preload', holds: /^electron\/preload\//, imports: PURE },
  { name: 'main', holds: /^electron\/main\//, imports: [...SHARED, 'engine'] },
  { name: 'central', holds: /^central\//, imports: [...SHARED, 'data'] },
  { name: 'app', holds: /^renderer\/app\//, imports: [...PAGE, 'feature'] },
  { name: 'bridge', holds: /^renderer\/bridge\//, imports: PURE },
  { name: 'ui', holds: /^renderer\/ui\//, imports: [...SHARED] },
  { name: 'map', holds: /^renderer\/map\//, imports: [...SHARED, 'app', 'ui'] },
  { name: 'feature', holds: /^renderer\/features\//, imports: PAGE },
  { name: 'page', holds: /^renderer\/[^/]+$/, imports: ['app'] },
  { name: 'tests', holds: /^tests\//, imports: ['*'] },
  { name: 'scripts', holds: /^scripts\//, imports: ['*'] },
  { name: 'data', holds: /^data\//, imports: [] },
  { name: 'root', holds: /^(\.[^/]+|[^/]+)$/, imports: [] },
];

/** Libraries that belong to some places alone. Tests and scripts (set-up, data, bench) are free. */
export const RESERVED: readonly { library: RegExp; only: RegExp; why: string }[] = [
  { library: /^(leaflet|react-leaflet)(\/|$)/, only: /^renderer\/map\//, why: 'only the map knows Leaflet' },
  {
    library: /^(knex|sqlite3|pg|better-sqlite3|libsql)(\/|$)/,
    only: /^(electron\/engine|central)\/store\//,
    why: 'only the two stores know a driver',
  },
  {
    library: /^electron(-updater)?(\/|$)/,
    only: /^electron\/(main|preload)\//,
    why: 'only the shell knows Electron',
  },
  { library: /^(react|react-dom|@mantine\/.+|@tanstack\/.+)(\/|$)/, only: /^renderer\//, why: 'only pages know React' },
  { library: /^node:/, only: /^(central|electron|[^/]+$)/, why: 'pure code and pages do without Node' },
];

/** Names of the zones whose pattern holds this path: exactly one for a sound tree. */
export function zonesOf(path: string): string[] {
  return ZONES.filter(({ holds }) => holds.test(path)).map(({ name }) => name);
}
