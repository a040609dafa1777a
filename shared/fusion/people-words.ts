/** Number words of both languages; composed numbers ("dua puluh lima") are worked out by the reader. */
export const NUMBERS: Readonly<Record<string, number>> = {
  seorang: 1,
  satu: 1,
  dua: 2,
  tiga: 3,
  empat: 4,
  lima: 5,
  enam: 6,
  tujuh: 7,
  lapan: 8,
  sembilan: 9,
  sepuluh: 10,
  sebelas: 11,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  twenty: 20,
  dozen: 12,
  pasangan: 2,
  couple: 2,
  duo: 2,
  trio: 3,
};

const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Words after a number that make it something other than a count of people. */
export const UNITS =
  set(`tahun tingkat meter metre metres km kilometer jam pagi petang malam tengah hari bulan minggu minit saat tan kg
  year years storey storeys floor floors feet foot kaki unit buah peratus per am pm mac januari februari april mei jun julai ogos
  september oktober november disember january february march may june july august october december jan feb mar apr jul aug sep oct nov
  dec batu nautika nautical ekar hektar hectares acres m juta ribu million ringgit inci inch inches keping biji lubang tangki lori kereta
  kenderaan treler motosikal bas vehicles cars lorries rumah houses houses kilang machines days hours minutes weeks months th st nd rd
  jentera balai stations`);

export const DEATH =
  set(`maut tewas terbunuh meninggal mati terkorban rentung korban kematian killed kills kill killing dies died dead death
  deaths fatal fatally die perished lives nyawa mengorbankan meragut membunuh mayat body bodies drowned drowns lemas electrocuted mendiang
  allahyarham crushed`);
export const INJURY =
  set(`cedera parah melecur luka kecederaan patah putus injured injures injuring injury injuries hurt wounded burned
  burnt burns scalded scald cederakan critical fracture fractured loses severed mencederakan`);
export const MISSING = set('hilang missing');
export const ILLNESS = set('sakit rebah pengsan unconscious keracunan poisoning poisoned');
/** All those in trouble: what became of some of them may be told after. */
export const TRAPPED = set('tertimbus ditimbus terperangkap terkambus terkubur buried trapped entombed');

/** Outcomes in the plural: without a number they count nobody. */
export const PLURAL = set('deaths bodies injuries lives');
/** Words that say no more of whom: an outcome with nothing else before it in its clause is that of people already told of. */
export const SAME_PEOPLE =
  set(`dipercayai dikhuatiri dikuatiri disahkan telah sudah kemudian lalu terus akhirnya sebelum dan serta selepas mangsa beliau dia akibat
  kerana di later then who he she was were has been believed feared and before after of from in but dunia`);
/** A number after these is a date, a place or an age. */
export const NOT_PEOPLE =
  set(`km kilometer tingkat jalan seksyen section presint rm umur berusia aged batu no blok lot felda usia
  mac januari februari april mei jun julai ogos september oktober november disember january february march may june july august
  october december jan feb mar apr jul aug sep sept oct nov dec`);

/** Words before an outcome that deny it. */
export const NOT = set('tiada tidak tanpa nyaris hampir bukan no not without escaped nearly almost unhurt never');
/** Words that make a death only feared: the person is missing. */
export const FEARED = set('dikhuatiri dikuatiri dipercayai feared fear believed');
/** Verbs whose number of people comes after them. */
export const COUNT_AFTER =
  set(`killed kills kill killing injures injuring injured mengorbankan meragut membunuh mencederakan cederakan ragut leaves left
  leaving claims claimed burns hurts`);

/** Helpers of the state: a number of them counts victims only where an outcome follows at once. */
export const RESPONDERS = set('anggota pegawai firemen firefighters personnel officers');
/** Words that join two groups of victims. */
export const AND = set('dan and serta bersama');
/** What follows adds to those told of before. */
export const MORE = set('lagi masih others more still another lain');
/** Single people, without -nya: two of them joined by "and" are two. */
export const PEOPLE =
  set(`seorang pemandu penunggang pembonceng penumpang kelindan atendan nakhoda kapten tekong awak jurutera juruteknik
  juruterbang penyelia pengurus mandur mandor kontraktor majikan pekerja buruh penoreh petani pesawah peladang nelayan penyelam penghantar
  pengawal guru pensyarah jururawat doktor paramedik pembantu kerani juruwang tukang mekanik pendawai operator pengendali anak bapa ayah
  ibu emak isteri suami abang adik kakak anggota pegawai polis rakan lelaki wanita rakyat pelajar pelatih peniaga peruncit pencuci
  driver rider pillion passenger attendant skipper captain sailor crewman engineer technician pilot supervisor manager foreman contractor
  worker labourer farmer fisherman diver guard teacher lecturer nurse doctor paramedic assistant clerk cashier welder mechanic operator
  father mother wife husband son daughter brother sister colleague friend man woman trainee student cleaner painter electrician helper
  cook tapper policeman fireman firefighter soldier officer surveyor inspector`);
