import type { Words } from '#shared/text/words.ts';

export const words = {
  'join.menu': 'Gabung dengan kejadian lain…',
  'join.menu.part': 'Pisahkan daripada {numbers}',
  'join.title': 'Gabung {number} dengan kejadian lain',
  'join.find': 'Kejadian yang sama',
  'join.find.hint': 'Nombor, tempat atau jenis. Yang mungkin sama di atas.',
  'join.find.place': 'Contoh: 4512, Gambang, jalan raya',
  'join.nothing': 'Tiada kejadian terbuka yang sepadan.',
  'join.likely': 'mungkin sama',
  'join.km': '{km} dari sini',
  'join.cases': '{n} {n|kes|kes}',
  'join.reports': '{n} {n|laporan|laporan}',
  'join.received': 'diterima {at}',
  'join.no-place': 'Tempat belum diketahui',
  'join.leads': 'Ketua kes',
  'join.survives': 'Kekal, kerana lebih awal',
  'join.alias': 'Menjadi nama lain bagi kejadian itu',
  'join.what':
    '{n} kes dipaparkan bersama di bawah {number}. Kes dan ketuanya kekal; jam dikira mulai laporan pertama antara kedua-duanya.',
  'join.apart': 'Boleh dipisahkan semula bila-bila masa.',
  'join.do': 'Gabungkan',
  'join.other': 'Pilih kejadian lain',
  'join.side.this': 'Kejadian ini',
  'join.side.other': 'Kejadian lain',
} as const satisfies Words;
