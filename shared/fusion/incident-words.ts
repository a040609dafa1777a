import type { IncidentKind } from '#shared/domain/incident-kind.ts';

/** A pattern over lower-case text, the kind it speaks for, and how strongly. */
export interface KindRule {
  readonly kind: IncidentKind;
  readonly pattern: RegExp;
  readonly weight: number;
}

const rule = (kind: IncidentKind, weight: number, pattern: RegExp): KindRule => ({ kind, weight, pattern });

/** What each kind sounds like in Malay and English news. Specific causes weigh more than the scenes around them. */
export const KIND_RULES: readonly KindRule[] = [
  rule(
    'aircraft',
    5,
    /\b(?:helikopter|pesawat|kapal terbang|jet peribadi|plane crash|aircraft|helicopter|private jet)\b/,
  ),
  rule(
    'vessel',
    5,
    /\b(?:bot|kapal|feri|sampan|tongkang|boat|tugboat|tug|ferry|ship|vessel|trawler|barge)\b.{0,40}\b(?:karam|terbalik|tenggelam|dipukul ombak|berlanggar|bocor|sinks?|sank|capsiz\w*|overturn\w*|collid\w*)\b/,
  ),
  rule('explosion', 5, /\b(?:letupan|meletup|explosion|explod\w+|blast)\b/),
  rule('lightning', 6, /\b(?:petir|kilat|lightning|thunderbolt)\b/),
  rule('electrocution', 6, /\b(?:renjatan|elektrik menjalar|electrocut\w+|electric shock|electrical shock)\b/),
  rule(
    'drowning',
    4,
    /\b(?:mati lemas|lemas (?!gas|dalam asap)|ditemui lemas|lemas$|drown\w*|swept away|dihanyutkan|hanyut)\b/,
  ),
  rule(
    'landslide',
    5,
    /\b(?:tanah runtuh|runtuhan tanah|ditimbus tanah|tertimbus|ditimbus|timbunan tanah|landslide|mudslide|sinkhole|tanah jerlus|lubang benam|buried alive|trench)\b/,
  ),
  rule('landslide', 3, /\b(?:buried (?:by|under)|banjir lumpur|(?<!kuala )lumpur)\b/),
  rule(
    'collapse',
    4,
    /\b(?:struktur runtuh|bangunan runtuh|runtuhan (?!tanah)|perancah (?:besi )?\w* ?\w* ?runtuh|runtuh|kren tumbang|tumbang|collaps\w+)\b/,
  ),
  rule(
    'chemical',
    5,
    /\b(?:ammonia|klorin|chlorine|gas beracun|bahan kimia|chemical (?:spill|leak|fumes)|gas leak|kebocoran gas|gas bocor|toksik|toxic|keracunan|poisoning|hidrogen sulfida|hydrogen sulphide|confined space|lemas gas|terhidu|inhal\w+)\b/,
  ),
  rule(
    'animal',
    6,
    /\b(?:buaya|(?<!gua |bukit )harimau|(?<!batu |alor |kampung )gajah|(?<!bukit )beruang|ular|tebuan|lebah|babi hutan|kerbau|crocodile|croc|tiger|elephant|hornets?|bees|snake|sun bear|wild boar|buffalo)\b/,
  ),
  rule(
    'caught',
    5,
    /\b(?:tersepit|terperangkap dalam mesin|masuk mesin|mesin (?:pengisar|penggelek|pemotong|pam)|putus (?:tangan|jari)|caught in|machine|conveyor|los(?:es|t) (?:arm|hand|fingers?)|sever\w+|amputat\w+|entangled|grinder)\b/,
  ),
  rule(
    'crush',
    5,
    /\b(?:terhimpit|dihimpit|digilis|dilenyek|dilindas|crushed|pinned|run over|forklift|jentolak|jentera terbalik|bulldozer|excavator|jengkaut)\b/,
  ),
  rule(
    'fall',
    5,
    /\b(?:(?:ter)?jatuh (?:dari|daripada|bangunan|tingkat|ke dalam|dalam|lif|bumbung|ke laut)|terjatuh|terhempas ke|falls?|fell|plung\w+ to (?:his|her) death|falling from)\b/,
  ),
  rule(
    'struck',
    5,
    /\b(?:dihempap|ditimpa|terkena (?:besi|kayu|objek|serpihan)|dihentak|dipukul besi|hit by (?:a |an )?(?:falling|crane|beam|object|iron|steel)|struck by (?!lightning)|falling (?:beam|object|tree|branch)|pokok tumbang)\b/,
  ),
  rule(
    'fire',
    4,
    /\b(?:kebakaran|terbakar|rentung|hangus|api|fire(?! and rescue)(?! department)(?!fight)|blaze|inferno|burn(?:t|ed) to death)\b/,
  ),
  rule(
    'road',
    3,
    /\b(?:nahas|langgar|dilanggar|melanggar|dirempuh|merempuh|rempuh|terbabas|bertembung|bergesel|langgar lari|kemalangan jalan|crash\w*|collision|collid\w+|hit-and-run|hit and run|skid\w*|overturn\w*|rammed|knocked down|hit by (?:a )?(?:car|lorry|trailer|tanker|bus|van|truck))\b/,
  ),
  rule(
    'road',
    2,
    /\b(?:motosikal|penunggang|lori|treler|kereta|bas|van|pikap|mpv|lebuhraya|lebuh raya|highway|expressway|motorcycl\w+|rider|lorry|trailer|kilometer \d|km \d)\b/,
  ),
  rule(
    'violence',
    6,
    /\b(?:ditikam|ditetak|ditembak|dibunuh|disamun|dipukul(?! ombak| besi)|stabb\w+|slash\w+|shot dead|murder\w*|robbery|samun|parang|assault\w*)\b/,
  ),
  rule(
    'illness',
    4,
    /\b(?:serangan jantung|sakit jantung|strok|kanser|heart attack|stroke|cancer|heatstroke|strok haba|rebah|pengsan|collapsed and died|fell unconscious|leptospirosis|denggi|dengue|covid)\b/,
  ),
];

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
  jentera anggota pegawai firemen firefighters personnel officers balai stations`);

export const DEATH =
  set(`maut tewas terbunuh meninggal mati terkorban rentung korban kematian killed kills kill killing dies died dead death
  deaths fatal fatally die perished lives nyawa mengorbankan meragut membunuh mayat body bodies drowned drowns lemas electrocuted mendiang
  allahyarham crushed`);
export const INJURY =
  set(`cedera parah melecur luka kecederaan patah putus injured injures injuring injury injuries hurt wounded burned
  burnt burns scalded scald critical fracture fractured loses severed mencederakan`);
export const MISSING = set('hilang missing');
export const ILLNESS = set('sakit rebah pengsan unconscious keracunan poisoning');

/** Outcomes in the plural: without a number they count nobody. */
export const PLURAL = set('deaths bodies injuries lives');
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
  set(`killed kills kill killing injures injuring injured mengorbankan meragut membunuh mencederakan leaves left
  leaving claims claimed burns hurts`);
