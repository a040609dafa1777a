const list = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Words that say that a place follows. */
export const AT = list(`di dekat berhampiran berdekatan sekitar perairan pekan bandar daerah luar pantai muka
  at in near off outside around along nearby on kepulauan kawasan persimpangan ladang estet`);

/** Words that may stand between such a word and the place name without being part of it. */
export const BETWEEN =
  list(`sebuah satu the a an kawasan perindustrian perusahaan tapak pembinaan projek kilang loji ladang
  estet kuari gudang construction site industrial area park estate plantation factory plant warehouse port waters town jetty jeti
  kem dalam district perairan pekan bandar daerah lebuhraya highway of antara simpang persimpangan susur rumah kebun hutan
  sungai terminal lapangan terbang new felda kampung taman section laluan hentian rehat rawat plaza tol`);

/** Words that make what follows a street. */
export const STREET = list(`jalan lorong persiaran lebuh lebuhraya leboh lintang solok jejantas jln`);

/** English words that make what stands before a street. */
export const STREET_AFTER = list('road street highway expressway avenue lane');

/** Words that make what follows an institution rather than the place of the incident. */
export const OFFICE = list(`hospital ipd ipk polis police bomba mahkamah court majistret parlimen adun sekolah smk sk
  universiti university politeknik klinik masjid balai jbpm jabatan hsa htj hukm unit forensik majlis mp ketua timbalan pengarah
  universiti jkkp dosh pdrm jkm sultan sultanah tengku tuanku raja permaisuri ampuan kelab fc pasukan exco menteri gabenor`);

/** English words that make what stands before an institution. */
export const OFFICE_AFTER = list(
  'police hospital court fire ocpd opcd district fc state bomba chief cid mp parliament',
);

/** English words that make what stands before someone's home. */
export const HOME_AFTER = list('man woman resident residents native born boy girl family folk couple');

/** Phrases whose next place is a home or an end of a journey, folded words joined by a blank. */
export const ELSEWHERE = [
  'beralamat di',
  'berasal dari',
  'berasal daripada',
  'asal dari',
  'asal',
  'bermastautin di',
  'menetap di',
  'tinggal di',
  'dari',
  'daripada',
  'penduduk',
  'kelahiran',
  'menghala ke',
  'menghala',
  'menuju ke',
  'menuju',
  'perjalanan ke',
  'pulang ke',
  'balik ke',
  'arah',
  'ke arah',
  'ke',
  'dihantar ke',
  'from',
  'hailing from',
  'residing in',
  'living in',
  'lives in',
  'heading to',
  'heading towards',
  'towards',
  'bound for',
  'way to',
  'to',
  'travelling to',
  'flown to',
  'rushed to',
  'sent to',
] as const;

/** Prepositions that put an incident right into a place. */
export const WITHIN = list('di in at');

/** Before "di" or "in" (with or without -nya): it is they who are there, not the incident. */
export const NOT_THE_VICTIM =
  list(`keluarga waris isteri suami ibu bapa ibubapa ibunya ayah emak anak adik abang kakak beradik saudara tunang datuk nenek majikan
  family families wife husband son daughter parents mother father relatives relative brother sister siblings children kin fiancee widow
  employer headquarters headquartered based office offices pejabat berpangkalan`);

/** Before "di" or "in" a country abroad: the job, not the incident. */
export const AT_WORK = list('bekerja kerja kilangnya working works worked job employed berniaga belajar studying');

/** Words by which somebody speaks; the place that follows the speaker is the speaker's. */
export const SAID = list(
  `kata katanya ujar menurut memetik berkata memaklumkan mengesahkan said says confirmed according told quoting`,
);

/** Speakers in lower case, between such a word and their place. */
export const SPEAKER =
  list(`jurucakap ketua pengarah pegawai pengurus polis bomba syarikat kerajaan jabatan pihak spokesman spokesperson spokeswoman the its
  police chief director official officials company authorities a to of from negeri daerah state district`);

/** Titles and name words: what follows is a person. */
export const PERSON =
  list(`datuk datin dato tan encik puan cik dr supt asp dsp insp inspektor sjn komisioner acp sac dcp
  mohd muhammad mohamad mohamed mohammad muhamad muhamed md ahmad abdul abd nor noor nur siti che mat lim tan lee wong
  superintenden superintendan bin binti bt nik wan syed sharifah tengku anak a/l a/p haji hajah ir prof`);

/** Common words of either language that are also places: they need a capital, and a reason to be read as a place. */
export const COMMON =
  list(`nilai pekan lumut juru kota yan sik bau song matu oya pusa bari labu gap dong tras sena jus batu
  parit simpang titi pantai lui naka sala kayang batang papan pusing terung kepala bera rasa rasah pauh matang jawi meru damai
  duta pending damak relau tambun intan sauk pulai bota serdang tawar gaal peria raja kerian alai asahan duyung kandang malim
  ceng tawang gunung badang sabak panji gurun langgar sok kok bedung selama belum baling silam dent paris sapi padas pandan
  suai riam layar pasuh jeram kempas elite latar mex ldp duke suke kesas skve papar bintang ranau sekayu teras perang lambir
  tepoh lepar lurah tunjang sega mela maran tapah luit sabai kuang rantau temoh bidor setia cinta segari sidam gula tikam anak
  sentul pudu bako kandang merah kuala paka simpang merbau terap betung pulau bukit sungai sungai hulu tanah air temin manir
  jus kelang bekuk cuping besut sebatu umbai bemban lekir sabai sedim tajau kijal batu bujang gading lengkuas kobah kubu emas jaya
  sultan ibu kem bank tun karak lenggang jambu kelapa lemal lima tiga gunung sari indah permai perdana kapit marang muar alor
  lunas sala alma dent lui abi hamilton keramat kandis kalai machan boh pesta oakland wak`);

/** Units that turn "from X" into "near X". */
export const DISTANCE = list('km kilometer kilometre kilometres batu nautika nautical mile miles meter metres minit');

/** Names that are found in many states: weak unless something near them is named too. */
export const GENERIC = new Set([
  'kampung baru',
  'taman desa',
  'bukit indah',
  'simpang empat',
  'kampung raja',
  'kampung laut',
  'sungai besar',
  'pulau besar',
  'kampung melayu',
  'air putih',
  'taman universiti',
  'pasir panjang',
  'padang lalang',
  'bukit pinang',
  'batu lima',
  'sungai dua',
  'tanjung merah',
  'rantau panjang',
  'pekan jabi',
]);

/** Newspapers' own towns: a dateline there says little. */
export const BUREAUX = new Set(['kuala lumpur', 'putrajaya', 'petaling jaya', 'shah alam', 'cyberjaya', 'kl']);

/** Countries and cities abroad, as folded words joined by a blank. */
export const ABROAD =
  `singapura|singapore|tuas|woodlands|jurong|thailand|bangkok|hat yai|hatyai|songkhla|narathiwat|betong yala|phuket
|yala|pattani|krabi|indonesia|jakarta|medan|batam|bali|surabaya|aceh|sumatera|sumatra|jawa barat|jawa timur|kalimantan|lombok|riau
|brunei|bandar seri begawan|filipina|philippines|manila|mindanao|vietnam|hanoi|kemboja|cambodia|phnom penh|sihanoukville|laos|myanmar
|yangon|mandalay|rakhine|bangladesh|dhaka|chittagong|india|mumbai|new delhi|kolkata|chennai|ahmedabad|nepal|kathmandu|pakistan|karachi
|lahore|sri lanka|colombo|china|beijing|shanghai|guangzhou|hong kong|taiwan|taipei|jepun|japan|tokyo|korea|seoul|korea selatan|australia
|sydney|melbourne|perth|new zealand|britain|uk|london|turki|turkey|turkiye|istanbul|arab saudi|saudi arabia|mekah|makkah|madinah|jeddah
|dubai|qatar|gaza|palestin|israel|mesir|egypt|kaherah|amerika syarikat|united states|new york|california|texas|russia|rusia|ukraine
|perancis|france|jerman|germany|itali|italy|sepanyol|spain|afrika selatan|nigeria|kenya|iran|iraq|syria|yemen|brazil|mexico|kanada|canada`
    .replaceAll('\n', '')
    .split('|');
