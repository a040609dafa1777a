import { expect, test } from 'vitest';
import { severitiesOf } from '#shared/domain/victim-severities.ts';
import { readIncident } from './read-incident.ts';

const cases: readonly (readonly [string, string, string, number, number, number])[] = [
  ['Buruh maut dihempap kren di tapak pembinaan Nilai', 'struck', 'death', 1, 0, 0],
  ['Dua maut, tiga cedera nahas treler di KM 95.3 Lebuhraya Karak', 'road', 'death', 2, 3, 0],
  ['Seorang maut, dua parah nahas van pekerja', 'road', 'death', 1, 2, 0],
  ['Pekerja kilang maut tersepit mesin di Senai', 'caught', 'death', 1, 0, 0],
  ['Letupan loji petrokimia Pengerang: lima cedera melecur', 'explosion', 'injury', 0, 5, 0],
  ['Three workers killed after structure collapses at warehouse site', 'collapse', 'death', 3, 0, 0],
  ['Explosion at Paka power plant injures two technicians', 'explosion', 'injury', 0, 2, 0],
  [
    'A beam collapsed in Rawang today, killing one migrant worker and injuring four others',
    'collapse',
    'death',
    1,
    4,
    0,
  ],
  ['Lightning strike kills two seaweed farmers off Semporna', 'lightning', 'death', 2, 0, 0],
  ['SUNGAI PETANI, May 28 — A 31-year-old man was fatally struck by lightning', 'lightning', 'death', 1, 0, 0],
  ['Kapal tunda terbalik, tiga anak kapal hilang di perairan Pulau Pangkor', 'vessel', 'missing', 0, 0, 3],
  ['Tourist boat skipper feared drowned near Pulau Mabul', 'drowning', 'missing', 0, 0, 1],
  ['Pekerja resort lemas ketika menyelam di Pulau Tioman', 'drowning', 'death', 1, 0, 0],
  ['Petani maut terkena renjatan elektrik ketika membaiki pam', 'electrocution', 'death', 1, 0, 0],
  ['Suspected gas poisoning kills two at Batu Gajah rubber factory', 'chemical', 'death', 2, 0, 0],
  ['Pekerja ladang maut dibaham buaya di Lahad Datu', 'animal', 'death', 1, 0, 0],
  ['ALOR GAJAH: Pengurus restoran maut nahas di KM 226.2', 'road', 'death', 1, 0, 0],
  ['Worker at Nilai industrial park crushed by forklift', 'crush', 'death', 1, 0, 0],
  ['Pekerja binaan maut terjatuh dari tingkat 12 kondominium', 'fall', 'death', 1, 0, 0],
  ['Dua belas pekerja cedera kilang terbakar', 'fire', 'injury', 0, 12, 0],
  ['Dua puluh lima penumpang cedera bas terbabas', 'road', 'injury', 0, 25, 0],
  ['Bas pekerja terbabas di Merlimau, 14 cedera', 'road', 'injury', 0, 14, 0],
  ['Ten dead as private jet plunges on highway near Elmina township', 'aircraft', 'death', 10, 0, 0],
  ['Pengawal keselamatan maut ditikam di pejabat', 'violence', 'death', 1, 0, 0],
  ['Tiga buruh maut ditimbus tanah runtuh', 'landslide', 'death', 3, 0, 0],
  ['Pemandu bas rebah akibat serangan jantung', 'illness', 'illness', 0, 0, 0],
  ['Kilang terbakar, tiada kemalangan jiwa dilaporkan', 'fire', 'unknown', 0, 0, 0],
  ['Pemandu terselamat, tidak cedera selepas lori terbabas', 'road', 'unknown', 0, 0, 0],
  ['Treler hilang kawalan lalu merempuh pembahagi', 'road', 'unknown', 0, 0, 0],
  ['Kerajaan naikkan nilai faedah PERKESO tahun depan', 'other', 'unknown', 0, 0, 0],
  ['KUALA LUMPUR: Perkeso bayar pampasan waris pekerja yang maut', 'other', 'death', 1, 0, 0],
];

test.each(cases)('reads "%s"', (text, kind, severity, deaths, injured, missing) => {
  expect(readIncident(text)).toMatchObject({ kind, severity, deaths, injured, missing });
});

test('victims are the sum of those told of, one severity each', () => {
  expect(severitiesOf(readIncident('Dua maut, tiga cedera, seorang hilang'))).toEqual([
    'death',
    'death',
    'missing',
    'injury',
    'injury',
    'injury',
  ]);
});

test('survives any text', () => {
  for (const text of ['', '   ', '💥', '12 12 12', 'maut '.repeat(5000)])
    expect(severitiesOf(readIncident(text)).length).toBeGreaterThanOrEqual(1);
});
