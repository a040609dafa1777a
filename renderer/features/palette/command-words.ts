import { isNear } from '#shared/kit/near-word.ts';

/** What a command may do; each is said in Malay and in English, whatever language the screen speaks. */
export const VERBS = {
  assign: ['agih', 'agihkan', 'serah', 'hantar', 'assign', 'give', 'send'],
  assist: ['bantu', 'bantuan', 'pembantu', 'assist'],
  acknowledge: ['akui', 'akuan', 'perakui', 'acknowledge', 'ack'],
  note: ['nota', 'catat', 'catatan', 'note'],
  pause: ['jeda', 'tangguh', 'pause', 'hold'],
  resume: ['sambung', 'teruskan', 'resume', 'continue'],
  triage: ['triaj', 'triage'],
  close: ['tutup', 'close'],
  undo: ['batal', 'batalkan', 'undo'],
  go: ['pergi', 'buka', 'lihat', 'tunjuk', 'go', 'goto', 'open', 'show'],
  filter: ['tapis', 'cari', 'filter', 'find', 'search'],
} as const satisfies Record<string, readonly string[]>;
/** Too near to what is no command: Batu is a place. */
const NOT_GUESSED: readonly string[] = VERBS.assist;
export type Verb = keyof typeof VERBS;

/** Stand between the cases and the branch. */
export const TO: ReadonlySet<string> = new Set([
  'kepada',
  'ke',
  'sebagai',
  'untuk',
  'oleh',
  'by',
  'pada',
  'to',
  'as',
  'at',
  '->',
  '→',
  '>',
]);
/** Begin the reason. */
export const BECAUSE = /(?:^|\s)(?:kerana|sebab|krn|krana|because|becuase|bcs|reason)\s*:?\s*/i;
/** The case that is open or picked. */
export const THIS: ReadonlySet<string> = new Set(['ini', 'this', 'it']);
/** Stand between two cases. */
export const AND: ReadonlySet<string> = new Set(['dan', 'and', '&', ',']);
/** Said before a number, and no more than that. */
export const FILLER: ReadonlySet<string> = new Set(['kes', 'case', 'cases', 'no', 'no.', 'nombor', 'number']);

/**
 * The verb a first word was meant to be: as written, else the only one it begins, else the only one it is a slip away
 * from.
 */
export function verbOf(word: string): Verb | null {
  const typed = word.toLowerCase();
  if (typed === '') return null;
  return (
    theOnly((meant) => meant === typed) ??
    (typed.length >= 2 ? theOnly((meant) => meant.startsWith(typed)) : null) ??
    theOnly((meant) => !NOT_GUESSED.includes(meant) && isNear(typed, meant))
  );
}

/** True when the word is a verb as it stands: nothing was guessed. */
export function isVerb(word: string): boolean {
  return theOnly((meant) => meant === word.toLowerCase()) !== null;
}

function theOnly(fits: (meant: string) => boolean): Verb | null {
  const found = (Object.keys(VERBS) as Verb[]).filter((verb) => VERBS[verb].some(fits));
  return found.length === 1 ? (found[0] ?? null) : null;
}
