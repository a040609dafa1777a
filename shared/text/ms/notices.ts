import type { Words } from '#shared/text/words.ts';

/** What leaves the house: messages to whoever is on duty. They name nobody. */
export const words = {
  'notice.case': 'Kes {case}, pejabat {branch}.',
  'notice.case-unassigned': 'Kes {case}, belum diagihkan kepada mana-mana pejabat.',
  'notice.what': '{clock}: {what}.',
  'notice.warned': '{share} daripada masa yang diberi sudah digunakan',
  'notice.missed': 'sudah melepasi tempoh',
  'notice.still': 'masih belum selesai lama selepas tempoh tamat',
  'notice.withdrawn': 'makluman terdahulu ditarik balik',
  'notice.why.moved': 'Maklumat baharu mengubah masa akhirnya. Makluman baharu akan dihantar jika perlu.',
  'notice.why.done': 'Menurut maklumat baharu, perkara ini telah diselesaikan sebelum itu.',
  'notice.why.gone': 'Menurut maklumat baharu, tempoh ini tidak lagi terpakai bagi kes ini.',
  'notice.due': 'Perlu diselesaikan selewat-lewatnya {due}.',
  'notice.passed':
    'Tiada pegawai bertugas yang dapat dihubungi di peringkat: {levels}. Oleh itu makluman ini sampai kepada peringkat seterusnya.',
  'notice.late': 'Makluman ini lewat. Sepatutnya dihantar pada {at}.',
  'notice.again': 'Makluman ini mungkin pernah sampai: penghantaran terdahulu tidak dapat disahkan.',
  'notice.level.squad': 'skuad',
  'notice.level.head': 'ketua pejabat',
  'notice.level.state': 'pejabat negeri',
  'notice.level.hq': 'ibu pejabat',
} as const satisfies Words;
