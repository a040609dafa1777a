import type { Act } from '#shared/contract/acts.ts';
import { between, pick, type Random } from './random.ts';

type VictimAct = Extract<Act, { kind: 'describe-victim' }>;
type KinAct = Extract<Act, { kind: 'describe-kin' }>;

const MEN = [
  'Azmi bin Rosdan',
  'Hafizul bin Tamrin',
  'Khairul bin Deraman',
  'Rizal bin Yusop',
  'Tan Boon Heng',
  'Lee Kah Wai',
  'Wong Siew Keong',
  'Murugan a/l Perumal',
  'Ganesan a/l Velu',
  'Suresh a/l Maniam',
  'Jainal bin Kasim',
  'Jeffrey anak Lidi',
  'Stanley Gimbang',
  'Md Rafiq Uddin',
  'Ali Hosen',
  'Budi Santoso',
  'Ram Bahadur',
  'Aung Min',
  'Faizal bin Katan',
  'Ng Chee Hong',
] as const;
const WOMEN = [
  'Rohana binti Sidek',
  'Siti Mastura binti Wahid',
  'Chong Mei Fong',
  'Kavitha a/p Rajan',
  'Norliza binti Kadir',
  'Agnes anak Jugah',
  'Sri Wahyuni',
] as const;
const KIN_NAMES = [
  'Halimah',
  'Zubaidah',
  'Lim Ah Moi',
  'Letchumy',
  'Rosmah',
  'Dayang',
  'Maimun',
  'Vasanthi',
  'Ooi Lay Peng',
  'Imran',
] as const;
const WORK = [
  'buruh binaan',
  'pemandu lori',
  'operator kilang',
  'juruteknik',
  'pekerja ladang',
  'pengawal keselamatan',
  'penghantar makanan',
  'nelayan',
  'juruelektrik',
  'pembantu kedai',
] as const;
const EMPLOYERS = [
  'Contoh Maju Sdn. Bhd.',
  'Rekaan Bina Sdn. Bhd.',
  'Ladang Contoh Bhd.',
  'Kilang Rekaan (M) Sdn. Bhd.',
  'Pengangkutan Contoh Enterprise',
] as const;
const RELATIONS = ['ibu', 'bapa', 'anak', 'abang'] as const;
const SPOUSE = { male: 'isteri', female: 'suami' } as const;

/** A victim who never was: invented name marked as demo, a MyKad whose place code and date cannot exist. */
export function inventVictim(random: Random, id: string): VictimAct {
  const female = random() < 0.18;
  const age = Math.floor(between(random, 20, 59));
  const year = String((2026 - age) % 100).padStart(2, '0');
  const serial = String(Math.floor(random() * 10_000)).padStart(4, '0');
  return {
    kind: 'describe-victim',
    case: id,
    name: `${pick<string>(random, female ? WOMEN : MEN)} (demo)`,
    idNumber: `${year}0231-00-${serial}`,
    sex: female ? 'female' : 'male',
    age,
    occupation: pick(random, WORK),
    employer: pick(random, EMPLOYERS),
  };
}

/** What is known where kin are invented: the victim's sex, and the town the heirs are said to live in. */
interface HouseOf {
  sex: VictimAct['sex'] | null;
  town: string | null;
}

/** Next of kin who never was; the phone number cannot be dialled. */
export function inventKin(random: Random, id: string, { sex, town }: HouseOf): KinAct {
  const tail = String(Math.floor(random() * 100)).padStart(2, '0');
  return {
    kind: 'describe-kin',
    case: id,
    name: `${pick(random, KIN_NAMES)} (demo)`,
    phone: `010-000 00${tail}`,
    relation: pick<string>(random, sex ? [SPOUSE[sex], SPOUSE[sex], ...RELATIONS] : RELATIONS),
    ...(town === null ? {} : { town }),
  };
}

/** Notes of the desk and the squads; nothing in them is real. */
export const NOTES = [
  'Waris minta pegawai datang selepas zohor.',
  'Majikan belum hantar Borang 21, akan dihubungi semula esok pagi.',
  'Balai polis sahkan identiti mangsa; laporan menyusul.',
  'Keluarga tiada kenderaan, squad akan ambil dokumen di rumah.',
  'Hospital: mangsa stabil di wad ortopedik.',
  'Ada pihak menawarkan khidmat berbayar kepada waris; waris dimaklumkan faedah adalah percuma.',
  'Jenazah dituntut keluarga, permit pengebumian ada.',
  'Employer confirms contributions up to last month.',
] as const;
