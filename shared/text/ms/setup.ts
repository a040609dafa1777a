import type { Words } from '#shared/text/words.ts';

export const words = {
  'setup.title': 'Pentadbir pertama',
  'setup.intro': 'Pusat ini belum ada pentadbir. Isi sekali sahaja; pautan ini sah selama 24 jam.',
  'setup.username': 'Nama pengguna',
  'setup.name': 'Nama penuh',
  'setup.password': 'Kata laluan',
  'setup.password.hint': 'Sekurang-kurangnya 12 aksara.',
  'setup.send': 'Wujudkan pentadbir',
  'setup.bad.username': 'Nama pengguna: taip 3 hingga 80 aksara.',
  'setup.bad.name': 'Nama penuh: taip 1 hingga 120 aksara.',
  'setup.bad.password': 'Kata laluan: taip 12 hingga 200 aksara.',
  'setup.bad.taken': 'Nama pengguna ini sudah digunakan: pilih yang lain.',
  'setup.done.title': 'Pentadbir telah diwujudkan',
  'setup.done': '{username} kini boleh log masuk di konsol. Tutup halaman ini.',
  'setup.gone.title': 'Pautan ini tidak sah lagi',
  'setup.gone':
    'Pautan sudah digunakan atau melebihi 24 jam. Jika belum ada pentadbir, mulakan semula pusat untuk pautan baharu.',
} as const satisfies Words;
