import { describe, expect, it } from 'vitest';
import { engineUrl, nextWait } from './connect-by-socket.ts';

describe('engineUrl', () => {
  it('asks the page’s own origin, with the role and the page’s token', () => {
    const url = engineUrl('desk', new URL('http://127.0.0.1:4100/desk.html?token=abc&lang=en'));
    expect(url.href).toBe('ws://127.0.0.1:4100/engine?role=desk&token=abc');
  });

  it('is encrypted when the page is', () => {
    expect(engineUrl('wall', new URL('https://console.local/wall.html')).href).toBe(
      'wss://console.local/engine?role=wall',
    );
  });
});

describe('nextWait', () => {
  it('doubles up to five seconds', () => {
    const waits = [250];
    for (let i = 0; i < 6; i++) waits.push(nextWait(waits.at(-1) ?? 0));
    expect(waits).toEqual([250, 500, 1_000, 2_000, 4_000, 5_000, 5_000]);
  });
});
