import type { Source } from '#shared/domain/incident-kind.ts';
import type { Lead } from './lead.ts';
import { pick, type Random } from './random.ts';

/** Sentences whose place is put in, so that a long feed does not tell the same accident at the same spot again. */
const FRAMES: readonly (readonly [text: string, source: Source])[] = [
  ['Penunggang motosikal pulang syif malam maut dilanggar kereta di {place}', 'press'],
  ['Pekerja pasar raya cedera terjatuh dari tangga di {place}', 'hotline'],
  ['Rider cedera terbabas elak lubang di {place}', 'social'],
  ['Buruh kontrak maut jatuh dari bumbung stor di {place}', 'press'],
  ['Factory worker injured by press machine in {place}', 'electronic'],
  ['Pemandu van sekolah maut dalam kemalangan tiga kenderaan di {place}', 'press'],
  ['Bomba: seorang pekerja melecur kebakaran bengkel kereta di {place}', 'agency'],
  ['Security guard assaulted on duty in {place}', 'social'],
  ['Juruwayar cedera terkena renjatan ketika memasang papan tanda di {place}', 'agency'],
  ['Pekerja kebun disahkan meninggal selepas digigit ular di {place}', 'community'],
  ['Lorry attendant killed while changing tyre near {place}', 'electronic'],
  ['Kakitangan klinik cedera dalam kemalangan ambulans di {place}', 'agency'],
  ['Pekerja stesen minyak cedera dirempuh kereta di {place}', 'social'],
  ['Pengendali jentera cedera parah jentolak terbalik di {place}', 'press'],
  ['Pemungut sampah maut digilis lori sampah di {place}', 'press'],
  ['Tukang cat cedera jatuh tiga tingkat di sekolah di {place}', 'community'],
  ['Pekerja restoran pengsan terhidu gas di {place}', 'hotline'],
];

/** The same of two victims. */
const PAIR_FRAMES: typeof FRAMES = [
  ['Two delivery workers hurt in collision in {place}', 'electronic'],
  ['Seorang maut, seorang cedera nahas lori dan motosikal di {place}', 'press'],
  ['Dua buruh cedera perancah runtuh di {place}', 'agency'],
  ['Pemandu dan kelindan cedera lori terbabas di {place}', 'press'],
];

const PLACES: readonly (readonly [name: string, state: string, lat: number, lon: number])[] = [
  ['Kangar', 'Perlis', 6.441, 100.199],
  ['Alor Setar', 'Kedah', 6.121, 100.36],
  ['Kulim', 'Kedah', 5.365, 100.562],
  ['Seberang Jaya', 'Pulau Pinang', 5.397, 100.401],
  ['Nibong Tebal', 'Pulau Pinang', 5.166, 100.478],
  ['Ipoh', 'Perak', 4.598, 101.09],
  ['Kuala Kangsar', 'Perak', 4.772, 100.942],
  ['Kampar', 'Perak', 4.308, 101.153],
  ['Gombak', 'Selangor', 3.254, 101.654],
  ['Puchong', 'Selangor', 3.032, 101.617],
  ['Sabak Bernam', 'Selangor', 3.77, 100.988],
  ['Cheras', 'Kuala Lumpur', 3.106, 101.735],
  ['Seremban', 'Negeri Sembilan', 2.73, 101.938],
  ['Bahau', 'Negeri Sembilan', 2.806, 102.403],
  ['Jasin', 'Melaka', 2.309, 102.43],
  ['Merlimau', 'Melaka', 2.146, 102.424],
  ['Pontian', 'Johor', 1.487, 103.389],
  ['Yong Peng', 'Johor', 2.013, 103.063],
  ['Labis', 'Johor', 2.386, 103.02],
  ['Pekan', 'Pahang', 3.489, 103.39],
  ['Bentong', 'Pahang', 3.523, 101.909],
  ['Jerantut', 'Pahang', 3.936, 102.363],
  ['Setiu', 'Terengganu', 5.524, 102.741],
  ['Marang', 'Terengganu', 5.206, 103.206],
  ['Machang', 'Kelantan', 5.764, 102.215],
  ['Tanah Merah', 'Kelantan', 5.809, 102.148],
  ['Kudat', 'Sabah', 6.884, 116.847],
  ['Tuaran', 'Sabah', 6.179, 116.232],
  ['Tenom', 'Sabah', 5.13, 115.946],
  ['Papar', 'Sabah', 5.733, 115.932],
  ['Labuan', 'Labuan', 5.28, 115.247],
  ['Serian', 'Sarawak', 1.168, 110.566],
  ['Betong', 'Sarawak', 1.412, 111.526],
  ['Marudi', 'Sarawak', 4.181, 114.32],
  ['Lawas', 'Sarawak', 4.853, 115.406],
];

/** A lead made of a sentence and a place. @param victims one, or two for any more. */
export function framedLead(random: Random, victims: number): Lead {
  const [text, source] = pick(random, victims > 1 ? PAIR_FRAMES : FRAMES);
  const [name, state, lat, lon] = pick(random, PLACES);
  return { text: text.replace('{place}', name), state, lat, lon, source };
}
