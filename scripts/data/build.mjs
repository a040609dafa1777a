/** Builds every file of data/ that is derived: `npm run data`. Same input, same bytes. No network. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildMap } from './build-map.mjs';
import { buildPlaces, packPlaces } from './places.mjs';
import { csv, root } from './source.mjs';
import { STATES } from './state-list.mjs';
import { buildTowns } from './towns.mjs';

const write = (name, text) => {
  writeFileSync(join(root, 'data', name), text);
  process.stdout.write(`data/${name}: ${Math.round(text.length / 1024)} KB\n`);
};
const lines = (rows) => `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`;

/** Display town of an office: the town without its street or its older name. */
const SHORT = {
  KJG: 'Bangi',
  SBJ: 'Seberang Jaya',
  MLK: 'Ayer Keroh',
  LBN: 'Labuan',
  LGK: 'Langkawi',
  KMM: 'Kemaman',
  DGN: 'Dungun',
};
const short = ({ code, town }) => SHORT[code] ?? town.replace(/ \(.*/, '');

const branches = csv('data/branches.csv').map((row) => ({
  code: row.code,
  name: row.name,
  short: short(row),
  state: row.state,
  town: row.town,
  lat: Number(row.lat),
  lon: Number(row.lon),
  role: row.role,
  certainty: row.certainty,
  verified: row.certainty === 'A',
}));
const states = STATES.map(({ code, name, frame, label, capital }) => ({
  code,
  name,
  frame,
  labelLat: label[0],
  labelLon: label[1],
  capital: { name: capital[0], lat: capital[1], lon: capital[2] },
}));
const stateNames = STATES.map(({ name }) => name);
const places = buildPlaces(stateNames);
const packed = packPlaces(places, stateNames);
const kmMarkers = ['km-markers', 'km-markers-more']
  .flatMap((name) => csv(`data/source/${name}.csv`))
  .map((row) => ({
    ...row,
    km: Number(row.km),
    lat: Number(row.lat),
    lon: Number(row.lon),
  }));

write('branches.json', lines(branches));
write('states.json', lines(states));
write('districts.json', lines(csv('data/source/district-branches.csv')));
write('km-markers.json', lines(kmMarkers));
write('places.json', `{"states":${JSON.stringify(packed.states)},\n"rows":${lines(packed.rows).trimEnd()}}\n`);
write('towns.json', lines(buildTowns(places, branches, states)));
write('map.topo.json', `${JSON.stringify(buildMap(branches))}\n`);
