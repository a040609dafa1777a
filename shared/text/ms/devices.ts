import type { Words } from '#shared/text/words.ts';

export const words = {
  'lock.title': 'Skrin dikunci',
  'lock.why':
    'Pusat sudah terlalu lama tidak dapat dihubungi sejak log masuk terakhir. Log masuk semula untuk menyambung kerja.',
  'lock.works': 'Jam kes, penggera dan skrin dinding terus berjalan, dan tindakan yang menunggu tetap dihantar.',
  'lock.waiting': 'Menunggu dihantar: {n}',
  'withdrawn.title': 'Konsol ini telah ditarik balik',
  'withdrawn.working':
    'Tindakan yang belum dihantar sedang diserahkan kepada pusat. Selepas itu storan konsol ini dipadamkan.',
  'withdrawn.waiting': 'Belum dihantar: {n}. Biarkan konsol ini bersambung dengan pusat.',
  'withdrawn.wiped': 'Storan konsol ini sudah dipadamkan. Tutup tetingkap ini dan pulangkan komputer kepada pentadbir.',
  'withdrawn.left':
    'Sebahagian storan TIDAK dapat dipadamkan. Tutup konsol, kemudian padamkan fail ini atau maklumkan kepada pentadbir:',
  'devices.title': 'Konsol yang didaftarkan',
  'devices.open': 'Urus konsol',
  'devices.loading': 'Membaca senarai…',
  'devices.failed': 'Senarai tidak dapat dibaca.',
  'devices.here': 'konsol ini',
  'devices.seen': 'dilihat {time}',
  'devices.unseen': 'belum dilihat',
  'devices.withdrawn': 'ditarik balik {time}: {why}',
  'devices.revoke': 'Tarik balik',
  'devices.revoke.do': 'Tarik balik konsol ini',
  'devices.revoke.reason': 'Sebab',
  'devices.revoke.hint':
    'Tidak boleh dibatalkan. Tindakannya yang belum dihantar dikemukakan kepada penyelia, kemudian storannya dipadamkan.',
  'sign-in.offline.until': 'Tanpa pusat, anda boleh terus bekerja di meja ini hingga {time}.',
  'notice.case-left':
    'Kes {numbers} sudah di luar kawasan anda; pejabat lain menyambungnya. Tindakan anda padanya tetap dihantar.',
} as const satisfies Words;
