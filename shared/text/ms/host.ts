import type { Words } from '#shared/text/words.ts';

export const words = {
  'update.none': 'Konsol ini sudah versi terkini',
  'update.available': 'Versi {version} sedia untuk dipasang',
  'update.by-hand': 'Versi {version} sudah ada; konsol ini perlu dipasang semula oleh pentadbir',
  'update.no-feed': 'Pusat belum menerbitkan sebarang kemas kini',
  'update.failed': 'Semakan kemas kini tidak berjaya. Cuba lagi kemudian',
  'update.no-central': 'Pusat belum dapat dihubungi untuk menyemak kemas kini',
  'update.at-the-host': 'Dalam pelayar, konsol dikemas kini di komputer yang menjalankannya',
} as const satisfies Words;
