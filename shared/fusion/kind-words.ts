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
    /\b(?:mati lemas(?! dalam (?:tangki|lurang))|lemas (?!gas|dalam (?:asap|tangki|lurang|telaga|lubang))|ditemui lemas|lemas$|drown\w*|swept away|dihanyutkan|hanyut)\b/,
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
    /\b(?:ammonia|klorin|chlorine|gas beracun|bahan kimia|chemical (?:spill|leak|fumes)|gas leak|kebocoran gas|gas bocor|toksik|toxic|keracunan|poisoning|hidrogen sulfida|hydrogen sulphide|confined space|lemas (?:gas|dalam (?:tangki|lurang|telaga|lubang))|(?:maut|mati|ditemui) dalam tangki|(?:dead|dies?|died|killed) in(?:side)? (?:a |the )?\w* ?tank|as[ai]d|acid|terhidu(?! asap)|inhal(?:ed|es|ing)(?! smoke))\b/,
  ),
  rule(
    'animal',
    6,
    /\b(?:buaya|(?<!gua |bukit )harimau|(?<!batu |alor |kampung )gajah|(?<!bukit )beruang|ular|tebuan|lebah|babi hutan|kerbau|crocodile|croc|tiger|elephant|hornets?|bees|snake|sun bear|wild boar|buffalo)\b/,
  ),
  rule(
    'caught',
    5,
    /\b(?:tersepit|terperangkap dalam mesin|masuk mesin|mesin (?:pengisar|penggelek|pemotong|pam)|putus (?:tangan|jari)|caught in|machine|conveyor|los(?:es|t) (?:arm|hand|fingers?)|sever(?:s|ed|ing)|amputat\w+|entangled|grinder)\b/,
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
    /\b(?:nahas|langgar|dilanggar|melanggar|dirempuh|merempuh|rempuh|terbabas|bertembung|bergesel|langgar lari|kemalangan jalan|crash\w*|collision|collid\w+|hit-and-run|hit and run|skid\w*|overturn\w*|rammed|knocked down|(?:plough|plow)\w* into|terlanggar|(?:hit|knocked) by (?:an? )?(?:\w+ )?(?:car|lorry|trailer|tanker|bus|van|truck|suv|motorcycle))\b/,
  ),
  rule(
    'road',
    2,
    /\b(?:motosikal|penunggang|lori|treler|kereta|bas|van|pikap|ambulans|ambulance|mpv|lebuhraya|lebuh raya|highway|expressway|motorcycl\w+|rider|lorry|trailer|kilometer \d|km \d)\b/,
  ),
  rule(
    'road',
    3,
    /\bkemalangan\b.{0,40}\b(?:pulang|balik|perjalanan|tempat kerja|(?:di|on) (?:jalan|lebuh)|pergi kerja|pergi bekerja|ke pejabat|menghantar)\b/,
  ),
  rule(
    'vessel',
    4,
    /\b(?:bot|sampan|tongkang|kapal tunda|kapal nelayan|boat|tugboat|trawler|nelayan|fisherm[ae]n)\b.{0,60}\b(?:hilang|gagal pulang|terputus hubungan|missing|lost contact)\b/,
  ),
  rule(
    'vessel',
    5,
    /\b(?:tercampak|thrown|flung) (?:dari|daripada|from|off|keluar dari) (?:sebuah |a |the )?(?:bot|boat|feri|ferry)\b/,
  ),
  rule('vessel', 2, /\b(?:pemandu|awak|kru|nakhoda) bot\b|\b(?:boatman|mooring)\b/),
  rule('fire', 3, /\b(?:scald\w*|hot (?:oil|water)|minyak panas|air panas|melecur)\b/),
  rule(
    'fall',
    4,
    /\b(?:(?:ter)?jatuh(?! sakit| hukum| cinta)|tergelincir|slip(?:s|ped|ping)? (?:on|off|from|in|down|and|while))\b/,
  ),
  rule(
    'collapse',
    4,
    /\b(?:scaffold\w*|roof|ceiling|floor|wall|platform)\b.{0,20}\b(?:g[ai]ves? way|giving way|caved? in|caves in)\b|\broboh\b/,
  ),
  rule('electrocution', 5, /\b(?:arus elektrik|berarus|terkena (?:elektrik|wayar hidup)|live wires?|live cables?)\b/),
  rule(
    'explosion',
    5,
    /\b(?:boiler|dandang|tong gas|gas cylinder|pressure vessel|tyre|tayar)\b.{0,20}\b(?:bursts?|pecah)\b|\bburst (?:boiler|cylinder)\b/,
  ),
  rule('fall', 5, /\b(?:terperosok|tersungkur|tumbl(?:es|ed) (?:off|from|down|into))\b/),
  rule('struck', 6, /\b(?:menghempap|menimpa (?!kemalangan|nahas))/),
  rule('caught', 5, /\b(?:terbelit|tersangkut pada|terjerat)\b/),
  rule(
    'road',
    4,
    /\b(?:gagal brek|brek tidak berfungsi|brake failure|hilang kawalan|lost control|terjunam|menjunam)\b/,
  ),
  rule('chemical', 4, /\b(?:racun (?!makanan)|herbicide|pesticide|fumes|manhole|lurang)\b/),
  rule('illness', 6, /\b(?:keracunan makanan|food poisoning|heat exhaustion|kencing tikus)\b/),
  rule('animal', 6, /\b(?:disengat|dipatuk|anjing|dogs?|mauled|stung|bitten)\b/),
  rule('chemical', 3, /\b(?:sesak nafas|suffocat\w+|asphyxiat\w+)\b/),
  rule(
    'violence',
    5,
    /\b(?:diserang(?! (?:sakit|strok|angin))|serang(?:an)? penceroboh|ditumbuk|dibelasah|perompak|dirompak|robbers?|robbed|punched|beaten|(?<!heart )attack(?:ed|ers?|s)?)\b/,
  ),
  rule(
    'illness',
    2.5,
    /\b(?:found (?:dead|lifeless|unresponsive)|ditemu(?:i|kan) (?:mati|maut|meninggal|tidak bernyawa|tak bernyawa)|(?:mati|meninggal) mengejut)\b/,
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
