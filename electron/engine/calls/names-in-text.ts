/** Words before which, or with which, a place begins: "Kampung Bin Haji", "Bandar Baru Nilai". */
const PLACE_WORDS = words(
  `kampung kg kg. kpg kampong jalan jln jln. lorong lrg persiaran lebuh lebuhraya lebuhraya taman tmn bandar bdr pekan
  sungai sg sg. bukit bkt bkt. tanjung tanjong tg tg. pulau kuala simpang teluk telok batu felda felcra ladang estet
  estate masjid surau sekolah sk smk sjk hospital klinik balai stesen pasar dewan kompleks plaza menara wisma pangsapuri
  flat apartment kilang pejabat pusat seksyen section presint precinct daerah mukim pantai padang parit kota rumah
  universiti kolej college university highway road street village river port pelabuhan syarikat`,
);

/** Written like a name before one, and none: they stay readable. */
const TITLES = words(
  `allahyarham allahyarhamah mendiang arwah mangsa victim the encik en en. puan pn pn. cik tuan mr mr. mrs mrs. ms ms. late
  penunggang pemandu pekerja buruh nelayan rider driver worker lelaki wanita man woman suami isteri waris bapa ibu
  police polis bomba`,
);

/** No part of a name, though a headline in capitals or a message without any writes them alike. */
const FUNCTION_WORDS = words(
  `di ke dari pada dan atau yang itu ini oleh untuk dengan selepas ketika semasa akibat maut cedera parah meninggal
  dilanggar digilis dihempap jatuh terjatuh lemas hilang dibawa dirawat disahkan berusia umur tahun telah akan adalah
  serta bersama seorang dua tiga empat lima pagi petang malam in at on of near and or the a an who was were is are died
  dies dead killed hurt injured fell hit by after while from to for with aged taken has had said kemalangan nahas maut
  full was next rubbish waste dust recycling loading storage grain trash garbage big tong hopper`,
);

const WORD = String.raw`\p{L}(?:[\p{L}'’@]|[-.](?=\p{L}))*\.?`;
const NAME = String.raw`\p{Lu}(?:[\p{L}'’@]|[-.](?=\p{L}))*\.?`;
const LINK = String.raw`(?:bin|binti|binte|bt\.?|bte\.?|b\.|a/l|a/p|s/o|d/o|anak|ak\.?)`;
const IS_LINK = new RegExp(`^${LINK}$`, 'iu');
const LINKED = new RegExp(
  String.raw`(?<![\p{L}\p{N}])((?:${WORD} +){1,6}?)(${LINK}) +(${WORD}(?: +(?:${LINK}(?= )|${WORD})){0,6})`,
  'iu',
);
/** "Bernama" with a capital is the news agency. */
const INTRODUCED = new RegExp(
  String.raw`(?<![\p{L}])((?:[Dd]iken(?:ali|al[ -]?pasti) +(?:hanya +)?sebagai|bernama|[Ii]dentified +(?:only +)?as|[Nn]amed|[Kk]nown +as|[Nn]ama(?:nya)? *:|[Nn]ame *:) +)((?:${NAME})(?: +${NAME}){0,6})`,
  'gu',
);
const ALSO = new RegExp(
  String.raw`^((?: *[,(] *\d{1,3}(?: +tahun| +years(?: +old)?)? *[,)]?)?(?: *;| *,? +(?:dan|and|serta|&)) +)((?:${NAME})(?: +${NAME}){0,6})`,
  'u',
);
/** "Lim Ah Kow, 45," : as the press writes a person. */
const AGED = new RegExp(
  String.raw`(?<![\p{L}\p{N}-])(?<!(?:\b(?:di|ke|dari|in|at|near|from|to|of)) +)(${NAME}(?: +${NAME}){0,6})(?=,? +(?:\(\d{1,2}\)|\d{1,2},|(?:berusia|berumur|aged) +\d{1,2}\b)|, +\d{1,2} +(?:tahun|years old),)`,
  'gu',
);

/**
 * A text in which everything written like a person's name is replaced.
 * Known by what joins it (bin, a/l …), by what introduces it ("dikenali sebagai", "named") or by an age after it.
 */
export function replaceNames(text: string, replace: (name: string) => string): string {
  return replaceIntroduced(replaceLinked(text, replace), replace).replace(AGED, (run: string) =>
    nameOfRun(run, replace),
  );
}

function replaceLinked(text: string, replace: (name: string) => string): string {
  let done = '';
  let rest = text;
  for (let found = LINKED.exec(rest); found !== null; found = LINKED.exec(rest)) {
    const [whole, before = '', link = '', after = ''] = found;
    const left = before.trim().split(/ +/);
    const right = after.split(/ +/);
    const [from, to] = boundsOf(left, link, right);
    const isOne = from < left.length && to > 0;
    const name = isOne ? replace([...left.slice(from), link, ...right.slice(0, to)].join(' ')) : '';
    const kept = isOne ? [...left.slice(0, from), name] : [...left, link];
    const more = isOne ? right.slice(to) : right;
    done += `${rest.slice(0, found.index)}${kept.join(' ')}${more.length > 0 ? ' ' : ''}`;
    rest = `${more.join(' ')}${rest.slice(found.index + whole.length)}`;
  }
  return done + rest;
}

/** From which of the words on the left to which on the right a name goes; none of either for no name. */
function boundsOf(left: readonly string[], link: string, right: readonly string[]): [from: number, to: number] {
  const none: [number, number] = [left.length, 0];
  const loud = isName(left.at(-1)) && isName(right[0]);
  // Without capitals "bin" is a word of English too, "anak" one of Malay: then only what is a name for sure.
  if (!loud && /^(?:anak|ak\.?|b\.|bt)$/i.test(link)) return none;
  if (/^(?:Anak|Bin)$/.test(link) && isPlaceWord(right[0])) return none;
  const fits = loud ? isName : () => true;
  return [startOf(left, fits, loud ? 6 : 2), endOf(right, fits, loud ? 6 : 2)];
}

/** Where the words that may be a name begin, looked for from the end. */
function startOf(left: readonly string[], fits: (word: string) => boolean, most: number): number {
  let from = left.length;
  while (from > 0 && left.length - from < most) {
    const word = left[from - 1] ?? '';
    if (!fits(word) || isPlaceWord(word) || TITLES.has(word.toLowerCase()) || isFunctionWord(word)) break;
    from -= 1;
  }
  return from;
}

function endOf(right: readonly string[], fits: (word: string) => boolean, most: number): number {
  let to = 0;
  while (to < Math.min(most, right.length)) {
    const word = right[to] ?? '';
    const links = to > 0 && IS_LINK.test(word) && to + 1 < right.length;
    if (!links && (!fits(word) || (to > 0 && isPlaceWord(word)) || isFunctionWord(word))) break;
    to += 1;
  }
  return IS_LINK.test(right[to - 1] ?? '') ? to - 1 : to;
}

function replaceIntroduced(text: string, replace: (name: string) => string): string {
  let done = '';
  let rest = text;
  for (;;) {
    INTRODUCED.lastIndex = 0;
    const found = INTRODUCED.exec(rest);
    if (found === null) return done + rest;
    done += rest.slice(0, found.index) + found[1] + nameOfRun(found[2] ?? '', replace);
    rest = rest.slice(found.index + found[0].length);
    for (let also = ALSO.exec(rest); also !== null; also = ALSO.exec(rest)) {
      done += also[1] + nameOfRun(also[2] ?? '', replace);
      rest = rest.slice(also[0].length);
    }
  }
}

/** A run of capitalised words: titles before it stay, and a place stays whole. */
function nameOfRun(run: string, replace: (name: string) => string): string {
  const all = run.split(/ +/);
  const from = all.findIndex((word) => !TITLES.has(word.toLowerCase()));
  if (from < 0) return run;
  const rest = all.slice(from);
  const stop = rest.findIndex((word) => isPlaceWord(word) || isFunctionWord(word));
  const name = stop < 0 ? rest : rest.slice(0, stop);
  if (name.length === 0) return run;
  return [...all.slice(0, from), replace(name.join(' ')), ...rest.slice(name.length)].join(' ');
}

function isName(word: string | undefined): boolean {
  return word !== undefined && /^\p{Lu}/u.test(word);
}

function isPlaceWord(word: string | undefined): boolean {
  return word !== undefined && PLACE_WORDS.has(word.toLowerCase());
}

function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.has(word.toLowerCase());
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}
