import type { Words } from '#shared/text/words.ts';

export const words = {
  'held.why.role': 'Peranan anda telah berubah selepas tindakan ini dibuat, jadi ia di hadapan penyelia',
  'held.why.scope': 'Kes ini sudah di luar kawasan anda, jadi tindakan ini di hadapan penyelia',
  'held.why.supervisor-only': 'Anda bukan lagi penyelia, jadi tindakan ini di hadapan penyelia',
  'held.why.decide-supervisor': 'Anda bukan lagi penyelia, jadi keputusan ini di hadapan penyelia',
  'held.why.account-closed': 'Akaun pembuatnya sudah ditutup, jadi tindakan ini di hadapan penyelia',
  'held.why.device-revoked': 'Konsol ini telah ditarik balik, jadi tindakan ini di hadapan penyelia',
} as const satisfies Words;
