/** Town labels: capitals and big cities first, then offices, then by population, no two of a rank too close. */

const FIRST = [
  'Kuala Lumpur',
  'Johor Bahru',
  'George Town',
  'Ipoh',
  'Kuantan',
  'Kota Bharu',
  'Kuala Terengganu',
  'Alor Setar',
  'Seremban',
  'Melaka',
  'Kota Kinabalu',
  'Kuching',
  'Miri',
  'Sibu',
  'Sandakan',
  'Tawau',
  'Bandar Labuan',
  'Bintulu',
];
const FOURTH = [
  'Gerik',
  'Gua Musang',
  'Jerantut',
  'Kuala Tahan',
  'Tanah Rata',
  'Mersing',
  'Kudat',
  'Semporna',
  'Kapit',
  'Belaga',
  'Lawas',
  'Marudi',
  'Mukah',
  'Sri Aman',
  'Betong',
  'Serian',
  'Lundu',
  'Ranau',
  'Beaufort',
  'Tenom',
  'Kota Belud',
  'Kinabatangan',
  'Kuala Rompin',
  'Muadzam Shah',
  'Pekan',
  'Bahau',
  'Gemas',
  'Kuala Berang',
  'Jerteh',
  'Marang',
  'Paka',
  'Kerteh',
  'Jeli',
  'Tanah Merah',
  'Machang',
  'Pasir Mas',
  'Baling',
  'Sik',
  'Jitra',
  'Padang Besar',
  'Arau',
  'Pengerang',
  'Pontian',
  'Tangkak',
  'Labis',
  'Yong Peng',
  'Simpang Renggam',
  'Desaru',
  'Bentong',
  'Karak',
  'Maran',
  'Gambang',
  'Cherating',
  'Bario',
  'Long Lama',
  'Tatau',
  'Balingian',
  'Dalat',
  'Daro',
  'Saratok',
  'Kanowit',
  'Song',
  'Tambunan',
  'Nabawan',
  'Telupid',
  'Tongod',
  'Kunak',
  'Kota Marudu',
  'Pitas',
  'Tuaran',
  'Papar',
  'Sipitang',
  'Kuala Penyu',
  'Beluran',
  'Pangkor',
  'Lumut',
  'Kuala Kangsar',
  'Slim River',
  'Port Dickson',
  'Tampin',
  'Kuala Klawang',
  'Alor Gajah',
  'Jasin',
  'Putrajaya',
  'Port Klang',
  'Kajang',
  'Sepang',
  'Sabak Bernam',
];
const GAP = { 1: 0.2, 2: 0.12, 3: 0.06, 4: 0.055 };
const LIMIT = 210;

/** About 200 towns as {name, lat, lon, rank}, rank 1 (always shown) to 4 (shown when zoomed in). */
export function buildTowns(places, branches, states) {
  const wanted = [];
  const find = (name) => places.filter((place) => place.name === name).sort((a, b) => b.population - a.population)[0];
  const capitals = new Map(states.map(({ capital }) => [capital.name, capital]));
  for (const name of FIRST) wanted.push({ name, at: capitals.get(name) ?? find(name), rank: 1 });
  for (const branch of branches.filter(({ role }) => role !== 'headquarters')) {
    wanted.push({ name: branch.short, at: branch, rank: branch.role === 'state office' ? 2 : 3 });
  }
  for (const name of FOURTH) wanted.push({ name, at: find(name), rank: 4 });
  const byPopulation = places
    .filter(({ population }) => population > 0)
    .sort((a, b) => b.population - a.population || (a.name < b.name ? -1 : 1));
  for (const place of byPopulation)
    wanted.push({
      name: place.name,
      at: place,
      rank: place.population > 200_000 ? 2 : place.population > 60_000 ? 3 : 4,
    });
  const out = [];
  for (const { name, at, rank } of wanted) {
    if (!at) throw new Error(`town label: no place named ${name}`);
    if (/^(Kampung|Kampong|Taman|Kemajuan|Felda|FELDA|Mukim|Bandar Baru Air|Kawasan) /.test(name)) continue;
    if (out.length >= LIMIT) break;
    if (out.some((town) => town.name === name || Math.hypot(town.lat - at.lat, town.lon - at.lon) < GAP[rank]))
      continue;
    out.push({ name, lat: at.lat, lon: at.lon, rank });
  }
  return out;
}
