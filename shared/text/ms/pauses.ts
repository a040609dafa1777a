import type { Words } from '#shared/text/words.ts';

/** Pauses of a case, and its clocks under another version of their promise. */
export const words = {
  'pauses.title': 'Jeda',
  'pauses.now': 'sedang dijeda',
  'pauses.by': 'oleh {name}, {time}',
  'pauses.until': 'hingga {time}',
  'pauses.visit': 'Dihubungi semula {time}; jam berjalan semula sendiri ketika itu.',
  'pauses.no-visit': 'Tiada tarikh dihubungi semula. Jam berjalan semula apabila seseorang menyambungnya.',
  'pauses.ended.person': 'disambung oleh {name}',
  'pauses.ended.plan': 'tamat sendiri pada tarikh dihubungi semula',
  'pauses.ended.clock': 'tamat apabila kes ditutup',
  'pauses.gave': 'Ditambah: {what}',
  'pauses.gave.one': '{clock} {time}',
  'pauses.capped': '{clock}: jeda dikira paling lama {cap}; selebihnya jam terus berjalan.',
  'pauses.gave.none': 'Tidak menambah masa mana-mana jam.',
  'move.open': 'Pindah versi janji',
  'move.title': 'Pindah ke versi lain',
  'move.lead': 'Jam ini tetap dikira dari permulaannya; hanya janji yang digunakan bertukar.',
  'move.version': '{promise}, mulai {time}',
  'move.effect': '{before} → {after}',
  'move.becomes-late': 'menjadi lewat',
  'move.not-late': 'tidak lagi lewat',
  'move.reason': 'Sebab',
  'move.do': 'Pindahkan',
} as const satisfies Words;
