import { describe, expect, it } from 'vitest';
import type { ClockStep } from '#shared/domain/clock-step.ts';
import { clockAsText, sayLength, sayStep } from './explain-clock.ts';

const at = (wall: string) => Date.parse(`${wall.replace(' ', 'T')}+08:00`);
const steps: ClockStep[] = [
  { step: { key: 'clock.step.start.news-published' }, amount: { t: 'time', v: at('2026-11-05 18:00:00') } },
  {
    step: { key: 'clock.step.allowance', params: { clock: { t: 'key', v: 'clock.name.kpi.first-payment' } } },
    amount: { t: 'duration', v: 7 * 86_400_000 },
  },
  {
    step: {
      key: 'clock.step.pause',
      params: {
        reason: { t: 'key', v: 'pause.police-report' },
        person: { t: 'person', v: 'u1' },
        from: { t: 'time', v: at('2026-11-10 09:00:00') },
        until: { t: 'time', v: at('2026-11-10 12:10:00') },
      },
    },
    amount: { t: 'duration', v: 11_400_000 },
  },
  { step: { key: 'clock.step.due' }, amount: { t: 'sum', v: at('2026-11-12 21:10:00') } },
  { step: { key: 'clock.step.now' }, amount: { t: 'time', v: at('2026-11-12 21:12:05') } },
  { step: { key: 'clock.step.late' }, amount: { t: 'duration', v: 125_000 } },
  { step: { key: 'clock.step.policy-inferred' }, amount: { t: 'none', v: 0 } },
];
const clock = { key: 'kpi.first-payment', steps, policy: 'kpi.first-payment@2024-01-01' };
const names = { person: () => 'Puan Aminah' };

describe('a clock as text to copy', () => {
  it('reads so in Malay', () => {
    expect(clockAsText('ms', clock, names)).toBe(
      [
        'Bayaran pertama dalam 1–7 hari',
        '  Berita disiarkan: 5 Nov 2026 18:00',
        '+ Tempoh yang dibenarkan: 7 hari',
        '+ Dijeda oleh Puan Aminah: Menunggu laporan polis, 10 Nov 2026 09:00 hingga 10 Nov 2026 12:10: 3 jam 10 minit',
        '= Perlu selesai selewat-lewatnya: 12 Nov 2026 21:10',
        '  Sekarang: 12 Nov 2026 21:12:05',
        '  Lewat: 2 minit 5 saat',
        '  Tempoh ini ialah tetapan sementara dan belum disahkan oleh PERKESO',
        '  Rujukan peraturan: kpi.first-payment@2024-01-01',
      ].join('\n'),
    );
  });

  it('reads so in English', () => {
    expect(clockAsText('en', clock, names).split('\n').slice(2, 5)).toEqual([
      '+ Time allowed: 7 days',
      '+ Paused by Puan Aminah: Waiting for the police report, 10 Nov 2026 09:00 to 10 Nov 2026 12:10: 3 hours 10 minutes',
      '= Due: 12 Nov 2026 21:10',
    ]);
    expect(sayStep('en', steps[5] as ClockStep, names)).toBe('Late: 0:02:05');
  });
});

describe('a length in words', () => {
  it('says what there is of it', () => {
    expect([0, 999, 1_000, 61_000, 90_061_000, 259_199_000].map((ms) => sayLength('en', ms))).toEqual([
      '0 minutes',
      '0 minutes',
      '1 second',
      '1 minute 1 second',
      '1 day 1 hour 1 minute 1 second',
      '2 days 23 hours 59 minutes 59 seconds',
    ]);
  });
});
