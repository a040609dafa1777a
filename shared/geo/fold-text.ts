/** A word of a text: as written, and folded so that spelling variants of place names compare equal. */
export interface Word {
  readonly raw: string;
  readonly key: string;
  /** What stands between the previous word and this one. */
  readonly gap: string;
  /** Starts with a capital or a digit. */
  readonly proper: boolean;
}

const VARIANTS: Readonly<Record<string, string>> = {
  telok: 'teluk',
  ayer: 'air',
  bahru: 'baru',
  baharu: 'baru',
  bharu: 'baru',
  bahroe: 'baru',
  tanjong: 'tanjung',
  tg: 'tanjung',
  sri: 'seri',
  ulu: 'hulu',
  kg: 'kampung',
  kpg: 'kampung',
  kampong: 'kampung',
  sg: 'sungai',
  sungei: 'sungai',
  lubok: 'lubuk',
  pangkalan: 'pengkalan',
  tmn: 'taman',
  jln: 'jalan',
  bkt: 'bukit',
  pulo: 'pulau',
  malacca: 'melaka',
  trengganu: 'terengganu',
  negri: 'negeri',
  puteh: 'putih',
  itam: 'hitam',
  gunong: 'gunung',
  ujong: 'ujung',
  kechil: 'kecil',
  buloh: 'buluh',
  renggam: 'rengam',
  nenas: 'nanas',
  jertih: 'jerteh',
  kertih: 'kerteh',
  felcra: 'felda',
  ampat: 'empat',
  kluang: 'keluang',
  presint: 'precinct',
  seksyen: 'section',
};

/** The comparable form of one word: lower case, no possessive, Malay spelling variants made one. */
export function foldWord(raw: string): string {
  let word = raw.toLowerCase().replace(/'s?$/, '').replaceAll("'", '');
  word = VARIANTS[word] ?? word;
  return word.startsWith('ch') ? `c${word.slice(2)}` : word;
}

const WORD = /[A-Za-z0-9&']+/g;

/** Cuts a text into words, diacritics removed. */
export function words(text: string): Word[] {
  const plain = /[^\x20-\x7e]/.test(text)
    ? text
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
        .replace(/[\u2018\u2019]/g, "'")
    : text;
  const out: Word[] = [];
  let end = 0;
  for (const match of plain.matchAll(WORD)) {
    const raw = match[0];
    const first = raw.charCodeAt(0);
    const proper = (first >= 65 && first <= 90) || (first >= 48 && first <= 57);
    out.push({ raw, key: foldWord(raw), gap: plain.slice(end, match.index), proper });
    end = match.index + raw.length;
  }
  return out;
}

/** A name as its folded words. "Bandar Baharu" keeps its spelling: "Bandar Baru …" begins hundreds of other names. */
export function foldName(name: string): string[] {
  const keys = words(name).map(({ key }) => key);
  if (keys.length === 2 && keys[0] === 'bandar' && keys[1] === 'baru') return ['bandar', '=baharu'];
  return keys;
}
