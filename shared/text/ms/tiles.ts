import type { Words } from '#shared/text/words.ts';

export const words = {
  'tiles.title': 'Gambar latar peta',
  'tiles.what':
    'Peta boleh dilukis di atas gambar daripada pelayan peta. Pelayan itu akan tahu kawasan mana yang dilihat di meja ini. Gambar yang sudah dilihat disimpan pada cakera dan terus dipaparkan tanpa rangkaian. Tema kontras tinggi kekal tanpa gambar.',
  'tiles.url': 'Alamat gambar',
  'tiles.url.hint': 'Contoh: https://pelayan.contoh/{z}/{x}/{y}.png',
  'tiles.credit': 'Kredit pada peta',
  'tiles.credit.hint': 'Seperti yang diminta oleh pelayan, contohnya © OpenStreetMap contributors',
  'tiles.look': 'Rupa gambar',
  'tiles.look.paper': 'Peta cerah',
  'tiles.look.air': 'Foto udara atau peta gelap',
  'tiles.look.hint': 'Tema gelap dan cerah memalapkan kedua-duanya dengan cara berbeza supaya kes tetap jelas.',
  'tiles.fault.form':
    'Tulis alamat penuh yang bermula dengan https://, tanpa ruang kosong dan tanpa kurungan pada nama pelayan.',
  'tiles.fault.secret': 'Buang nama pengguna dan kata laluan di hadapan nama pelayan.',
  'tiles.fault.scheme': 'Gunakan https://. Alamat http:// hanya diterima untuk komputer ini sendiri (127.0.0.1).',
  'tiles.fault.places': 'Letakkan {z}, {x} dan {y} selepas nama pelayan, setiap satu sekali sahaja.',
  'tiles.fault.words': 'Hanya {z}, {x} dan {y} boleh ditulis dalam kurungan; gantikan yang lain dengan nilainya.',
  'tiles.fault.credit': 'Tulis kredit yang diminta oleh pelayan; ia dipaparkan pada peta.',
  'tiles.save': 'Simpan',
  'tiles.remove': 'Matikan',
  'tiles.kept': 'Disimpan untuk kegunaan tanpa rangkaian: {n} gambar, {size} daripada {limit} MB',
  'tiles.clear': 'Padam gambar tersimpan',
  'tiles.admin': 'Hanya pentadbir boleh menetapkan gambar latar peta.',
  'tiles.on': 'Kini: gambar daripada {host}.',
  'tiles.off': 'Kini: tiada gambar latar.',
  'tiles.browser':
    'Gambar latar peta tiada apabila konsol dibuka dalam pelayar. Ia disediakan oleh aplikasi konsol, yang menyimpannya pada cakera.',
} as const satisfies Words;
